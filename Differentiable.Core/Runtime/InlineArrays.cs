using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Runtime;

/// <summary>Inline arrays as values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InlineArrays
{
    /// <summary>An inline array with these elements.</summary>
    /// <typeparam name="TArray">A struct marked <see cref="InlineArrayAttribute"/>, of elements of type <typeparamref name="T"/>.</typeparam>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="elements">As many elements as it has.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TArray Make<TArray, T>(ReadOnlySpan<T> elements)
        where TArray : struct
    {
        TArray made = default;
        Span<T> places = Places<TArray, T>(ref made);
        if (elements.Length != places.Length)
            throw new ArgumentException($"{elements.Length} elements do not make a {typeof(TArray).Name}.", nameof(elements));
        elements.CopyTo(places);
        return made;
    }

    /// <summary>The elements of one of several inline arrays whose elements stand one behind the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="elements">The elements of all.</param>
    /// <param name="index">Which one.</param>
    /// <param name="length">How many elements each has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<T> Row<T>(ReadOnlySpan<T> elements, int index, int length) => elements.Slice(index * length, length);

    /// <summary>An index that is one of an inline array.</summary>
    /// <param name="index">The index.</param>
    /// <param name="length">How many elements there are.</param>
    /// <exception cref="IndexOutOfRangeException">It is none.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Index(int index, int length) => (uint)index < (uint)length ? index : throw new IndexOutOfRangeException();

    /// <summary>The elements of an inline array.</summary>
    /// <typeparam name="TArray">Its type.</typeparam>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="array">The inline array.</param>
    /// <returns>A new array.</returns>
    public static T[] Elements<TArray, T>(TArray array)
        where TArray : struct
        => Places<TArray, T>(ref array).ToArray();

    /// <summary>The elements in their places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> Places<TArray, T>(ref TArray array)
        where TArray : struct
        => MemoryMarshal.CreateSpan(ref Unsafe.As<TArray, T>(ref array), Unsafe.SizeOf<TArray>() / Unsafe.SizeOf<T>());
}
