using System.Numerics;

namespace Differentiable.Runtime;

/// <summary>What an elementwise function is given in one of its operands: as many numbers, one for all, or nothing.</summary>
internal readonly ref struct Operand<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly ReadOnlySpan<T> _span;
    private readonly T _scalar;
    private readonly bool _isScalar;

    public Operand(ReadOnlySpan<T> span) => _span = span;

    public Operand(T scalar)
    {
        _scalar = scalar;
        _isScalar = true;
    }

    public static implicit operator Operand<T>(ReadOnlySpan<T> span) => new(span);

    public static implicit operator Operand<T>(T scalar) => new(scalar);

    /// <summary>How many numbers there are; none where one stands for all.</summary>
    public int Length => _span.Length;

    /// <summary>Is it zero, or not there at all?</summary>
    public bool IsZero => _isScalar ? T.IsZero(_scalar) : _span.IsEmpty;

    /// <summary>The numbers of a block. The buffer is for what is not stored as such.</summary>
    public ReadOnlySpan<T> In(int start, int count, Span<T> buffer)
    {
        if (!_isScalar)
            return _span.IsEmpty ? _span : _span.Slice(start, count);
        buffer = buffer[..count];
        buffer.Fill(_scalar);
        return buffer;
    }
}
