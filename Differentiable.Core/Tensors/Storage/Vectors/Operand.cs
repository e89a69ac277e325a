using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>One side of an elementwise operation: elements, or one number that stands for all of them.</summary>
internal readonly ref struct Operand<T>
    where T : unmanaged
{
    private readonly ref readonly T _first;
    private readonly bool _isOne;

    /// <summary>Elements; at least as many as the result has.</summary>
    public Operand(ReadOnlySpan<T> elements) => _first = ref MemoryMarshal.GetReference(elements);

    private Operand(ref readonly T number)
    {
        _first = ref number;
        _isOne = true;
    }

    /// <summary>A number that stays where it is.</summary>
    public static Operand<T> One(ref readonly T number) => new(in number);

    public T this[nint index] => Unsafe.Add(ref Unsafe.AsRef(in _first), _isOne ? 0 : index);

    /// <summary>As many elements as a vector has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> From(nint index) => _isOne ? Vector512.Create(_first) : Vector512.LoadUnsafe(in _first, (nuint)index);

    /// <summary>Fewer elements than a vector has, and zeros.</summary>
    public Vector512<T> From(int index, int count)
    {
        if (_isOne)
            return Vector512.Create(_first);
        Span<T> some = stackalloc T[Vector512<T>.Count];
        MemoryMarshal.CreateReadOnlySpan(in Unsafe.Add(ref Unsafe.AsRef(in _first), index), count).CopyTo(some);
        return Vector512.Create<T>(some);
    }
}
