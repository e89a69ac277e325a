using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Einstein's sums.</content>
public static partial class Tensor
{
    /// <summary>
    /// The sums of products that letters for the axes tell: <c>Einsum("ij,jk-&gt;ik", x, y)</c> is a product of matrices. Each element of the result is the sum
    /// over all letters that the result has not. A letter that an operand has twice means its diagonal. Without an arrow the result has the letters that
    /// occur once, in alphabetical order, capitals first. Of several operands, those are combined first whose product is cheapest. Spaces do not matter.
    /// Three dots stand for all other axes of an operand, <c>"...ij,...jk-&gt;...ik"</c>; those of several operands are broadcast. Without an arrow they come first in the result; if the result
    /// has none behind an arrow, it is summed over them.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="equation">A letter for each axis of each operand, with commas between operands, and behind an arrow those of the result.</param>
    /// <param name="operands">As many tensors as the equation has.</param>
    /// <exception cref="ArgumentException">The equation is malformed, or has more or fewer operands than were given.</exception>
    /// <exception cref="ShapeMismatchException">An operand has more or fewer axes than letters, or axes of one letter are not equally long.</exception>
    public static Tensor<T> Einsum<T>(string equation, params ReadOnlySpan<Tensor<T>> operands)
        where T : unmanaged, INumberBase<T>
    {
        EinsumEquation parsed = new(equation, [.. operands.ToArray().Select(operand => operand.Shape)]);
        return SumOfProducts([.. operands.ToArray().Zip(parsed.Inputs, (operand, labels) => WithoutRepeated(operand, labels, parsed.Lengths))], parsed.Result, parsed.Lengths);
    }

    /// <summary>The sums of the products of all parts, each with letters for its axes, over all letters that the result has not.</summary>
    internal static Tensor<T> SumOfProducts<T>(List<(Tensor<T> Tensor, string Labels)> parts, string result, Dictionary<char, int> lengths)
        where T : unmanaged, INumberBase<T>
    {
        while (parts.Count > 1)
        {
            (int i, int j) = EinsumOrder.Cheapest([.. parts.Select(part => part.Labels)], result, lengths);
            parts[i] = Combine(parts[i], parts[j], EinsumOrder.Needed([.. parts.Select(part => part.Labels)], result, i, j));
            parts.RemoveAt(j);
        }
        (Tensor<T> x, string labels) = Simplify(parts[0].Tensor, parts[0].Labels, result);
        return PermuteDimensions(x, [.. result.Select(label => labels.IndexOf(label))]);
    }

    /// <summary>Two operands become one, with the letters of either that are needed.</summary>
    private static (Tensor<T> Tensor, string Labels) Combine<T>((Tensor<T> Tensor, string Labels) left, (Tensor<T> Tensor, string Labels) right, string needed)
        where T : unmanaged, INumberBase<T>
    {
        (Tensor<T> l, string ofLeft) = Simplify(left.Tensor, left.Labels, right.Labels + needed);
        (Tensor<T> r, string ofRight) = Simplify(right.Tensor, right.Labels, ofLeft + needed);
        string result = string.Concat((ofLeft + ofRight).Distinct().Where(needed.Contains));
        return (Contract(l, r, new(ofLeft, ofRight, result)), result);
    }

    /// <summary>An operand with each letter once, and only those that are needed.</summary>
    private static (Tensor<T> Tensor, string Labels) Simplify<T>(Tensor<T> x, string labels, string needed)
        where T : unmanaged, INumberBase<T>
    {
        string once = string.Concat(labels.Distinct());
        if (once.Length < labels.Length)
            x = Diagonal(x, [.. labels.Select(label => once.IndexOf(label))]);
        int[] summed = [.. Enumerable.Range(0, once.Length).Where(axis => !needed.Contains(once[axis]))];
        return (summed.Length == 0 ? x : Sum(x, summed), string.Concat(once.Where(needed.Contains)));
    }

    private static Tensor<T> Contract<T>(Tensor<T> left, Tensor<T> right, Contraction contraction)
        where T : unmanaged, INumberBase<T>
    {
        (left, right) = (left.Now(), right.Now());
        return Recorder.Binary(
            nameof(Einsum),
            contraction.Of(left, right),
            left,
            right,
            (right, contraction),
            static (dy, kept) => Contract(dy, kept.right, kept.contraction.ToLeft),
            (left, contraction),
            static (dy, kept) => Contract(dy, kept.left, kept.contraction.ToRight));
    }

    /// <summary>An operand without its axes of the dots that have the length 1 where those of others are longer, and its letters.</summary>
    internal static (Tensor<T> Tensor, string Labels) WithoutRepeated<T>(Tensor<T> x, string labels, Dictionary<char, int> lengths)
        where T : unmanaged
    {
        int[] repeated = [.. Enumerable.Range(0, labels.Length).Where(axis => EinsumEllipsis.IsAxis(labels[axis]) && x.Shape[axis] != lengths[labels[axis]])];
        return repeated.Length == 0
            ? (x, labels)
            : (Squeeze(x, repeated), string.Concat(labels.Where((_, axis) => Array.IndexOf(repeated, axis) < 0)));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>
    /// The pullback of <see cref="Tensor.Einsum"/> to one operand: the cotangent takes its place among the others. Letters that it alone has were summed over, and repeat the cotangent; those
    /// that it has twice put the cotangent on its diagonal.
    /// </summary>
    [PullbackOf(nameof(Tensor.Einsum), "operands")]
    public static Tensor<T> EinsumOperand<T>(Tensor<T> dy, string equation, ReadOnlySpan<Tensor<T>> operands, int part)
        where T : unmanaged, INumberBase<T>
    {
        EinsumEquation parsed = new(equation, [.. operands.ToArray().Select(operand => operand.Shape)]);
        List<(Tensor<T> Tensor, string Labels)> parts =
            [.. operands.ToArray().Zip(parsed.Inputs, (operand, labels) => Tensor.WithoutRepeated(operand, labels, parsed.Lengths))];
        (Shape shape, string labels) = (parts[part].Tensor.Shape, parts[part].Labels);
        parts[part] = (dy, parsed.Result);
        string once = string.Concat(labels.Distinct()), known = string.Concat(once.Where(label => parts.Any(other => other.Labels.Contains(label))));
        Tensor<T> sums = Tensor.Reshape(Tensor.SumOfProducts(parts, known, parsed.Lengths), [.. once.Select(label => known.Contains(label) ? parsed.Lengths[label] : 1)]);
        Tensor<T> dOnce = Tensor.BroadcastTo(sums, [.. once.Select(label => parsed.Lengths[label])]);
        Tensor<T> dOperand = once.Length < labels.Length ? Tensor.Undiagonal(dOnce, shape, [.. labels.Select(label => once.IndexOf(label))]) : dOnce;
        return Tensor.Reshape(dOperand, operands[part].Shape);
    }
}
