using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.ArraysOfStructs;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>
/// Inline arrays (<c>[InlineArray(n)]</c>). The elements of each variable are storage that it keeps for life; what is assigned is copied into it, so that spans
/// over it see the assignment, and nothing else does.
/// </summary>
internal static class InlineArrays
{
    /// <summary>The number of elements; zero for a type that is no inline array.</summary>
    public static int LengthOf(INamedTypeSymbol type) => type.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { Name: "InlineArrayAttribute", ContainingNamespace: { Name: "CompilerServices" } })
        .Select(attribute => attribute.ConstructorArguments is [{ Value: int length }] ? length : 0)
        .FirstOrDefault();

    /// <summary>As what the elements of an inline array can be named, if it lies in an element; null for anything else.</summary>
    public static SpanType? TryRow(Expr value) => value is Element { Storage.Type: var storage, Path: var path } && LeafArrays.InlineAt(storage, path) is not null
        ? new SpanType(value.Type.Element!, storage is SpanType { IsReadOnly: true })
        : null;

    /// <summary>Is it a value whose elements are followed?</summary>
    public static bool Is(IOperation value) => TypeLowering.Lower(value.Type) is StructType { IsInline: true };

    /// <summary>What the elements of an inline array are; null for anything else.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && LengthOf(named) > 0 ? named.GetMembers().OfType<IFieldSymbol>().First(field => !field.IsStatic).Type : null;

    /// <summary>Says that an inline array is not followed, which is one of inline arrays, or of structs with some in them.</summary>
    public static void Refuse(LoweringContext context, Location location, ITypeSymbol type) =>
        context.Report(Descriptors.InlineArrayInElement, location, type.DisplayName(), ElementOf(ElementOf(type)) is null ? "have inline arrays in them" : "are inline arrays");

    public static Expr? LengthOf(IOperation value) =>
        TypeLowering.Lower(value.Type) is StructType { IsInline: true } type ? Constant.Of(type.InlineLength) : null;

    /// <summary>The number of elements of the inline array that is indexed with this; null for other storage.</summary>
    public static Expr? LengthAround(IOperation index)
    {
        while (index.Parent is IConversionOperation or IRangeOperation)
            index = index.Parent;
        return index.Parent is IInlineArrayAccessOperation access ? LengthOf(access.Instance) : null;
    }

    public static NewStorage Zero(StructType type) => new(type.Fields[0].Type, [Constant.Of(type.InlineLength)], [], OnStack: false);

    /// <summary>A new variable, of zeros.</summary>
    public static StructPlace Declare(LoweringContext context, string name, StructType type, VariableRole role)
    {
        Variable variable = context.NewVariable(name, type.Fields[0].Type, role);
        context.Add(new Declare(variable));
        context.Add(new Assign(variable, Zero(type)));
        return new StructPlace([new InlinePlace(variable, type.InlineLength)], type);
    }

    /// <summary>The elements of a parameter; of one that comes in by value and is written, a copy.</summary>
    public static InlinePlace PlaceOf(LoweringContext context, Parameter parameter, bool isWritten)
    {
        int length = parameter.Part!.InlineLength!.Value;
        if (parameter.InlineMode is not PassingMode.Value || !isWritten)
            return new(parameter.Variable, length);
        Variable copy = context.NewVariable(parameter.Name, new ArrayType(parameter.Type.Element!, 1));
        context.Add(new Declare(copy));
        context.Add(new Assign(copy, new CopyOf(copy.Type, new Use(parameter.Variable))));
        return new(copy, length);
    }

    /// <summary>Does the method write its own parameter? Only asked of those with inline arrays in them, and of no others.</summary>
    public static bool IsWritten(LoweringContext context, IParameterSymbol symbol, StructType type) =>
        type.HoldsInline && (InlinedCode.Of(context, context.Method)?.Writes(context, symbol) ?? true);

    /// <summary>Gives a new variable its first value: what nothing else names becomes its storage, all else is copied.</summary>
    public static void Initialize(LoweringContext context, InlinePlace place, Expr value)
    {
        if (!context.TryDropZero(place.Variable))
            Write(context, place, value);
        else if (!context.TryRetarget(value, place.Variable))
            context.Add(new Assign(place.Variable, value is NewStorage ? value : new CopyOf(place.Variable.Type, value)));
    }

    /// <summary>Copies the elements of a value into a variable.</summary>
    public static void Write(LoweringContext context, InlinePlace place, Expr value) => Write(context, new Use(place.Variable), place.Length, value);

    /// <summary>The same where the elements are those of an inline array in an element.</summary>
    /// <param name="context">Where.</param>
    /// <param name="storage">The storage of the element.</param>
    /// <param name="indices">Where in it the element is.</param>
    /// <param name="path">Where in the element the inline array is.</param>
    /// <param name="value">What is copied there.</param>
    public static void Write(LoweringContext context, Expr storage, EquatableArray<Expr> indices, EquatableArray<string> path, Expr value) =>
        Write(context, new Element(storage, indices, path), LeafArrays.WidthOf(storage.Type, path), value);

    private static void Write(LoweringContext context, Expr target, int length, Expr value)
    {
        ForEachLowering.CountedLoop(context, "i", Constant.Of(length), i =>
        {
            context.ElementWrites.Add(new(target, context.Source));
            if (value is NewStorage)
                StructStorage.Store(context, target, [i], StorageLowering.Zero(target.Type.Element!));
            else
                StructStorage.Copy(context, value, [i], target, [i]);
        });
    }

    /// <summary>A value that no later statement changes.</summary>
    public static StructValue Copied(LoweringContext context, StructValue value, string name) => value with
    {
        Elements = [value.Elements[0] is NewStorage made ? context.Save(made, name) : context.Save(new CopyOf(value.Struct.Fields[0].Type, value.Elements[0]), name)],
    };

    /// <summary>A value as a place that is only read.</summary>
    public static StructPlace AsPlace(LoweringContext context, StructValue value, string name)
    {
        Use elements = value.Elements[0] as Use ?? context.Save(value.Elements[0], name);
        return new StructPlace([new InlinePlace(elements.Variable, value.Struct.InlineLength)], value.Struct);
    }

    /// <summary>The value of a result: elements that a parameter was given as, or that lie in an element, are copied.</summary>
    public static StructValue Own(LoweringContext context, StructValue value) => value with
    {
        Elements = value.Elements.Select(element => element switch
        {
            StructValue inner => Own(context, inner),
            Use { Type: SpanType } or Element when value.Struct.IsInline => context.Save(new CopyOf(new ArrayType(element.Type.Element!, 1), element), (element as Use)?.Variable.Name ?? "elements"),
            _ => element,
        }).ToEquatableArray(),
    };

    /// <summary>The place that a reference refers to; a new variable where an inline array is discarded, since its elements have to go somewhere.</summary>
    public static Place NotDiscarded(LoweringContext context, Place place, IParameterSymbol parameter) =>
        place is DiscardPlace && TypeLowering.Lower(parameter.Type) is StructType { HoldsInline: true } type
            ? context.Declare(parameter.Name, type, VariableRole.Temporary)
            : place;

    /// <summary>Copies the elements that a callee is given by value, where it may write the same storage.</summary>
    public static void Pass(LoweringContext context, Callee callee, Expr?[] arguments)
    {
        List<Variable> written = [.. callee.Parameters.Select((parameter, i) => parameter.IsMutated && arguments[i] is { } argument ? Origins.RootOf(argument) : null).OfType<Variable>()];
        for (int i = 0; i < arguments.Length; i++)
        {
            if (callee.Parameters[i] is not { InlineMode: PassingMode.Value or PassingMode.In, Type: SpanType span } || arguments[i] is not { } elements)
                continue;
            bool isShared = Origins.RootOf(elements) is { } root && written.Any(other => context.Origins.MayShare(other, root));
            if (isShared)
                arguments[i] = context.Save(new CopyOf(new ArrayType(span.ElementType, 1), elements), "copy");
        }
    }
}
