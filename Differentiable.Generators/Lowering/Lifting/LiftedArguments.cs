using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Lifting;

/// <summary>
/// Storage that a lifted function would be given twice and that it may write: the halves of a function take it that what it writes overlaps nothing else. What shows only
/// at run time, like slices that overlap, they refuse.
/// </summary>
internal static class LiftedArguments
{
    /// <summary>The names of two parameters that are given one storage.</summary>
    public static (string First, string Second)? FindShared(LoweringContext context, IInvocationOperation call, LiftedFunction lifted)
    {
        List<(Parameter Parameter, ArgumentTarget Target)> given = [.. Given(context, call, lifted)];
        for (int i = 0; i < given.Count; i++)
        {
            foreach ((Parameter parameter, ArgumentTarget target) in given.Skip(i + 1))
            {
                if ((IsWritten(given[i].Parameter) || IsWritten(parameter)) && given[i].Target.Overlaps(context, target))
                    return (given[i].Parameter.Name, parameter.Name);
            }
        }
        return null;
    }

    private static bool IsWritten(Parameter parameter) => parameter.IsMutated || parameter.Mode is PassingMode.Ref or PassingMode.Out;

    private static IEnumerable<(Parameter Parameter, ArgumentTarget Target)> Given(LoweringContext context, IInvocationOperation call, LiftedFunction lifted)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            List<Parameter> leaves = [.. StructParameters.LeavesOf(call.TargetMethod, argument.Parameter!.Ordinal).Select(leaf => lifted.Parameters[leaf])];
            bool isSeen = leaves.Any(leaf => leaf.Type.IsStorage) || argument.Parameter.RefKind != RefKind.None;
            if (isSeen && ArgumentTarget.Of(context, argument.Value) is { } target)
                yield return (leaves.Find(IsWritten) ?? leaves[0], target);
        }
        IEnumerable<Expr> around = lifted.Captured.Select(symbol => context.Read(context.Places[symbol])).SelectMany(StructValues.Leaves);
        foreach ((Expr leaf, Parameter parameter) in around.Zip(lifted.Parameters.Skip(lifted.FirstCaptured), (leaf, parameter) => (leaf, parameter)))
        {
            if (leaf is Use { Variable: var variable })
                yield return (parameter, new(new VariablePlace(variable), null, [], false));
        }
    }
}
