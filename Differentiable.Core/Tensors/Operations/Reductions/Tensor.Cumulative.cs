using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Runtime;

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
        if (IsOfHalves<T>())
            return Narrowed<T>(CumulativeSum(Widened(x), axis, exclusive, reverse));
        return Recorder.Unary(
            nameof(CumulativeSum),
            Lines.Map(x, axis, SumsSoFar<T>(exclusive, reverse)),
            x,
            (axis, exclusive, reverse),
            static (dy, kept) => TensorPullbacks.CumulativeSum(dy, kept.axis, kept.exclusive, kept.reverse));
    }

    /// <summary>The products of all elements along an axis up to each. Derivatives of every order are right also where factors are 0.</summary>
    /// <inheritdoc cref="CumulativeSum"/>
    public static Tensor<T> CumulativeProduct<T>(Tensor<T> x, int axis = 0, bool exclusive = false, bool reverse = false)
        where T : unmanaged, INumberBase<T>
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        if (IsOfHalves<T>())
            return Narrowed<T>(CumulativeProduct(Widened(x), axis, exclusive, reverse));
        if (x.FlattenedLength == 0)
            return Identity(x);
        Tensor<T> factors = reverse ? Reverse(x, axis) : x, products = ProductsSoFar(factors, axis);
        if (exclusive)
            products = Concatenate([Ones<T>(Reduction.WithOnes(x.Shape, [axis])), Take(products, axis, ..^1)], axis);
        return reverse ? Reverse(products, axis) : products;
    }

    /// <summary>A recurrence that starts with the first factor and adds nothing to it.</summary>
    internal static Tensor<T> ProductsSoFar<T>(Tensor<T> factors, int axis)
        where T : unmanaged, INumberBase<T>
    {
        (int Before, int Behind)[] widths = new (int, int)[factors.Rank];
        widths[axis].Behind = factors.Shape[axis] - 1;
        return Recurrence(Take(factors, axis, 1..), Pad(Take(factors, axis, ..1), widths), axis);
    }

    /// <summary>Of numbers of single precision, the sum is carried along in double precision: each result is as exact as its own precision allows.</summary>
    private static UnaryKernel<T, T> SumsSoFar<T>(bool exclusive, bool reverse)
        where T : unmanaged, INumberBase<T> => typeof(T) == typeof(float)
            ? (x, sums) => AddUp<T, double>(x, sums, exclusive, reverse)
            : (x, sums) => AddUp<T, T>(x, sums, exclusive, reverse);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddUp<T, TSum>(ReadOnlySpan<T> x, Span<T> sums, bool exclusive, bool reverse)
        where T : INumberBase<T>
        where TSum : INumberBase<TSum>
    {
        TSum sum = TSum.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            int at = reverse ? x.Length - 1 - i : i;
            TSum next = sum + TSum.CreateTruncating(x[at]);
            sums[at] = T.CreateTruncating(exclusive ? sum : next);
            sum = next;
        }
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.CumulativeSum"/>.</summary>
    [PullbackOf(nameof(Tensor.CumulativeSum), "x")]
    public static Tensor<T> CumulativeSum<T>(Tensor<T> dy, int axis, bool exclusive, bool reverse)
        where T : unmanaged, INumberBase<T> => Tensor.CumulativeSum(dy, axis, exclusive, !reverse);

    /// <summary>The pullback of <see cref="Tensor.CumulativeProduct"/>.</summary>
    [PullbackOf(nameof(Tensor.CumulativeProduct), "x")]
    public static Tensor<T> CumulativeProduct<T>(Tensor<T> dy, Tensor<T> x, int axis, bool exclusive, bool reverse)
        where T : unmanaged, INumberBase<T>
    {
        axis = x.Shape.AxisAt(axis);
        if (Tensor.IsOfHalves<T>())
            return Tensor.Narrowed<T>(CumulativeProduct(Tensor.Widened(dy), Tensor.Widened(x), axis, exclusive, reverse));
        if (x.FlattenedLength == 0)
            return dy;
        if (reverse)
            return Tensor.Reverse(CumulativeProduct(Tensor.Reverse(dy, axis), Tensor.Reverse(x, axis), axis, exclusive, reverse: false), axis);
        if (exclusive)
            dy = Tensor.Concatenate([Tensor.Take(dy, axis, 1..), Tensor.Zeros<T>(Reduction.WithOnes(x.Shape, [axis]))], axis);
        Tensor<T> dTerms = RecurrenceTerms(dy, Tensor.Take(x, axis, 1..), axis);
        return Tensor.Concatenate([Tensor.Take(dTerms, axis, ..1), RecurrenceFactors(dTerms, Tensor.ProductsSoFar(x, axis), axis)], axis);
    }
}
