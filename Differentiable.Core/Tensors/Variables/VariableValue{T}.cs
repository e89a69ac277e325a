using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>A value that a variable has or had: what is computed from it depends on the variable.</summary>
internal sealed class VariableValue<T>(Variable<T> variable, Tensor<T> value) : Tensor<T>(value)
    where T : unmanaged, INumberBase<T>
{
    internal override TensorBase Watched => variable;
}
