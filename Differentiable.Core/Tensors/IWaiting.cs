namespace Differentiable.Tensors;

/// <summary>What computes a tensor's elements when someone looks at them.</summary>
internal interface IWaiting<T>
    where T : unmanaged
{
    /// <summary>The elements.</summary>
    /// <param name="result">The tensor.</param>
    T[] Compute(Tensor<T> result);
}
