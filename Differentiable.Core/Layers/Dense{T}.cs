using System.Globalization;
using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>A fully connected layer: <c>activation(x @ kernel + bias)</c>. It learns the size of its input from the first one, unless it is told.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class Dense<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _units;
    private readonly Func<Tensor<T>, Tensor<T>>? _activation;
    private readonly Random _random;
    private readonly bool _hasBias;
    private Variable<T>? _kernel, _bias;

    /// <summary>A layer.</summary>
    /// <param name="units">How many outputs it has.</param>
    /// <param name="activation">What becomes of each output; nothing by default.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="hasBias">Is something added to each output, and trained?</param>
    public Dense(int units, Func<Tensor<T>, Tensor<T>>? activation = null, Random? random = null, bool hasBias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        (_units, _activation, _random, _hasBias) = (units, activation, random ?? Random.Shared, hasBias);
    }

    /// <summary>A layer.</summary>
    /// <param name="units">How many outputs it has.</param>
    /// <param name="activation">What becomes of each output, by name: linear, relu, relu6, leakyRelu, elu, selu, gelu, silu, hardSwish, mish, sigmoid, hardSigmoid, tanh, softplus, softsign, softmax.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="hasBias">Is something added to each output, and trained?</param>
    /// <exception cref="ArgumentException">There is no activation of this name.</exception>
    public Dense(int units, string activation, Random? random = null, bool hasBias = true)
        : this(units, Activations.Find<T>(activation), random, hasBias)
    {
    }

    /// <summary>A layer that has its variables from the start.</summary>
    /// <param name="inputs">How many inputs it has.</param>
    /// <param name="units">How many outputs it has.</param>
    /// <param name="activation">What becomes of each output; nothing by default.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="hasBias">Is something added to each output, and trained?</param>
    public Dense(int inputs, int units, Func<Tensor<T>, Tensor<T>>? activation = null, Random? random = null, bool hasBias = true)
        : this(units, activation, random, hasBias)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        Build(inputs);
    }

    /// <summary>A layer that has its variables from the start.</summary>
    /// <param name="inputs">How many inputs it has.</param>
    /// <param name="units">How many outputs it has.</param>
    /// <param name="activation">What becomes of each output, by name: linear, relu, relu6, leakyRelu, elu, selu, gelu, silu, hardSwish, mish, sigmoid, hardSigmoid, tanh, softplus, softsign, softmax.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="hasBias">Is something added to each output, and trained?</param>
    /// <exception cref="ArgumentException">There is no activation of this name.</exception>
    public Dense(int inputs, int units, string activation, Random? random = null, bool hasBias = true)
        : this(inputs, units, Activations.Find<T>(activation), random, hasBias)
    {
    }

    /// <summary>The weights, in the shape [inputs, units]; null before the first input.</summary>
    public Variable<T>? Kernel => _kernel;

    /// <summary>What is added, in the shape [units]; null before the first input, and of a layer that has none.</summary>
    public Variable<T>? Bias => _bias;

    /// <inheritdoc/>
    /// <param name="x">In the shape [batch, ..., inputs].</param>
    /// <returns>In the shape [batch, ..., units].</returns>
    /// <exception cref="ShapeMismatchException">The input has another size than the first one, or no batch.</exception>
    public override Tensor<T> Apply(Tensor<T> x)
    {
        if (x.Given().Rank < 2 || (_kernel is not null && x.Shape[^1] != _kernel.Shape[0]))
            throw new ShapeMismatchException($"The input of a Dense is [batch, ..., {_kernel?.Shape[0].ToString(CultureInfo.InvariantCulture) ?? "inputs"}]; its shape is {x.Shape}.");
        Build(x.Shape[x.Rank - 1]);
        Tensor<T> products = Tensor.MatMul(x, _kernel!), y = _bias is null ? products : products + _bias;
        return _activation is null ? y : _activation(y);
    }

    private void Build(int inputs)
    {
        _kernel ??= Add("kernel", Initializers.GlorotUniform<T>([inputs, _units], _random));
        if (_hasBias)
            _bias ??= Add("bias", Tensor.Zeros<T>([_units]));
    }
}
