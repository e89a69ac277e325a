using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// A recurrent layer with gates (Cho et al., "Learning phrase representations using RNN encoder-decoder for statistical machine translation", 2014), in the variant that resets behind the product. At
/// each time, <c>x @ kernel + bias</c> and <c>h @ recurrentKernel + recurrentBias</c> are split into three parts each, <c>u = σ(x₀ + h₀)</c>, <c>r = σ(x₁ + h₁)</c>, and
/// <c>h = u h + (1 - u) tanh(x₂ + r h₂)</c>. It learns the size of its input from the first one.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class Gru<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _units;
    private readonly bool _returnsSequence;
    private readonly Random _random;
    private Variable<T>? _kernel, _recurrentKernel, _bias, _recurrentBias;

    /// <summary>A layer.</summary>
    /// <param name="units">How long its state is.</param>
    /// <param name="returnsSequence">Does it return the states at all times, and not only the last?</param>
    /// <param name="random">Where the first weights come from.</param>
    public Gru(int units, bool returnsSequence = false, Random? random = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        (_units, _returnsSequence, _random) = (units, returnsSequence, random ?? Random.Shared);
    }

    /// <inheritdoc/>
    /// <param name="x">In the shape [batch, times, inputs].</param>
    /// <returns>In the shape [batch, units], or [batch, times, units] for all times.</returns>
    /// <exception cref="ArgumentException">The input has not three axes, or no times.</exception>
    public override Tensor<T> Apply(Tensor<T> x) => Apply(x, null).Outputs;

    /// <summary>Goes on from a state: for sequences that come piece by piece, for decoders, and for texts that are made letter by letter.</summary>
    /// <param name="x">In the shape [batch, times, inputs].</param>
    /// <param name="hidden">The state h before, in the shape [batch, units]; null for zeros.</param>
    /// <param name="mask">In the shape [batch, times]: where it is false, a time is left out, and the state stays as it was; such times also have it as their output. Null leaves out none.</param>
    /// <returns>What the layer returns, and the state behind the last time.</returns>
    /// <exception cref="ArgumentException">The input has not three axes, or no times.</exception>
    /// <exception cref="ShapeMismatchException">The state or the mask has another shape.</exception>
    public (Tensor<T> Outputs, Tensor<T> Hidden) Apply(Tensor<T> x, Tensor<T>? hidden, Tensor<bool>? mask = null)
    {
        RecurrentStates.RequireSequence(x, "a Gru");
        RecurrentStates.RequireMask(mask, x, "a Gru");
        Build(x.Shape[2]);
        Tensor<T> inputs = Tensor.MatMul(x, _kernel!) + _bias!, h = RecurrentStates.Begin(hidden, [x.Shape[0], _units], "a Gru");
        Tensor<T>[] states = new Tensor<T>[x.Shape[1]];
        for (int time = 0; time < states.Length; time++)
        {
            Tensor<T> input = inputs[.., time], recurrent = Tensor.MatMul(h, _recurrentKernel!) + _recurrentBias!;
            Tensor<T> update = Tensor.Sigmoid(Part(input, 0) + Part(recurrent, 0)), reset = Tensor.Sigmoid(Part(input, 1) + Part(recurrent, 1));
            Tensor<T> candidate = Tensor.Tanh(Part(input, 2) + (reset * Part(recurrent, 2)));
            states[time] = h = RecurrentStates.Behind(mask, time, candidate + (update * (h - candidate)), h);
        }
        return (_returnsSequence ? Tensor.Stack<T>(states, 1) : h, h);
    }

    private Tensor<T> Part(Tensor<T> x, int part) => x[.., (part * _units)..((part + 1) * _units)];

    private void Build(int inputs)
    {
        _kernel ??= Add("kernel", Initializers.GlorotUniform<T>([inputs, 3 * _units], _random));
        _recurrentKernel ??= Add("recurrentKernel", Initializers.GlorotUniform<T>([_units, 3 * _units], _random));
        _bias ??= Add("bias", Tensor.Zeros<T>([3 * _units]));
        _recurrentBias ??= Add("recurrentBias", Tensor.Zeros<T>([3 * _units]));
    }
}
