using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>
/// Calls that are given the same variable or storage twice, and write it: <c>Add(x, y, x)</c>, <c>Move(ref p, in p)</c>. The halves of a method take it that
/// what it writes overlaps nothing else, so here its code stands in the place of the call, where one name means one storage. What shows only at run time,
/// like slices that overlap, the halves refuse.
/// </summary>
internal static class SharedArguments
{
    /// <summary>The call with its code in its place; null where it can be called as any other.</summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call, IMethodSymbol method, Callee callee)
    {
        if (Find(context, call, method, callee) is not var (first, second))
            return null;
        IMethodSymbol member = Substitution.Implementation(call.TargetMethod, call.ConstrainedToType ?? call.Instance?.Type);
        return CanStandInPlace(context, method, member, callee) ? InlineLowering.Call(context, call, member) : Refuse(context, call, method, first, second);
    }

    /// <summary>
    /// The same for a method with a rule, whose code is not looked at. It may work in place on storage, whose adjoints are then kept apart; references to one variable are refused.
    /// </summary>
    public static Expr? TryRefuse(LoweringContext context, IInvocationOperation call, IMethodSymbol method, Callee callee) =>
        Find(context, call, method, callee) is var (first, second) && !(first.Target.IsVector && second.Target.IsVector) ? Refuse(context, call, method, first, second) : null;

    private static Expr Refuse(LoweringContext context, IInvocationOperation call, IMethodSymbol method, Given first, Given second) =>
        context.Refuse(Descriptors.SharedArguments, call, method.Name, first.Name, second.Name);

    /// <summary>Two parameters that are given one variable or storage, of which the method may write one.</summary>
    private static (Given First, Given Second)? Find(LoweringContext context, IInvocationOperation call, IMethodSymbol method, Callee callee)
    {
        List<Given> given = [.. ArgumentsOf(context, call, method, callee)];
        return given
            .SelectMany((first, i) => given.Skip(i + 1).Select(second => ((Given First, Given Second)?)(first, second)))
            .FirstOrDefault(pair => (pair!.Value.First.IsWritten || pair.Value.Second.IsWritten) && AreOne(context, pair.Value.First, pair.Value.Second));
    }

    /// <summary>Two that are written alike are one, also where it depends on indices what they are.</summary>
    private static bool AreOne(LoweringContext context, Given first, Given second) => first.Target.Overlaps(context, second.Target)
        || first.Target.Storage is { } storage && storage == second.Target.Storage && SyntaxFactory.AreEquivalent(first.Argument.Syntax, second.Argument.Syntax);

    /// <summary>Is the method's code in sight, not open already, and all that it is given differentiated?</summary>
    private static bool CanStandInPlace(LoweringContext context, IMethodSymbol method, IMethodSymbol member, Callee callee)
    {
        bool isOpen = OpenCode.Has(context, member.OriginalDefinition) || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, context.Method.OriginalDefinition);
        bool isPlain = callee.Parameters.All(parameter => parameter.Origin == ParameterOrigin.Argument && (parameter.IsActive || !parameter.Type.HoldsReal));
        return !isOpen && isPlain && InlinedCode.Of(context, member) is not null;
    }

    /// <summary>What the method can see changes of: storage, references, and the struct that it is called on.</summary>
    private static IEnumerable<Given> ArgumentsOf(LoweringContext context, IInvocationOperation call, IMethodSymbol method, Callee callee)
    {
        if (StructParameters.IsOnStruct(method) && call.Instance is { } self && StructMembers.IsVariable(context, self) && ArgumentTarget.Of(context, self) is { } ofSelf)
            yield return new(StructParameters.NameOfSelf(method), self, ofSelf, callee.Parameters[0].WholeMode == PassingMode.Ref || WritesArrays(callee, StructParameters.NameOfSelf(method)));
        foreach ((IOperation argument, IParameterSymbol parameter) in DifferentiableCalls.Given(call, method))
        {
            bool isStorage = TypeLowering.Lower(parameter.Type) is { IsStorage: true } or StructType { HoldsArrays: true };
            bool isSeen = isStorage || parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.RefKind != RefKind.None && StructMembers.HasPlace(context, argument);
            if (!isSeen || ArgumentTarget.Of(context, argument) is not { } target)
                continue;
            bool isWritten = isStorage ? StructParameters.LeavesOf(method, parameter.Ordinal).Any(leaf => callee.Parameters[leaf].IsMutated) : parameter.RefKind is RefKind.Ref or RefKind.Out;
            yield return new(parameter.Name, argument, target, isWritten);
        }
    }

    /// <summary>Does it write arrays in the struct that it has by this name?</summary>
    private static bool WritesArrays(Callee callee, string name) => callee.Parameters.Any(parameter => parameter.IsMutated && parameter.Part?.Whole == name);

    /// <summary>What a parameter is given.</summary>
    /// <param name="Name">The parameter.</param>
    /// <param name="Argument">The argument.</param>
    /// <param name="Target">What the argument refers to.</param>
    /// <param name="IsWritten">May the method write it?</param>
    private sealed record Given(string Name, IOperation Argument, ArgumentTarget Target, bool IsWritten);
}
