using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Sums and products of all elements up to each.</content>
public static partial class Tensor
{
    /// <summary>The sums of all elements along an axis up to each.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The axis that is gone along; negative ones count from the end.</param>
    /// <param name="exclusive">Without the element itself, so that the first result is that of no elements?</param>
    /// <param name="reverse">From the end of the axis?</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static Tensor<T> CumulativeSum<T>(Tensor<T> x, int axis = 0, bool exclusive = false, bool reverse = false)
        where T : unmanaged, INumberBase<T>
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        return Recorder.Unary(
            nameof(CumulativeSum),
            Lines.Map<T, T>(x, axis, (line, sums) => AddUp(line, sums, exclusive, reverse)),
            x,
            (axis, exclusive, reverse),
            static (dy, kept) => CumulativeSum(dy, kept.axis, kept.exclusive, !kept.reverse));
    }

    /// <summary>
    /// The products of all elements along an axis up to each. Made of products of neighbours, of pairs, of fours and so on (Hillis and Steele, "Data parallel
    /// algorithms", 1986), so that derivatives of every order are right also where factors are 0.
    /// </summary>
    /// <inheritdoc cref="CumulativeSum"/>
    public static Tensor<T> CumulativeProduct<T>(Tensor<T> x, int axis = 0, bool exclusive = false, bool reverse = false)
        where T : unmanaged, INumberBase<T>
    {
        axis = x.Shape.AxisAt(axis);
        Tensor<T> products = ProductsSoFar(reverse ? Reverse(x, axis) : x.Now(), axis);
        if (exclusive && x.FlattenedLength > 0)
            products = Concatenate([Ones<T>(Reduction.WithOnes(x.Shape, [axis])), Take(products, axis, ..^1)], axis);
        return reverse ? Reverse(products, axis) : products;
    }

    private static Tensor<T> ProductsSoFar<T>(Tensor<T> x, int axis)
        where T : unmanaged, INumberBase<T>
    {
        for (int step = 1; step < x.Shape[axis]; step *= 2)
            x = Concatenate([Take(x, axis, ..step), Take(x, axis, step..) * Take(x, axis, ..^step)], axis);
        return x;
    }

    private static void AddUp<T>(ReadOnlySpan<T> x, Span<T> sums, bool exclusive, bool reverse)
        where T : INumberBase<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            int at = reverse ? x.Length - 1 - i : i;
            T next = sum + x[at];
            sums[at] = exclusive ? sum : next;
            sum = next;
        }
    }
}
