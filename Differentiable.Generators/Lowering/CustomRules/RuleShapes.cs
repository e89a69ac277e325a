using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>Finds the shapes of the rules for a method, which are those of the members that are generated for a differentiable method.</summary>
internal sealed class RuleShapes
{
    private readonly IMethodSymbol _method;
    private readonly IReadOnlyList<RuleInput> _inputs;
    private readonly Dictionary<string, string> _adjoints = [];
    private readonly IReadOnlyList<(IrType Type, string Name)> _results;

    private RuleShapes(IMethodSymbol method, Func<string, bool> isConstant, bool changesSelf)
    {
        _method = method;
        _inputs = [.. RuleInput.Of(method, isConstant, changesSelf)];
        _results = ResultsOf(method);
        HashSet<string> taken = [.. _inputs.Select(input => input.Name)];
        foreach (RuleInput input in _inputs.Where(input => input.Type.HoldsReal))
            taken.Add(_adjoints[input.Name] = FreeName.Like("d" + input.Name, taken.Contains));
    }

    /// <summary>What a pullback of the method looks like.</summary>
    /// <param name="method">The method, without open type parameters.</param>
    /// <param name="isConstant">Is there no derivative with respect to what is called so?</param>
    /// <param name="changesSelf">Does it change the struct that it is called on?</param>
    public static RuleShape Pullback(IMethodSymbol method, Func<string, bool> isConstant, bool changesSelf) => new RuleShapes(method, isConstant, changesSelf).Pullback();

    /// <summary>What a tangent rule of the method looks like.</summary>
    /// <inheritdoc cref="Pullback(IMethodSymbol, Func{string, bool}, bool)"/>
    public static RuleShape Tangent(IMethodSymbol method, Func<string, bool> isConstant, bool changesSelf) => new RuleShapes(method, isConstant, changesSelf).Tangent();

    private RuleShape Pullback()
    {
        List<RuleInput> values = [.. _inputs.Where(p => p.IsActive && p.RefKind is not (RefKind.Out or RefKind.Ref) && !p.Type.IsStorage)];
        IEnumerable<RuleSlot> slots =
        [
            .. _inputs.Where(p => p.RefKind != RefKind.Out).SelectMany(InputsOf),
            .. ResultCotangent(),
            .. _inputs.Where(p => p.RefKind == RefKind.Out && p.IsActive).Select(p => OutputCotangent(p, RefKind.None)),
            .. _inputs.Where(p => p.RefKind == RefKind.Ref && p.IsActive).Select(p => OutputCotangent(p, RefKind.Ref)),
            .. Value(),
            .. _inputs.Where(p => p.IsActive && p.Type.IsStorage).Select(Destination),
        ];
        return new(Receiver(), [.. slots], Whole([.. values.Select(p => p.Type)]), [.. values.Select(p => p.Name)]) { Adjoints = [.. values.Select(p => (_adjoints[p.Name], p.Symbol))] };
    }

    private RuleShape Tangent()
    {
        IEnumerable<RuleSlot> slots =
        [
            .. _inputs.Select(p => new RuleSlot(
                p.Name, new(RuleOperandKind.Input, p.Ordinal), Viewed(p.Type, p.IsWritable), Passed(p), IsOptional: false)),
            .. _inputs.Where(p => p.IsActive).Select(p => new RuleSlot(
                FreeName.Like(p.Name + "Dot", IsTaken), new(RuleOperandKind.Tangent, p.Ordinal), TangentTypes(p), Passed(p), IsOptional: false)),
        ];
        List<(IrType Type, string Name)> all = [.. _results, .. _results.Where(result => result.Type.HoldsReal).Select(result => (result.Type, result.Name + "Dot"))];
        return new(Receiver(), [.. slots], Whole([.. all.Select(value => value.Type)]), [.. all.Select(value => value.Name)]);
    }

    /// <summary>The elements of a tuple, or the one value.</summary>
    private static IReadOnlyList<(IrType Type, string Name)> ResultsOf(IMethodSymbol method) => method switch
    {
        { ReturnsVoid: true } => [],
        { ReturnType: INamedTypeSymbol { IsTupleType: true } tuple } => [.. tuple.TupleElements.Select(element => (TypeLowering.Lower(element.Type), element.Name))],
        _ => [(TypeLowering.Lower(method.ReturnType), "value")],
    };

