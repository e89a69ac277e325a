using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Of which elements, and in which parts, quantiles are made: of one, or of two that are neighbours in the order of their size.</summary>
internal sealed class Quantiles
{
    private readonly Reduced _reduced;
    private readonly int[] _linesLast;
    private readonly int _below;

    /// <summary>How far above the lower element, as a part of the distance to the next one.</summary>
    private readonly double _rest;

    /// <param name="reduced">Along which axes they are; of some elements.</param>
    /// <param name="part">Which part of the elements is below.</param>
    public Quantiles(Reduced reduced, double part)
    {
        double place = part * (reduced.Count - 1);
        _reduced = reduced;
        _linesLast = [.. Enumerable.Range(0, reduced.Shape.Rank).Except(reduced.Axes), .. reduced.Axes];
        _below = (int)place;
        _rest = place - _below;
    }

    /// <summary>The elements with those together that a quantile is of, along the last axis.</summary>
    public Tensor<T> LinesOf<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> permuted = Tensor.PermuteDimensions(x, _linesLast);
        return Tensor.Reshape(permuted, [.. permuted.Shape.SkipLast(_reduced.Axes.Length), _reduced.Count]);
    }

    /// <summary>The lines where they come from: the transpose of <see cref="LinesOf"/>.</summary>
    public Tensor<T> InPlace<T>(Tensor<T> lines)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPullbacks.PermuteDimensions(Tensor.Reshape(lines, [.. _linesLast.Select(axis => _reduced.Shape[axis])]), _linesLast);

    /// <summary>The indices in each line of what the quantile is made of; where NaN is among the elements, which is the last one in order, this alone.</summary>
    public Tensor<int> PlacesIn<T>(Tensor<T> lines)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int axis = lines.Rank - 1;
        Tensor<int> order = Tensor.ArgSort(lines), last = Tensor.Take(order, axis, ^1..);
        Tensor<T> greatest = Tensor.GatherAlongAxis(lines, last, axis);
        return Tensor.Where(Tensor.Equal(greatest, greatest), Tensor.Take(order, axis, _below..(_rest == 0 ? _below + 1 : _below + 2)), last);
    }

    /// <summary>The parts of the elements in the quantile.</summary>
    public Tensor<T> Weights<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => _rest == 0 ? Tensor.Ones<T>([1]) : Tensor.From([T.CreateChecked(1 - _rest), T.CreateChecked(_rest)], [2]);
}
