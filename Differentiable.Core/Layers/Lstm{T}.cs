using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// A recurrent layer with a memory cell (Hochreiter and Schmidhuber, "Long short-term memory", 1997; with forget gates, Gers, Schmidhuber and Cummins, 2000). At each time,
/// <c>z = x @ kernel + h @ recurrentKernel + bias</c> is split into four parts i, f, g, o, and <c>c = σ(f) c + σ(i) tanh(g)</c>, <c>h = σ(o) tanh(c)</c>.
/// It learns the size of its input from the first one.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class Lstm<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _units;
    private readonly bool _returnsSequence;
    private readonly Random _random;
    private Variable<T>? _kernel, _recurrentKernel, _bias;

    /// <summary>A layer.</summary>
    /// <param name="units">How long its state is.</param>
    /// <param name="returnsSequence">Does it return the states at all times, and not only the last?</param>
    /// <param name="random">Where the first weights come from.</param>
    public Lstm(int units, bool returnsSequence = false, Random? random = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        (_units, _returnsSequence, _random) = (units, returnsSequence, random ?? Random.Shared);
    }

    /// <inheritdoc/>
    /// <param name="x">In the shape [batch, times, inputs].</param>
    /// <returns>In the shape [batch, units], or [batch, times, units] for all times.</returns>
    /// <exception cref="ArgumentException">The input has not three axes, or no times.</exception>
    public override Tensor<T> Apply(Tensor<T> x) => Apply(x, null, null).Outputs;

    /// <summary>Goes on from a state: for sequences that come piece by piece, for decoders, and for texts that are made letter by letter.</summary>
    /// <param name="x">In the shape [batch, times, inputs].</param>
    /// <param name="hidden">The state h before, in the shape [batch, units]; null for zeros.</param>
    /// <param name="cell">The memory c before, in the shape [batch, units]; null for zeros.</param>
    /// <param name="mask">In the shape [batch, times]: where it is false, a time is left out, and the state stays as it was; such times also have it as their output. Null leaves out none.</param>
    /// <returns>What the layer returns, and the state and the memory behind the last time.</returns>
    /// <exception cref="ArgumentException">The input has not three axes, or no times.</exception>
    /// <exception cref="ShapeMismatchException">The state, the memory or the mask has another shape.</exception>
    public (Tensor<T> Outputs, Tensor<T> Hidden, Tensor<T> Cell) Apply(Tensor<T> x, Tensor<T>? hidden, Tensor<T>? cell, Tensor<bool>? mask = null)
    {
        RecurrentStates.RequireSequence(x, "an Lstm");
        RecurrentStates.RequireMask(mask, x, "an Lstm");
        Build(x.Shape[2]);
        Tensor<T> inputs = Tensor.MatMul(x, _kernel!) + _bias!;
        Shape shape = [x.Shape[0], _units];
        Tensor<T> h = RecurrentStates.Begin(hidden, shape, "an Lstm"), c = RecurrentStates.Begin(cell, shape, "an Lstm");
        Tensor<T>[] states = new Tensor<T>[x.Shape[1]];
        for (int time = 0; time < states.Length; time++)
        {
            Tensor<T> z = inputs[.., time] + Tensor.MatMul(h, _recurrentKernel!);
            Tensor<T> remembered = (Tensor.Sigmoid(Gate(z, 1)) * c) + (Tensor.Sigmoid(Gate(z, 0)) * Tensor.Tanh(Gate(z, 2)));
            states[time] = h = RecurrentStates.Behind(mask, time, Tensor.Sigmoid(Gate(z, 3)) * Tensor.Tanh(remembered), h);
            c = RecurrentStates.Behind(mask, time, remembered, c);
        }
        return (_returnsSequence ? Tensor.Stack<T>(states, 1) : h, h, c);
    }

    private Tensor<T> Gate(Tensor<T> z, int gate) => z[.., (gate * _units)..((gate + 1) * _units)];

    private void Build(int inputs)
    {
        _kernel ??= Add("kernel", Initializers.GlorotUniform<T>([inputs, 4 * _units], _random));
        _recurrentKernel ??= Add("recurrentKernel", Initializers.GlorotUniform<T>([_units, 4 * _units], _random));
        _bias ??= Add("bias", FirstBias());
    }

    /// <summary>Zeros, but ones for the forget gate, so that at first the cell remembers (Jozefowicz, Zaremba and Sutskever, 2015).</summary>
    private Tensor<T> FirstBias()
    {
        T[] bias = new T[4 * _units];
        bias.AsSpan(_units, _units).Fill(T.One);
        return Tensor.From(bias);
    }
}
