using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>Finds the shapes of the rules for a method, which are those of the members that are generated for a differentiable method.</summary>
internal sealed class RuleShapes
{
    private readonly IMethodSymbol _method;
    private readonly Func<IParameterSymbol, bool> _isConstant;
    private readonly Dictionary<string, string> _adjoints = [];
    private readonly IReadOnlyList<IrType> _results;

    private RuleShapes(IMethodSymbol method, Func<IParameterSymbol, bool> isConstant)
    {
        _method = method;
        _isConstant = isConstant;
        _results = SignatureLowering.LowerResult(method).Components;
        HashSet<string> taken = [.. method.Parameters.Select(parameter => parameter.Name)];
        foreach (IParameterSymbol parameter in method.Parameters.Where(parameter => TypeLowering.Lower(parameter.Type).HoldsReal))
            taken.Add(_adjoints[parameter.Name] = FreeName.Like("d" + parameter.Name, taken.Contains));
    }

    /// <summary>What a pullback of the method looks like.</summary>
    /// <param name="method">The method, without open type parameters.</param>
    /// <param name="isConstant">Is there no derivative with respect to the parameter?</param>
    public static RuleShape Pullback(IMethodSymbol method, Func<IParameterSymbol, bool> isConstant) => new RuleShapes(method, isConstant).Pullback();

    /// <summary>What a tangent rule of the method looks like.</summary>
    /// <inheritdoc cref="Pullback(IMethodSymbol, Func{IParameterSymbol, bool})"/>
    public static RuleShape Tangent(IMethodSymbol method, Func<IParameterSymbol, bool> isConstant) => new RuleShapes(method, isConstant).Tangent();

    /// <summary>May it be written through the parameter, as far as its type says?</summary>
    public static bool IsWritable(IParameterSymbol parameter) => TypeLowering.Lower(parameter.Type) is ArrayType or SpanType { IsReadOnly: false };

    private RuleShape Pullback()
    {
        List<IParameterSymbol> scalars = [.. _method.Parameters.Where(p => IsActive(p) && p.RefKind is not (RefKind.Out or RefKind.Ref) && TypeOf(p).IsReal)];
        IrType? result = scalars.Count switch
        {
            0 => null,
            1 => TypeOf(scalars[0]),
            _ => StructType.Tuple(scalars.Select(TypeOf)),
        };
        IEnumerable<RuleSlot> slots =
        [
            .. _method.Parameters.Where(p => p.RefKind != RefKind.Out).SelectMany(InputsOf),
            .. ResultCotangent(),
            .. _method.Parameters.Where(p => p.RefKind == RefKind.Out && IsActive(p)).Select(p => OutputCotangent(p, RefKind.None)),
            .. _method.Parameters.Where(p => p.RefKind == RefKind.Ref && IsActive(p)).Select(p => OutputCotangent(p, RefKind.Ref)),
            .. Value(),
            .. _method.Parameters.Where(p => IsActive(p) && TypeOf(p).IsStorage).Select(Destination),
        ];
        return new(Receiver(), [.. slots], result, [.. scalars.Select(p => p.Name)]);
    }

    private RuleShape Tangent()
    {
        IEnumerable<RuleSlot> slots =
        [
            .. _method.Parameters.Select(p => new RuleSlot(
                p.Name, new(RuleOperandKind.Input, p.Ordinal), Viewed(TypeOf(p), IsWritable(p)), Passed(p), IsOptional: false)),
            .. _method.Parameters.Where(IsActive).Select(p => new RuleSlot(
                FreeName.Like(p.Name + "Dot", IsTaken), new(RuleOperandKind.Tangent, p.Ordinal), TangentTypes(p), Passed(p), IsOptional: false)),
        ];
        IReadOnlyList<string> names = _results.Count > 1 ? SignatureLowering.LowerResult(_method).Names.ToList() : ["value"];
        List<(IrType Type, string Name)> values = [.. _results.Select((type, i) => (type, names[i]))];
        List<(IrType Type, string Name)> all = [.. values, .. values.Where(value => value.Type.HoldsReal).Select(value => (value.Type, value.Name + "Dot"))];
        return new(Receiver(), [.. slots], Whole([.. all.Select(value => value.Type)]), [.. all.Select(value => value.Name)]);
    }

    private static IrType? Whole(IReadOnlyList<IrType> components) => components.Count switch
    {
        0 => null,
        1 => components[0],
        _ => StructType.Tuple(components),
    };

    private static RefKind Passed(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.Ref or RefKind.Out ? parameter.RefKind : RefKind.None;

    private IrType? Receiver() => _method.IsStatic ? null : TypeLowering.Lower(_method.ContainingType);

    private bool IsActive(IParameterSymbol parameter) => SignatureLowering.IsActive(parameter, TypeOf(parameter)) && !_isConstant(parameter);

    private static IrType TypeOf(IParameterSymbol parameter) => TypeLowering.Lower(parameter.Type);

    private IEnumerable<RuleSlot> InputsOf(IParameterSymbol parameter)
    {
        EquatableArray<IrType> types = Viewed(TypeOf(parameter), isWritten: false);
        yield return Optional(parameter.Name, RuleOperandKind.Input, types);
        if (TypeOf(parameter).IsVector && !IsTaken(parameter.Name + "Length"))
            yield return Optional(parameter.Name + "Length", RuleOperandKind.Length, [IrType.Int32]);
        if (IsWritable(parameter) && !IsTaken(parameter.Name + "Before"))
            yield return Optional(parameter.Name + "Before", RuleOperandKind.Before, types);

        RuleSlot Optional(string name, RuleOperandKind kind, EquatableArray<IrType> types) =>
            new(name, new(kind, parameter.Ordinal), types, RefKind.None, IsOptional: true);
    }

    private IEnumerable<RuleSlot> ResultCotangent()
    {
        if (!_results.Any(type => type.HoldsReal))
            return [];
        IrType type = _results is [ArrayType { Rank: 1 } array] ? new SpanType(array.ElementType, IsReadOnly: true) : Whole(_results)!;
        return [new(FreeName.Like("dresult", IsTaken), new(RuleOperandKind.ResultCotangent, -1), [type], RefKind.None, IsOptional: false)];
    }

    private IEnumerable<RuleSlot> Value() => _results is [{ HoldsReal: true } type]
        ? [new(FreeName.Like("result", IsTaken), new(RuleOperandKind.Value, -1), Viewed(type, isWritten: false), RefKind.None, IsOptional: true)]
        : [];

    private bool IsTaken(string name) => _adjoints.ContainsValue(name) || _method.Parameters.Any(parameter => parameter.Name == name);

    private RuleSlot OutputCotangent(IParameterSymbol parameter, RefKind passing) =>
        new(_adjoints[parameter.Name], new(RuleOperandKind.OutputCotangent, parameter.Ordinal), [TypeOf(parameter)], passing, IsOptional: false);

    private RuleSlot Destination(IParameterSymbol parameter)
    {
        IrType type = TypeOf(parameter);
        IrType destination = type.IsVector ? new SpanType(type.Element!, IsReadOnly: false) : type;
        return new(_adjoints[parameter.Name], new(RuleOperandKind.Destination, parameter.Ordinal), [destination], RefKind.None, IsOptional: false);
    }

    private static EquatableArray<IrType> TangentTypes(IParameterSymbol parameter)
    {
        IrType type = TypeOf(parameter);
        if (!type.IsVector)
            return [type];
        SpanType written = new(type.Element!, IsReadOnly: false), read = new(type.Element!, IsReadOnly: true);
        return type is ArrayType ? [read, written, type] : IsWritable(parameter) ? [written] : [read];
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
