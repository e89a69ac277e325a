namespace Differentiable.Tensors;

/// <summary>Chooses among elements.</summary>
internal static class Choice
{
    public static Tensor<T> Of<T>(Tensor<bool> condition, Tensor<T> whenTrue, Tensor<T> whenFalse)
        where T : unmanaged
    {
        Shape shape = Broadcasting.Combine(Broadcasting.Combine(whenTrue.Shape, whenFalse.Shape, nameof(Tensor.Where)), condition.Shape, nameof(Tensor.Where));
        ReadOnlySpan<bool> conditions = Spread(condition, shape);
        ReadOnlySpan<T> ofTrue = Spread(whenTrue, shape), ofFalse = Spread(whenFalse, shape);
        T[] result = Elementwise.Allocate<T>(shape.FlattenedLength);
        for (int i = 0; i < result.Length; i++)
            result[i] = conditions[i] ? ofTrue[i] : ofFalse[i];
        return new(shape, result);
    }

    private static ReadOnlySpan<T> Spread<T>(Tensor<T> tensor, Shape shape)
        where T : unmanaged => tensor.View(shape, 0, Broadcasting.Strides(tensor.Shape, tensor.Strides, shape)).Dense().DenseElements;
}
