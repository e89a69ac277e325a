using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Differentiable.Runtime;

namespace Differentiable.Tests.Testing;

/// <summary>Inline arrays by reflection, which knows of their first element only.</summary>
internal static class InlineElements
{
    private static readonly MethodInfo s_read = typeof(InlineElements).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo s_write = typeof(InlineElements).GetMethod(nameof(Write), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static bool Are(Type type) => type.IsDefined(typeof(InlineArrayAttribute));

    public static Type TypeIn(Type type) => RealTypes.Fields(type).Single().FieldType;

    public static Array Of(object whole) => (Array)s_read.MakeGenericMethod(whole.GetType(), TypeIn(whole.GetType())).Invoke(null, [whole])!;

    public static object Make(Type type, Array elements) => s_write.MakeGenericMethod(type, TypeIn(type)).Invoke(null, [elements])!;

    private static T[] Read<TArray, T>(TArray whole)
        where TArray : struct =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<TArray, T>(ref whole), Unsafe.SizeOf<TArray>() / Unsafe.SizeOf<T>()).ToArray();

    private static TArray Write<TArray, T>(T[] elements)
        where TArray : struct => InlineArrays.Make<TArray, T>(elements);
}
