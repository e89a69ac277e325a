using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Differentiable;

/// <summary>Where the real numbers are in values of a type: in fields of structs and tuples and elements of arrays, as generated code sees them.</summary>
[RequiresUnreferencedCode("Looks into the fields of structs.")]
internal sealed class NumberLayout
{
    private static readonly Type[] s_reals = [typeof(double), typeof(float), typeof(Half)];

    private readonly Type _type;

    private NumberLayout(Type type) => _type = type;

    /// <summary>What the elements of an array or a span are like.</summary>
    public NumberLayout? Element { get; private init; }

    /// <summary>The fields that have numbers in them, by the names that users know; no name for the rest of a long tuple.</summary>
    public IReadOnlyList<(FieldInfo Field, string Name, NumberLayout Layout)> Fields { get; private init; } = [];

    /// <summary>Are there numbers in it?</summary>
    public bool HoldsReal => Leaves.Any();

    /// <summary>Are there arrays with numbers in it, or is it one?</summary>
    public bool HoldsArrays => HoldsReal && (Element is not null || Fields.Any(part => part.Layout.HoldsArrays));

    /// <summary>The types of the numbers in it.</summary>
    public IEnumerable<Type> Leaves => IsReal(_type) ? [_type] : Element?.Leaves ?? Fields.SelectMany(part => part.Layout.Leaves);

    /// <summary>Is there an inline array with numbers in it? Reflection sees the first of them only.</summary>
    public bool HoldsInlineArray => HoldsReal && (_type.IsDefined(typeof(InlineArrayAttribute), inherit: false) || Element is { HoldsInlineArray: true } || Fields.Any(part => part.Layout.HoldsInlineArray));

    public static NumberLayout Of(ParameterInfo parameter) => Of(parameter.ParameterType, TupleNames.Of(parameter));

    public static NumberLayout Of(Type type) => Of(type, new([]));

    public static bool IsReal(Type type) => s_reals.Contains(type);

    public static bool IsSpan(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(Span<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>));

    private static NumberLayout Of(Type type, TupleNames names)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, names);
        if (type.IsArray)
            return new(type) { Element = Of(type.GetElementType()!, names) };
        if (IsSpan(type))
            return new(type) { Element = Of(type.GetGenericArguments()[0], names) };
        if (TupleNames.IsTuple(type))
            return OfTuple(type, names.Take(type), 0, names);
        names.Skip(type);
        return new(type) { Fields = IsFollowed(type) ? [.. FieldsOf(type).Where(field => field.Layout.HoldsReal)] : [] };
    }

    /// <summary>The platform's own structs hide what is in them, but for those of System.Numerics.</summary>
    private static bool IsFollowed(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && !IsReal(type)
        && (type.Namespace == "System.Numerics" || type.Namespace?.Split('.')[0] != "System");

    private static IEnumerable<(FieldInfo Field, string Name, NumberLayout Layout)> FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => (field, NameOf(field), Of(field.FieldType, TupleNames.Of(field))));

    private static NumberLayout OfTuple(Type type, string?[] own, int first, TupleNames names)
    {
        List<(FieldInfo Field, string Name, NumberLayout Layout)> fields = [];
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public))
        {
            int element = first + fields.Count;
            bool isRest = field.Name == "Rest";
            if (isRest)
                names.Take(field.FieldType);
            fields.Add(isRest
                ? (field, "", OfTuple(field.FieldType, own, element, names))
                : (field, own[element] ?? $"Item{element + 1}", Of(field.FieldType, names)));
        }
        return new(type) { Fields = [.. fields.Where(field => field.Layout.HoldsReal)] };
    }

    /// <summary>What the field is called where it is visible: by the property that it belongs to by its name, if there is one.</summary>
    private static string NameOf(FieldInfo field)
    {
        if (field.IsPublic)
            return field.Name;
        string plain = field.Name.StartsWith('<')
            ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)]
            : field.Name[(field.Name.StartsWith("m_", StringComparison.Ordinal) ? 2 : 0)..].TrimStart('_');
        const BindingFlags Visible = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.IgnoreCase;
        return field.DeclaringType!.GetProperty(plain, Visible)?.Name ?? field.Name;
    }
}
