using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>The kernels of what all numbers have.</summary>
internal static class Arithmetic<T>
    where T : INumberBase<T>
{
    public static readonly BinaryKernel<T, T> Add = new(nameof(Add), TensorPrimitives.Add, TensorPrimitives.Add);

    public static readonly BinaryKernel<T, T> Subtract = new(nameof(Subtract), TensorPrimitives.Subtract, TensorPrimitives.Subtract, TensorPrimitives.Subtract);

    public static readonly BinaryKernel<T, T> Multiply = new(nameof(Multiply), TensorPrimitives.Multiply, TensorPrimitives.Multiply);

    public static readonly BinaryKernel<T, T> Divide = new(nameof(Divide), TensorPrimitives.Divide, TensorPrimitives.Divide, TensorPrimitives.Divide);

    public static readonly BinaryKernel<T, bool> Equal = Kernel.Of<T, bool>(nameof(Equal), static (l, r) => l == r);

    public static readonly BinaryKernel<T, bool> NotEqual = Kernel.Of<T, bool>(nameof(NotEqual), static (l, r) => l != r);

    /// <summary>1 where the condition holds, 0 elsewhere.</summary>
    public static readonly UnaryKernel<bool, T> FromCondition = Kernel.Of<bool, T>(static x => x ? T.One : T.Zero);
}
