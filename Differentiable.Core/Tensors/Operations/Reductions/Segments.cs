using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Which parts of a tensor belong together. Those whose number is negative belong to no segment and do not count.</summary>
internal sealed class Segments
{
    private readonly Shape _of;
    private readonly Shape _parts;
    private readonly Shape _result;

    /// <summary>Which parts count; null means all.</summary>
    private readonly int[]? _members;

    /// <summary>For each part that counts, its segment.</summary>
    private readonly int[] _numbers;

    /// <param name="operation">What asks.</param>
    /// <param name="shape">The shape of the tensor.</param>
    /// <param name="segments">The number of each part's segment, in the shape of the first axes.</param>
    /// <param name="count">How many segments there are.</param>
    /// <exception cref="ShapeMismatchException">The shape does not begin with that of the segments.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or not above the number of a segment.</exception>
    public Segments(string operation, Shape shape, Tensor<int> segments, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (segments.Given().Rank > shape.Rank || !shape.Take(segments.Rank).SequenceEqual(segments.Shape))
            throw new ShapeMismatchException($"{operation}: segments of shape {segments.Shape} do not fit shape {shape}, which has to begin with that shape.");
        int[] numbers = segments.ToArray(), members = [.. Enumerable.Range(0, numbers.Length).Where(i => numbers[i] >= 0)];
        if (numbers.Length > 0 && numbers.Max() is var last && last >= count)
            throw new ArgumentOutOfRangeException(nameof(segments), last, $"{operation}: there are {count} segments, with the numbers 0 to {count - 1}.");
        _of = shape;
        _parts = [numbers.Length, .. shape.Skip(segments.Rank)];
        _result = [count, .. _parts.Skip(1)];
        _members = members.Length == numbers.Length ? null : members;
        _numbers = _members is null ? numbers : [.. members.Select(i => numbers[i])];
    }

    private Shape Counting => [_numbers.Length, .. _parts.Skip(1)];

    /// <summary>The parts that count, along one axis.</summary>
    public Tensor<T> PartsOf<T>(Tensor<T> x)
        where T : unmanaged
    {
        Tensor<T> parts = Tensor.Reshape(x, _parts);
        return _members is null ? parts : Tensor.TakeParts(parts, _members, Counting, 0);
    }

    /// <summary>The parts that count in their places in the tensor, and zeros for the others: the transpose of <see cref="PartsOf"/>.</summary>
    public Tensor<T> InPlace<T>(Tensor<T> parts)
        where T : unmanaged, INumberBase<T> => Tensor.Reshape(_members is null ? parts : Tensor.AddParts(parts, _members, _parts, 0), _of);

    /// <summary>The sums of the parts of each segment.</summary>
    public Tensor<T> Sum<T>(Tensor<T> parts)
        where T : unmanaged, INumberBase<T> => Tensor.AddParts(parts, _numbers, _result, 0);

    /// <summary>What is there for a segment, for each of its parts: the transpose of <see cref="Sum"/>.</summary>
    public Tensor<T> Spread<T>(Tensor<T> result)
        where T : unmanaged => Tensor.TakeParts(result, _numbers, Counting, 0);

    /// <summary>What an accumulator makes of the parts of each segment; nobody is told.</summary>
    public Tensor<T> Join<T>(Tensor<T> parts, Accumulator<T> accumulator)
        where T : unmanaged => AxisParts.Join(parts, _numbers, _result, 0, accumulator);

    /// <summary>How many parts each segment has, at least 1, to divide the sums by.</summary>
    public Tensor<T> Lengths<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] lengths = new int[_result[0]];
        foreach (int number in _numbers)
            lengths[number]++;
        int[] behind = [.. Enumerable.Repeat(1, _result.Rank - 1)];
        return Tensor.From([.. lengths.Select(length => Scalars.Count<T>(Math.Max(length, 1)))], [_result[0], .. behind]);
    }
}
