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
        List<Given> given = [.. ArgumentsOf(context, call, method, callee)];
        (Given First, Given Second)? shared = given
            .SelectMany((first, i) => given.Skip(i + 1).Select(second => (first, second)))
            .Where(pair => (pair.first.IsWritten || pair.second.IsWritten) && Overlap(context, pair.first, pair.second))
            .Select(pair => ((Given, Given)?)pair)
            .FirstOrDefault();
        if (shared is not { } both)
            return null;
        IMethodSymbol member = Substitution.Implementation(method, call.ConstrainedToType ?? call.Instance?.Type);
        bool isInSight = SymbolEqualityComparer.Default.Equals(call.TargetMethod, method) && !callee.Parameters.Any(parameter => parameter.Origin != ParameterOrigin.Argument || parameter is { IsActive: false, Type.HoldsReal: true })
            && !InlineLowering.IsOpen(context, member.OriginalDefinition)
            && !SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, context.Method.OriginalDefinition)
            && InlinedCode.Of(context, member) is not null;
        return isInSight
            ? InlineLowering.Call(context, call, member)
            : context.Refuse(Descriptors.SharedArguments, call, method.Name, both.First.Name, both.Second.Name);
    }

    /// <summary>What the method can see changes of: storage, references, and the struct that it is called on.</summary>
    private static IEnumerable<Given> ArgumentsOf(LoweringContext context, IInvocationOperation call, IMethodSymbol method, Callee callee)
    {
        if (call.Instance is { Type.IsValueType: true } self && callee.Parameters is [{ Part: not null } first, ..] && StructMembers.IsVariable(context, self))
            yield return Of(StructParameters.Self, self, first.WholeMode == PassingMode.Ref);
        foreach ((IOperation argument, IParameterSymbol parameter) in DifferentiableCalls.Given(call, method))
        {
            if (TypeLowering.Lower(parameter.Type).IsStorage)
                yield return Of(parameter.Name, argument, callee.Parameters[StructParameters.LeavesOf(method, parameter.Ordinal).First()].IsMutated);
            else if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                yield return Of(parameter.Name, argument, isWritten: true);
            else if (parameter.RefKind != RefKind.None && StructMembers.IsVariable(context, argument))
                yield return Of(parameter.Name, argument, isWritten: false);
        }
    }

    private static Given Of(string name, IOperation argument, bool isWritten)
    {
        List<string> fields = [];
        IOperation? element = null;
        bool isSlice = false;
        while (true)
        {
            switch (argument)
            {
                case IConversionOperation conversion:
                    argument = conversion.Operand;
                    continue;
                case IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } field:
                    fields.Insert(0, field.Field.Name);
                    argument = instance;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "AsSpan" or "Slice", Instance: var instance, Arguments: var arguments } when (instance ?? arguments.FirstOrDefault()?.Value) is { } sliced:
                    isSlice |= arguments.Length > (instance is null ? 1 : 0);
                    argument = sliced;
                    continue;
                case IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true, Instance: not null } or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation:
                    bool isStorage = TypeLowering.Lower(argument.Type).IsStorage;
                    isSlice |= isStorage;
                    element = isStorage ? element : argument;
                    argument = argument.ChildOperations.First();
                    continue;
            }
            return new(name, SymbolOf(argument), fields, element, isSlice, isWritten);
        }
    }

    private static ISymbol? SymbolOf(IOperation root) => root switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInstanceReferenceOperation self => self.Type,
        _ => null,
    };

    /// <summary>Is it sure, as far as names tell, that both are of the same storage or variable, unless they are of different fields?</summary>
    private static bool Overlap(LoweringContext context, Given first, Given second)
    {
        if (first.Root is null || second.Root is null || !AreOne(context, first, second))
            return false;
        bool isField = first.Fields.Zip(second.Fields, (one, other) => one == other).All(same => same);
        if (first.Element is null || second.Element is null)
            return isField && !(first.IsSlice && second.IsSlice);
        return isField && !AreApart(first.Element, second.Element);
    }

    private static bool AreOne(LoweringContext context, Given first, Given second) => SymbolEqualityComparer.Default.Equals(first.Root, second.Root)
        || VariableOf(context, first) is { } one && VariableOf(context, second) is { } other && context.Origins.IsWholeOf(one, other);

    private static Variable? VariableOf(LoweringContext context, Given given) =>
        context.Places.TryGetValue(given.Root!, out Place? place) && place is VariablePlace { Variable: { Type.IsStorage: true } variable } && !context.IsReassigned(variable) ? variable : null;

    /// <summary>Are both elements at known places that differ?</summary>
    private static bool AreApart(IOperation first, IOperation second)
    {
        object?[] one = [.. IndicesOf(first)], other = [.. IndicesOf(second)];
        return one.Length == other.Length && one.Zip(other, (i, j) => i is not null && j is not null && !i.Equals(j)).Any(differs => differs);
    }

    private static IEnumerable<object?> IndicesOf(IOperation element) =>
        element.ChildOperations.Skip(1).Select(index => (index as IArgumentOperation)?.Value ?? index).Select(index => index.ConstantValue is { HasValue: true, Value: var value } ? value : null);

    /// <summary>What a parameter is given.</summary>
    /// <param name="Name">The parameter.</param>
    /// <param name="Root">The variable that it is of, or the type of <c>this</c>; null where it is of something else.</param>
    /// <param name="Fields">The fields on the way from there.</param>
    /// <param name="Element">The element of storage that it refers to, or null.</param>
    /// <param name="IsSlice">Is it a part of storage, so that others need not overlap it?</param>
    /// <param name="IsWritten">May the method write it?</param>
    private sealed record Given(string Name, ISymbol? Root, IReadOnlyList<string> Fields, IOperation? Element, bool IsSlice, bool IsWritten);
}
