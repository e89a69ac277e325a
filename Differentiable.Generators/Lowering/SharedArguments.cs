using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

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
        IMethodSymbol member = Substitution.Implementation(method, call.ConstrainedToType ?? call.Instance?.Type);
        return CanStandInPlace(context, call, method, member, callee) ? InlineLowering.Call(context, call, member) : Refuse(context, call, method, first, second);
    }

    /// <summary>
    /// The same for a method with a rule, whose code is not looked at. Storage by two names is no matter there: its adjoints are kept apart. References are.
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
            .FirstOrDefault(pair => (pair!.Value.First.IsWritten || pair.Value.Second.IsWritten) && pair.Value.First.Target.Overlaps(context, pair.Value.Second.Target));
    }

    /// <summary>Is the method's code in sight, not open already, and all that it is given differentiated?</summary>
    private static bool CanStandInPlace(LoweringContext context, IInvocationOperation call, IMethodSymbol method, IMethodSymbol member, Callee callee)
    {
        bool isOpen = InlineLowering.IsOpen(context, member.OriginalDefinition) || SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, context.Method.OriginalDefinition);
        bool isPlain = callee.Parameters.All(parameter => parameter.Origin == ParameterOrigin.Argument && (parameter.IsActive || !parameter.Type.HoldsReal));
        return !isOpen && isPlain && SymbolEqualityComparer.Default.Equals(call.TargetMethod, method) && InlinedCode.Of(context, member) is not null;
    }

    /// <summary>What the method can see changes of: storage, references, and the struct that it is called on.</summary>
    private static IEnumerable<Given> ArgumentsOf(LoweringContext context, IInvocationOperation call, IMethodSymbol method, Callee callee)
    {
        if (call.Instance is { Type.IsValueType: true } self && callee.Parameters is [{ Part: not null } first, ..] && StructMembers.IsVariable(context, self)
            && ArgumentTarget.Of(context, self) is { } ofSelf)
            yield return new(StructParameters.NameOfSelf(method), ofSelf, first.WholeMode == PassingMode.Ref);
        foreach ((IOperation argument, IParameterSymbol parameter) in DifferentiableCalls.Given(call, method))
        {
            bool isStorage = TypeLowering.Lower(parameter.Type).IsStorage;
            bool isSeen = isStorage || parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.RefKind != RefKind.None && StructMembers.IsVariable(context, argument);
            if (!isSeen || ArgumentTarget.Of(context, argument) is not { } target)
                continue;
            bool isWritten = isStorage ? callee.Parameters[StructParameters.LeavesOf(method, parameter.Ordinal).First()].IsMutated : parameter.RefKind is RefKind.Ref or RefKind.Out;
            yield return new(parameter.Name, target, isWritten);
        }
    }

    /// <summary>What a parameter is given.</summary>
    /// <param name="Name">The parameter.</param>
    /// <param name="Target">What the argument refers to.</param>
    /// <param name="IsWritten">May the method write it?</param>
    private sealed record Given(string Name, ArgumentTarget Target, bool IsWritten);
}
