using Differentiable.Tensors;

namespace Differentiable;

/// <summary>What ran, as tapes remember it: how the cotangent of its result becomes cotangents of its inputs.</summary>
internal abstract class Operation
{
    public abstract string Name { get; }

    /// <summary>Adds to the cotangents of the inputs that need one.</summary>
    /// <param name="cotangent">Of the result.</param>
    /// <param name="inputs">Those of the inputs.</param>
    public abstract void PullBack(TensorBase cotangent, in InputCotangents inputs);
}

/// <summary>An operation with one input.</summary>
/// <param name="name">What it is called.</param>
/// <param name="kept">What the derivative needs: the input, the result, a shape.</param>
/// <param name="pullback">From the cotangent of the result and what was kept, the cotangent of the input.</param>
internal sealed class UnaryOperation<TIn, TOut, TKept>(string name, TKept kept, Func<Tensor<TOut>, TKept, Tensor<TIn>> pullback) : Operation
    where TIn : unmanaged
    where TOut : unmanaged
{
    public override string Name => name;

    public override void PullBack(TensorBase cotangent, in InputCotangents inputs) => inputs.Add(0, pullback((Tensor<TOut>)cotangent, kept));
}

/// <summary>An operation with two inputs, either of which may have been broadcast.</summary>
/// <param name="name">What it is called.</param>
/// <param name="left">The shape of the left input.</param>
/// <param name="right">The shape of the right input.</param>
/// <param name="pullbackLeft">The cotangent of the left input, in the shape of the result.</param>
/// <param name="pullbackRight">The cotangent of the right input, in the shape of the result.</param>
internal sealed class BinaryOperation<T, TLeft, TRight>(
    string name, Shape left, Shape right, Func<Tensor<T>, TLeft, Tensor<T>> pullbackLeft, Func<Tensor<T>, TRight, Tensor<T>> pullbackRight) : Operation
    where T : unmanaged
{
    public override string Name => name;

    /// <summary>What the derivative with respect to the left input needs; kept only if someone follows that input.</summary>
    public TLeft? KeptForLeft { get; set; }

    /// <summary>What the derivative with respect to the right input needs; kept only if someone follows that input.</summary>
    public TRight? KeptForRight { get; set; }

    public override void PullBack(TensorBase cotangent, in InputCotangents inputs)
    {
        var dy = (Tensor<T>)cotangent;
        if (inputs.Needs(0))
            inputs.Add(0, pullbackLeft(dy, KeptForLeft!), left);
        if (inputs.Needs(1))
            inputs.Add(1, pullbackRight(dy, KeptForRight!), right);
    }
}

/// <summary>An operation with any number of inputs.</summary>
/// <param name="name">What it is called.</param>
/// <param name="kept">What the derivatives need.</param>
/// <param name="pullback">From the cotangent of the result and what was kept, the cotangents of the inputs that need one; null is zero.</param>
internal sealed class ManyOperation<TOut, TKept>(string name, TKept kept, Func<Tensor<TOut>, TKept, InputCotangents, TensorBase?[]> pullback) : Operation
    where TOut : unmanaged
{
    public override string Name => name;

    public override void PullBack(TensorBase cotangent, in InputCotangents inputs)
    {
        TensorBase?[] cotangents = pullback((Tensor<TOut>)cotangent, kept, inputs);
        for (int i = 0; i < cotangents.Length; i++)
        {
            if (cotangents[i] is { } dx)
                inputs.Add(i, dx);
        }
    }
}
