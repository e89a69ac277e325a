using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Elements by their places.</content>
public static partial class Tensor
{
    /// <summary>The elements at these places, counted in row-major order.</summary>
    private static Tensor<T> Pick<T>(Tensor<T> x, int[] places, Shape shape, string operation)
        where T : unmanaged, INumberBase<T>
    {
        x = x.Now();
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] picked = Arrays.Allocate<T>(places.Length);
        for (int i = 0; i < picked.Length; i++)
            picked[i] = elements[places[i]];
        return Recorder.Unary(
            operation, new Tensor<T>(shape, picked), x, (places, x.Shape, operation), static (dy, kept) => Unpick(dy, kept.places, kept.Shape, kept.operation));
    }

    /// <summary>The sums of the elements that come from each place.</summary>
    internal static Tensor<T> Unpick<T>(Tensor<T> picked, int[] places, Shape shape, string operation)
        where T : unmanaged, INumberBase<T>
    {
        picked = picked.Now();
        if (IsOfHalves<T>())
            return Narrowed<T>(Unpick(Widened(picked), places, shape, operation));
        ReadOnlySpan<T> elements = picked.Dense().DenseElements;
        T[] sums = new T[shape.FlattenedLength];
        for (int i = 0; i < elements.Length; i++)
            sums[places[i]] += elements[i];
        return Recorder.Unary(
            operation + "ToInput",
            new Tensor<T>(shape, sums),
            picked,
            (places, picked.Shape, operation),
            static (dx, kept) => Pick(dx, kept.places, kept.Shape, kept.operation));
    }
}
