namespace Differentiable.Tensors;

/// <summary>Chooses among elements.</summary>
internal static class Choice
{
    private const string Operation = "Where";

    public static Tensor<T> Of<T>(Tensor<bool> condition, Tensor<T> whenTrue, Tensor<T> whenFalse)
        where T : unmanaged
    {
        Shape shape = Broadcasting.Combine(Broadcasting.Combine(whenTrue.Shape, whenFalse.Shape, Operation), condition.Shape, Operation);
        T[] result = Arrays.Allocate<T>(shape.FlattenedLength);
        if (result.Length > 0)
            Selection.Choose(Broadcasting.Spread(condition, shape).DenseElements, Side(whenTrue, shape), Side(whenFalse, shape), result);
        return new(shape, result);
    }

    private static Operand<T> Side<T>(Tensor<T> tensor, Shape shape)
        where T : unmanaged => tensor.FlattenedLength == 1 ? Operand<T>.One(in tensor.Elements[0]) : new(Broadcasting.Spread(tensor, shape).DenseElements);
}