    private static IrType? Whole(IReadOnlyList<IrType> components) => components.Count switch
    {
        0 => null,
        1 => components[0],
        _ => StructType.Tuple(components),
    };

    private static RefKind Passed(RuleInput input) => input.RefKind is RefKind.Ref or RefKind.Out ? input.RefKind : RefKind.None;

    private IrType? Receiver() => RuleInput.IsOnObject(_method) ? TypeLowering.Lower(_method.ContainingType) : null;

    private IEnumerable<RuleSlot> InputsOf(RuleInput input)
    {
        EquatableArray<IrType> types = Viewed(input.Type, isWritten: false);
        yield return Optional(input.Name, RuleOperandKind.Input, types);
        if (input.Type.IsVector && !IsTaken(input.Name + "Length"))
            yield return Optional(input.Name + "Length", RuleOperandKind.Length, [IrType.Int32]);
        if (input.IsWritable && !IsTaken(input.Name + "Before"))
            yield return Optional(input.Name + "Before", RuleOperandKind.Before, types);

        RuleSlot Optional(string name, RuleOperandKind kind, EquatableArray<IrType> types) =>
            new(name, new(kind, input.Ordinal), types, RefKind.None, IsOptional: true);
    }

    private IEnumerable<RuleSlot> ResultCotangent()
    {
        if (!_results.Any(result => result.Type.HoldsReal))
            return [];
        IrType type = _results is [(ArrayType { Rank: 1 } array, _)] ? new SpanType(array.ElementType, IsReadOnly: true) : Whole([.. _results.Select(result => result.Type)])!;
        return [new(FreeName.Like("dresult", IsTaken), new(RuleOperandKind.ResultCotangent, RuleOperand.OfResult), [type], RefKind.None, IsOptional: false)];
    }

    private IEnumerable<RuleSlot> Value()
    {
        bool isTuple = _results.Count > 1;
        if (!_results.Any(result => result.Type.HoldsReal) || (isTuple && _results.Any(result => result.Type.IsStorage)))
            return [];
        EquatableArray<IrType> types = isTuple ? [Whole([.. _results.Select(result => result.Type)])!] : Viewed(_results[0].Type, isWritten: false);
        return [new(FreeName.Like("result", IsTaken), new(RuleOperandKind.Value, RuleOperand.OfResult), types, RefKind.None, IsOptional: true)];
    }

    private bool IsTaken(string name) => _adjoints.ContainsValue(name) || _inputs.Any(input => input.Name == name);

    private RuleSlot OutputCotangent(RuleInput input, RefKind passing) =>
        new(_adjoints[input.Name], new(RuleOperandKind.OutputCotangent, input.Ordinal), [input.Type], passing, IsOptional: false);

    private RuleSlot Destination(RuleInput input)
    {
        IrType destination = input.Type.IsVector ? new SpanType(input.Type.Element!, IsReadOnly: false) : input.Type;
        return new(_adjoints[input.Name], new(RuleOperandKind.Destination, input.Ordinal), [destination], RefKind.None, IsOptional: false);
    }

    private static EquatableArray<IrType> TangentTypes(RuleInput input)
    {
        IrType type = input.Type;
        if (!type.IsVector)
            return [type];
        SpanType written = new(type.Element!, IsReadOnly: false), read = new(type.Element!, IsReadOnly: true);
        return type is ArrayType ? [read, written, type] : input.IsWritable ? [written] : [read];
    }

    /// <summary>A vector as itself or as a span.</summary>
    private static EquatableArray<IrType> Viewed(IrType type, bool isWritten)
    {
        if (!type.IsVector)
            return [type];
        IEnumerable<IrType> views = [type, new SpanType(type.Element!, IsReadOnly: false), new SpanType(type.Element!, IsReadOnly: true)];
        return views.Where(view => !isWritten || view is not SpanType { IsReadOnly: true }).Distinct().Where(view => view == type || type is not SpanType { IsReadOnly: true }).ToEquatableArray();
    }
}
