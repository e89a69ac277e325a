using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Where the adjoint of an operand goes: that of many numbers to as many places, that of one for all is summed up, or nowhere.</summary>
internal readonly ref struct Adjoint<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Span<T> _span;
    private readonly ref T _sum;
    private readonly bool _isScalar;

    public Adjoint(Span<T> span) => _span = span;

    public Adjoint(ref T sum)
    {
        _sum = ref sum;
        _isScalar = true;
    }

    public static implicit operator Adjoint<T>(Span<T> span) => new(span);

    public bool IsWanted => _isScalar || !_span.IsEmpty;

    /// <summary>Adds the products of the partial derivatives of a block with its cotangents.</summary>
    public void Add(int start, ReadOnlySpan<T> partials, ReadOnlySpan<T> cotangents)
    {
        if (_isScalar)
            _sum += TensorPrimitives.Dot(partials, cotangents);
        else if (!_span.IsEmpty)
        {
            Span<T> places = _span.Slice(start, partials.Length);
            TensorPrimitives.MultiplyAdd(partials, cotangents, places, places);
        }
    }
}
