namespace Differentiable.Tensors;

/// <summary>
/// Elementwise operations on large tensors wait until someone looks at the elements of a result. Then all that wait for it run block by block (<see cref="Fusion"/>), so that what is
/// in between stays in the cache and gets no storage of its own.
/// </summary>
internal static class Deferral
{
    /// <summary>So many operations wait for each other at most: what is in between is computed again where it is looked at again.</summary>
    private const int MostAtOnce = 32;

    /// <summary>Smaller tensors are computed at once.</summary>
    public static int SmallestLength { get; set; } = 1 << 15;

    /// <summary>The result of a function of each element, if that may wait; else null.</summary>
    public static Tensor<TOut>? TryMap<TIn, TOut>(Tensor<TIn> x, UnaryKernel<TIn, TOut> kernel)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        if (!MayWait<TOut>(x.Shape, x.Waiting) || x is not Tensor<TOut> { IsDense: true } same)
            return null;
        var map = (UnaryKernel<TOut, TOut>)(object)kernel;
        return Defer(x.Shape, same, null, (x, _, result) => map(x, result));
    }

    /// <summary>The result of a function of pairs of elements, or of elements and a number, if that may wait; else null.</summary>
    public static Tensor<TOut>? TryCombine<TIn, TOut>(Shape shape, Tensor<TIn> left, Tensor<TIn> right, BinaryKernel<TIn, TOut> kernel)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        if (!MayWait<TOut>(shape, left.Waiting ?? right.Waiting) || (left, right) is not (Tensor<TOut> l, Tensor<TOut> r))
            return null;
        var pairs = (BinaryKernel<TOut, TOut>)(object)kernel;
        if (IsWhole(l, shape) && Elementwise.IsOneNumber(r))
            return WithRight(shape, l, r.Elements[0], pairs.WithRight);
        if (IsWhole(r, shape) && Elementwise.IsOneNumber(l))
            return WithLeft(shape, l.Elements[0], r, pairs.WithLeft);
        return IsWhole(l, shape) && IsWhole(r, shape) ? Defer(shape, l, r, pairs.Each) : null;
    }

    /// <summary>The sum of all elements of a tensor that waits itself; else null.</summary>
    public static Tensor<T>? TrySum<T>(Tensor<T> x, Shape shape, Func<ReadOnlySpan<T>, T> whole)
        where T : unmanaged => shape.FlattenedLength == 1 && x.FlattenedLength >= SmallestLength && x.Waiting is Deferred<T> operation ? DeferredSum<T>.Over(x, operation, shape, whole) : null;

    /// <summary>What is large, and a number that is made of one that waits.</summary>
    private static bool MayWait<T>(Shape shape, object? waiting) =>
        (shape.FlattenedLength >= SmallestLength || (shape.FlattenedLength == 1 && waiting is not null)) && Scalars<T>.IsReal;

    private static bool IsWhole<T>(Tensor<T> x, Shape shape)
        where T : unmanaged => x.Shape.Equals(shape) && x.IsDense;

    private static Tensor<T> WithRight<T>(Shape shape, Tensor<T> left, T right, RightKernel<T, T> kernel)
        where T : unmanaged => Defer(shape, left, null, (x, _, result) => kernel(x, right, result));

    private static Tensor<T> WithLeft<T>(Shape shape, T left, Tensor<T> right, LeftKernel<T, T> kernel)
        where T : unmanaged => Defer(shape, right, null, (x, _, result) => kernel(left, x, result));

    private static Tensor<T> Defer<T>(Shape shape, Tensor<T> first, Tensor<T>? second, PairKernel<T, T> run)
        where T : unmanaged
    {
        Deferred<T> operation = new(first, second, run);
        if (Fusion.Waiting(operation).Count >= MostAtOnce)
        {
            foreach (Tensor<T> operand in operation.Operands)
                operand.Evaluate();
        }
        return new(shape, operation);
    }
}
