using System.Reflection;

namespace Differentiable.Tests.Testing;

/// <summary>Questions about the types that carry derivatives.</summary>
internal static class RealTypes
{
    public static bool IsReal(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(Half);

    /// <summary>The number in the given type, which may be an integer type.</summary>
    public static object Convert(double value, Type type) => type == typeof(Half) ? (Half)value : System.Convert.ChangeType(value, type);

    /// <summary>A struct or a tuple of the user's.</summary>
    public static bool IsStruct(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && !IsSpan(type);

    /// <summary>The fields of a struct, in the order in which they are declared.</summary>
    public static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(field => field.MetadataToken);

    /// <summary>Is it a struct with arrays of real numbers in it?</summary>
    public static bool HoldsArrays(Type type) =>
        IsStruct(type) && Fields(type).Any(field => field.FieldType.IsArray ? HoldsReal(field.FieldType) : HoldsArrays(field.FieldType));

    /// <summary>Do arrays of it become one array for each leaf: are there arrays or inline arrays in it?</summary>
    public static bool IsByLeaf(Type element) => HoldsArrays(element) || HoldsInline(element);

    private static bool HoldsInline(Type type) => IsStruct(type) && (InlineElements.Are(type) || Fields(type).Any(field => HoldsInline(field.FieldType)));

    /// <summary>Is there a real number in it?</summary>
    public static bool HoldsReal(Type type) => Holds(type, typeof(double)) || Holds(type, typeof(float)) || Holds(type, typeof(Half));

    /// <summary>Is there a scalar of this type in it?</summary>
    public static bool Holds(Type type, Type scalar)
    {
        Type leaf = Leaf(type);
        return leaf == scalar || (IsStruct(leaf) && Fields(leaf).Any(field => Holds(field.FieldType, scalar)));
    }

    public static bool IsSpan(Type type) => IsMutableSpan(type) || IsReadOnlySpan(type);

    public static bool IsMutableSpan(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Span<>);

    public static bool IsReadOnlySpan(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>);

    public static bool IsStorage(Type type) => type.IsArray || IsSpan(type);

    /// <summary>The scalar at the bottom: <c>double</c> for <c>double[][]</c>.</summary>
    public static Type Leaf(Type type) => IsStorage(type) ? Leaf(Element(type)) : type;

    public static Type Element(Type storage) => storage.IsArray ? storage.GetElementType()! : storage.GetGenericArguments()[0];

    /// <summary>Can a span stand for it? Arrays of structs that have arrays in them stay arrays.</summary>
    public static bool IsVector(Type storage) => IsSpan(storage) || IsOneDimensional(storage) && !HoldsArrays(Element(storage));

    /// <summary>Can an array stand for it: is it an array of rank one or a span?</summary>
    public static bool IsOneDimensional(Type storage) => IsSpan(storage) || storage.IsSZArray && !Element(storage).IsArray;

    /// <summary>The type of the gradient of storage that the caller provides; a struct with arrays is passed by reference.</summary>
    public static Type Destination(Type storage) =>
        HoldsArrays(storage) ? storage.MakeByRefType() : IsVector(storage) ? typeof(Span<>).MakeGenericType(Element(storage)) : storage;

    /// <summary>The type of the gradient of storage that is made for the caller; also how the harness holds such an argument.</summary>
    public static Type Allocated(Type storage) => IsOneDimensional(storage) ? Element(storage).MakeArrayType() : storage;
}
