using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Differentiable.Tensors;

/// <summary>Adds to elements in place, whose type is known only at run time.</summary>
internal static class Additions
{
    /// <summary>Adds elements to others.</summary>
    /// <param name="from">What is added.</param>
    /// <param name="to">Gets the sums.</param>
    public static void AddTo<T>(ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            Add(MemoryMarshal.Cast<T, float>(from), MemoryMarshal.Cast<T, float>(to));
        else if (typeof(T) == typeof(double))
            Add(MemoryMarshal.Cast<T, double>(from), MemoryMarshal.Cast<T, double>(to));
        else if (typeof(T) == typeof(Half))
            Add(MemoryMarshal.Cast<T, Half>(from), MemoryMarshal.Cast<T, Half>(to));
        else
            throw Scalars.WithoutDerivatives<T>();
    }

    private static void Add<T>(ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged, INumberBase<T> => TensorPrimitives.Add(to, from, to);
}
