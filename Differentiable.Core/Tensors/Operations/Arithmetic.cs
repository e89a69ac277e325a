using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>The kernels of the operators.</summary>
internal static class Arithmetic<T>
    where T : INumberBase<T>
{
    public static readonly BinaryKernel<T, T> Add = new(nameof(Add), TensorPrimitives.Add, TensorPrimitives.Add);

    public static readonly BinaryKernel<T, T> Subtract = new(nameof(Subtract), TensorPrimitives.Subtract, TensorPrimitives.Subtract, TensorPrimitives.Subtract);

    public static readonly BinaryKernel<T, T> Multiply = new(nameof(Multiply), TensorPrimitives.Multiply, TensorPrimitives.Multiply);

    public static readonly BinaryKernel<T, T> Divide = new(nameof(Divide), TensorPrimitives.Divide, TensorPrimitives.Divide, TensorPrimitives.Divide);

    public static readonly BinaryKernel<T, bool> Equal = Kernel.Of<T, bool>(nameof(Equal), static (l, r) => l == r);
}

/// <summary>The kernels of what needs an order.</summary>
internal static class Ordered<T>
    where T : unmanaged, INumber<T>
{
    public static readonly BinaryKernel<T, T> Max = new(nameof(Max), TensorPrimitives.Max, TensorPrimitives.Max);

    public static readonly BinaryKernel<T, T> Min = new(nameof(Min), TensorPrimitives.Min, TensorPrimitives.Min);

    public static readonly BinaryKernel<T, bool> Greater = Comparisons<T, IsGreater>.Named(nameof(Greater));

    public static readonly BinaryKernel<T, bool> GreaterOrEqual = Comparisons<T, IsGreaterOrEqual>.Named(nameof(GreaterOrEqual));

    public static readonly BinaryKernel<T, bool> Less = Comparisons<T, IsLess>.Named(nameof(Less));

    public static readonly BinaryKernel<T, bool> LessOrEqual = Comparisons<T, IsLessOrEqual>.Named(nameof(LessOrEqual));
}

/// <summary>Kernels from what they do with single elements.</summary>
internal static class Kernel
{
    public static BinaryKernel<TIn, TOut> Of<TIn, TOut>(string name, Func<TIn, TIn, TOut> each) => new(
        name,
        (left, right, result) =>
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = each(left[i], right[i]);
        },
        (left, right, result) =>
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = each(left[i], right);
        },
        (left, right, result) =>
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = each(left, right[i]);
        });

    public static UnaryKernel<TIn, TOut> Of<TIn, TOut>(Func<TIn, TOut> each) => (x, result) =>
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = each(x[i]);
    };
}
