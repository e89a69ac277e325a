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
        Span<T> places = MemoryMarshal.CreateSpan(ref Unsafe.As<TArray, T>(ref made), Unsafe.SizeOf<TArray>() / Unsafe.SizeOf<T>());
        if (elements.Length != places.Length)
            throw new ArgumentException($"{elements.Length} elements do not make a {typeof(TArray).Name}.", nameof(elements));
        elements.CopyTo(places);
        return made;
    }
}
