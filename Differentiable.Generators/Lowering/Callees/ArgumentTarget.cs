using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>Which variables, or what of which storage, an argument refers to. Found without evaluating anything.</summary>
/// <param name="Place">The variable, or the parts of a struct.</param>
/// <param name="Indices">The indices of the element, null for one that is not known; null where it is no element. Rows before it do not count: two may be one array.</param>
/// <param name="Path">The fields of the element on the way to what is referred to.</param>
/// <param name="IsSlice">Is it of a slice, whose elements are elsewhere in the storage?</param>
internal sealed record ArgumentTarget(Place Place, IReadOnlyList<Expr?>? Indices, IReadOnlyList<string> Path, bool IsSlice)
{
    /// <summary>Is it of a row of a jagged array, which need not be that of another index?</summary>
    public bool IsRow { get; init; }

    /// <summary>What else it may refer to, where that shows only at run time.</summary>
    public ArgumentTarget? Or { get; init; }

    /// <summary>What is not known; it may be anything.</summary>
    private static ArgumentTarget Anything { get; } = new(DiscardPlace.Instance, null, [], false);

    /// <summary>The target of an argument, or null where it is fresh or comes from elsewhere.</summary>
    public static ArgumentTarget? Of(LoweringContext context, IOperation argument) => argument switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Of(context, conversion.Operand),
        ILocalReferenceOperation local => OfSymbol(context, local.Local),
        IParameterReferenceOperation { Parameter: var parameter } => StructMembers.CapturedPlace(context, parameter) is { } field ? OfPlace(field) : OfSymbol(context, parameter),
        IInstanceReferenceOperation => context.Selves.Count > 0 ? OfPlace(context.Selves.Peek()) : null,
        _ when ReturnedReferences.Is(argument) => Anything,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } field => Of(context, instance)?.FieldOf(field),
        IInvocationOperation call when SlicedBy(call) is { } sliced => Of(context, sliced)?.SlicedIf(call.Arguments.Length > (call.Instance is null ? 1 : 0)),
        _ when ElementLowering.TryRange(argument) is var (storage, _) => TypeLowering.Lower(storage.Type) is ArrayType ? null : Of(context, storage)?.SlicedIf(true),
        IArrayElementReferenceOperation row when TypeLowering.Lower(row.Type).IsStorage => Of(context, row.ArrayReference) is { } rows ? rows with { IsRow = true } : null,
        IArrayElementReferenceOperation element => OfElements(context, element.ArrayReference)?.At([.. element.Indices]),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } element when TypeLowering.IsSpan(span.Type) => OfElements(context, span)?.At([.. element.Arguments.Select(index => index.Value)]),
        IImplicitIndexerReferenceOperation element => OfElements(context, element.Instance)?.At(element.Argument),
        IInlineArrayAccessOperation element => Of(context, element.Instance)?.At(element.Argument),
        IConditionalOperation { IsRef: true } choice => Either(Of(context, choice.WhenTrue), Of(context, choice.WhenFalse!)),
        _ => null,
    };

    /// <summary>Storage that other code hands out may be any; as an argument it is compared when the code runs, but not its elements.</summary>
    private static ArgumentTarget? OfElements(LoweringContext context, IOperation storage) =>
        Of(context, storage) ?? (storage is IInvocationOperation or IPropertyReferenceOperation ? Anything : null);

    /// <summary>The storage that it is of, if it is of some.</summary>
    public Variable? Storage => Place is VariablePlace { Variable: { Type.IsStorage: true } variable } ? variable : null;

    /// <summary>Is it the whole of an array or a span, or a part of one that the method checks on entry?</summary>
    public bool IsVector => Storage is not null && Indices is null;

    /// <summary>
    /// Are both taken to be of one variable or storage? Elements are, unless their places or fields are known to differ. Parts of storage are not: whether they overlap
    /// shows when the code runs, and the forward half of the method looks.
    /// </summary>
    public bool Overlaps(LoweringContext context, ArgumentTarget other) => Targets.Any(one => other.Targets.Any(two => one.OverlapsHere(context, two)));

    private bool OverlapsHere(LoweringContext context, ArgumentTarget other)
    {
        if (Place is DiscardPlace || other.Place is DiscardPlace)
            return true;
        if (Storage is not { } mine || other.Storage is not { } others)
            return PlaceLowering.VariablesOf(Place).Intersect(PlaceLowering.VariablesOf(other.Place)).Any() || HaveOneArray(context, other);
        bool isSame = mine == others;
        if (IsVector && other.IsVector)
            return !(IsPart && other.IsPart) && (isSame || AreNamedOnce(context, mine, others) && context.Origins.IsWholeOf(mine, others));
        return (isSame && !AreApart(other)) || (!isSame && context.Origins.MayShare(mine, others));
    }

    /// <summary>Is an array in the one, which is a struct, the whole of the other, or of one in it?</summary>
    private bool HaveOneArray(LoweringContext context, ArgumentTarget other) => ArraysIn(Place)
        .Any(mine => ArraysIn(other.Place).Any(others => AreNamedOnce(context, mine, others) && context.Origins.IsWholeOf(mine, others)));

    private static IEnumerable<Variable> ArraysIn(Place place) => PlaceLowering.VariablesOf(place).Where(variable => variable.Type.IsStorage);

    private IEnumerable<ArgumentTarget> Targets => Or is null ? [this] : [this, .. Or.Targets];

    private bool IsPart => IsSlice || IsRow;

    private static bool AreNamedOnce(LoweringContext context, Variable one, Variable other) => !context.IsReassigned(one) && !context.IsReassigned(other);

    /// <summary>Are both elements at places, or fields of elements, that are known to differ?</summary>
    private bool AreApart(ArgumentTarget other)
    {
        if (Indices is null || other.Indices is null || IsSlice || other.IsSlice)
            return false;
        bool areOtherFields = Path.Zip(other.Path, (one, two) => one != two).Any(differ => differ);
        return areOtherFields || Indices.Zip(other.Indices, (one, two) => one is Constant { Value: var i } && two is Constant { Value: var j } && !i.Equals(j)).Any(differ => differ);
    }

    private static ArgumentTarget? OfSymbol(LoweringContext context, ISymbol symbol) => context.Places.TryGetValue(symbol, out Place? place) ? OfPlace(place) : null;

    private static ArgumentTarget? OfPlace(Place place) => place switch
    {
        StructPlace { Elements: [InlinePlace elements] } => new(elements, null, [], false),
        VariablePlace or StructPlace => new(place, null, [], false),
        ElementPlace element when Origins.RootOf(element.Storage) is { } root => new(new VariablePlace(root), [.. element.Indices], [.. element.Path], false),
        ConditionalPlace choice => Either(OfPlace(choice.WhenTrue), OfPlace(choice.WhenFalse)),
        _ => null,
    };

    private static ArgumentTarget? Either(ArgumentTarget? one, ArgumentTarget? other) => one is null ? other : other is null ? one : one with { Or = Either(one.Or, other) };

    private ArgumentTarget? FieldOf(IFieldReferenceOperation field) => Either(FieldHere(field), Or?.FieldOf(field));

    private ArgumentTarget? FieldHere(IFieldReferenceOperation field)
    {
        if (Indices is not null)
            return this with { Path = [.. Path, field.Field.Name] };
        return Place is StructPlace { Type: { } type } && StructTypes.IndexOf(type, field.Field) is >= 0 and var index ? OfPlace(StructValues.FieldOf(Place, type, index)) : this;
    }

    private ArgumentTarget SlicedIf(bool isPart) => this with { IsSlice = IsSlice || isPart };

    private ArgumentTarget At(params IOperation[] indices) =>
        this with { Indices = [.. indices.Select(index => index.ConstantValue is { HasValue: true, Value: int constant } ? Constant.Of(constant) : null)] };

    private static IOperation? SlicedBy(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Slice" } method when TypeLowering.IsSpan(method.ContainingType) => call.Instance,
        { Name: "AsSpan", ContainingType: { Name: "MemoryExtensions" } type } when TypeLowering.IsSystem(type.ContainingNamespace) => call.Arguments[0].Value,
        _ => null,
    };
}
