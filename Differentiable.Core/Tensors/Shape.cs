using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>
/// The lengths of a tensor along its axes: <c>[2, 3]</c> for two rows of three, <c>[]</c> for a scalar. Immutable; equal when the lengths are.
/// </summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public sealed class Shape : IReadOnlyList<int>, IEquatable<Shape>
{
    private readonly int[] _lengths;

    private Shape(int[] lengths)
    {
        _lengths = lengths;
        Strides = new int[lengths.Length];
        FlattenedLength = 1;
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(lengths[axis], nameof(lengths));
            Strides[axis] = FlattenedLength;
            FlattenedLength = checked(FlattenedLength * lengths[axis]);
        }
    }

    /// <summary>The shape of a single number: no axes.</summary>
    public static Shape Scalar { get; } = new([]);

    /// <summary>The number of axes.</summary>
    public int Rank => _lengths.Length;

    /// <summary>The number of elements: the product of the lengths, 1 for a scalar.</summary>
    public int FlattenedLength { get; }

    /// <summary>The lengths along the axes, outermost first.</summary>
    public ReadOnlySpan<int> Lengths => _lengths;

    /// <summary>How far apart neighbours along each axis are when the elements stand in row-major order.</summary>
    internal int[] Strides { get; }

    /// <summary>The number of axes, so that a shape can be matched: <c>x.Shape is [2, var columns]</c>.</summary>
    public int Count => _lengths.Length;

    /// <summary>The length along an axis.</summary>
    /// <param name="axis">The axis, from 0.</param>
    public int this[int axis] => _lengths[axis];

    /// <summary>The length along an axis that may be counted from the end: <c>shape[^1]</c> is the last.</summary>
    /// <param name="axis">The axis.</param>
    public int this[Index axis] => _lengths[axis];

    /// <summary>Have both the same lengths along the same axes?</summary>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Shape? left, Shape? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Have they different lengths?</summary>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Shape? left, Shape? right) => !(left == right);

    /// <summary>A shape with these lengths.</summary>
    /// <param name="lengths">The lengths along the axes, outermost first; none may be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative.</exception>
    /// <exception cref="OverflowException">There would be more elements than an array can have.</exception>
    public static Shape Create(params ReadOnlySpan<int> lengths) => lengths.IsEmpty ? Scalar : new(lengths.ToArray());

    /// <summary>Have both the same lengths along the same axes?</summary>
    /// <param name="other">The other shape.</param>
    public bool Equals(Shape? other) => ReferenceEquals(this, other) || (other is not null && _lengths.AsSpan().SequenceEqual(other._lengths));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int length in _lengths)
            hash.Add(length);
        return hash.ToHashCode();
    }

    /// <summary>The lengths in parentheses: <c>(2, 3)</c>.</summary>
    public override string ToString() => $"({string.Join(", ", _lengths.Select(length => length.ToString(CultureInfo.InvariantCulture)))})";

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_lengths).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An axis that may be counted from the end: -1 is the last one.</summary>
    internal int AxisAt(int axis, [CallerArgumentExpression(nameof(axis))] string name = "")
    {
        int at = axis < 0 ? axis + Rank : axis;
        return at >= 0 && at < Rank
            ? at
            : throw new ArgumentOutOfRangeException(name, axis, Rank == 0
                ? "A scalar, a tensor of shape (), has no axes."
                : $"A tensor of shape {this} has the axes 0 to {Rank - 1} (or -{Rank} to -1 from the end).");
    }

    /// <summary>Where a new axis goes; -1 is behind all others.</summary>
    internal int NewAxisAt(int axis, [CallerArgumentExpression(nameof(axis))] string name = "")
    {
        int at = axis < 0 ? axis + Rank + 1 : axis;
        return at >= 0 && at <= Rank
            ? at
            : throw new ArgumentOutOfRangeException(name, axis, $"A new axis of a tensor of shape {this} may be 0 to {Rank} (or -{Rank + 1} to -1 from the end).");
    }

    /// <summary>The axes that are meant, from the front and in ascending order; none given means all.</summary>
    internal int[] AxesAt(ReadOnlySpan<int> axes)
    {
        if (axes.IsEmpty)
            return [.. Enumerable.Range(0, Rank)];
        int[] found = new int[axes.Length];
        for (int i = 0; i < axes.Length; i++)
            found[i] = AxisAt(axes[i], nameof(axes));
        Array.Sort(found);
        for (int i = 1; i < found.Length; i++)
        {
            if (found[i] == found[i - 1])
                throw new ArgumentException($"Axis {found[i]} of shape {this} is named twice.", nameof(axes));
        }
        return found;
    }
}
