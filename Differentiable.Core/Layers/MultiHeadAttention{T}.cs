using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// Several heads that look each at what it finds like what it asks for (Vaswani et al., "Attention is all you need", 2017): of each place of the input, queries, keys and values are made by
/// layers, and each head has <c>SoftMax(q kᵀ / √keySize) v</c>; the heads together go through one more layer. It learns the sizes of its inputs from the first ones.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class MultiHeadAttention<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _heads, _keySize;
    private readonly bool _isCausal;
    private readonly Random _random;
    private readonly Dense<T> _query, _key, _value;
    private Dense<T>? _output;

    /// <summary>A layer.</summary>
    /// <param name="heads">How many heads there are.</param>
    /// <param name="keySize">How long a query, key or value of one head is.</param>
    /// <param name="isCausal">Does each place look only at those that are not behind it: place i at the places 0 to i? Both are counted from their first place, also where there are more to look at than ask; where those that ask are the last ones, give a mask instead.</param>
    /// <param name="random">Where the first weights come from.</param>
    public MultiHeadAttention(int heads, int keySize, bool isCausal = false, Random? random = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heads);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keySize);
        (_heads, _keySize, _isCausal, _random) = (heads, keySize, isCausal, random ?? Random.Shared);
        _query = Add(Layer(heads * keySize), "query");
        _key = Add(Layer(heads * keySize), "key");
        _value = Add(Layer(heads * keySize), "value");
    }

    /// <summary>Each place looks at all places of the same input.</summary>
    /// <param name="x">In the shape [batch, places, features].</param>
    /// <returns>In the shape of the input.</returns>
    /// <exception cref="ArgumentException">The input has not three axes.</exception>
    public override Tensor<T> Apply(Tensor<T> x) => Apply(x, x);

    /// <summary>Each place of one input looks at places of another, or of itself.</summary>
    /// <param name="x">What asks, in the shape [batch, places, features].</param>
    /// <param name="memory">What is looked at, in the shape [batch, others, features].</param>
    /// <param name="mask">Which place may look at which other, in the shape [batch, places, others], [places, others] or [others]; lengths of 1 are repeated. A place that may look at none sees zeros.</param>
    /// <returns>In the shape of what asks.</returns>
    /// <exception cref="ArgumentException">An input has not three axes, or the mask none or more.</exception>
    /// <exception cref="ShapeMismatchException">The batches or the mask do not fit, or an input has other features than the first one.</exception>
    public Tensor<T> Apply(Tensor<T> x, Tensor<T> memory, Tensor<bool>? mask = null)
    {
        (x, memory) = (x.Given(), memory.Given());
        if (x.Rank != 3 || memory.Rank != 3 || mask is { Rank: 0 or > 3 })
            throw new ArgumentException($"The inputs of a MultiHeadAttention are [batch, places, features], a mask is [batch, places, others]; the shapes are {x.Shape}, {memory.Shape}{(mask is null ? "" : $" and {mask.Shape}")}.", nameof(x));
        _output ??= Add(Layer(x.Shape[2]), "output");
        Tensor<T> scores = Tensor.MatMul(Heads(_query.Apply(x)), Tensor.Transpose(Heads(_key.Apply(memory)))) * T.CreateChecked(1 / Math.Sqrt(_keySize));
        Tensor<T> seen = Tensor.PermuteDimensions(Tensor.MatMul(Weights(scores, Allowed(scores.Shape, mask)), Heads(_value.Apply(memory))), 0, 2, 1, 3);
        return _output.Apply(Tensor.Reshape(seen, x.Shape[0], x.Shape[1], _heads * _keySize));
    }

    private Dense<T> Layer(int units) => new(units, random: _random);

    /// <summary>In the shape [batch, heads, places, keySize].</summary>
    private Tensor<T> Heads(Tensor<T> x) => Tensor.PermuteDimensions(Tensor.Reshape(x, x.Shape[0], x.Shape[1], _heads, _keySize), 0, 2, 1, 3);

    /// <summary>Which place may look at which other; null for all.</summary>
    private Tensor<bool>? Allowed(Shape scores, Tensor<bool>? mask)
    {
        if (mask is not null)
            RequireFitting(mask, scores);
        if (mask is { Rank: 3 })
            mask = Tensor.Unsqueeze(mask, 1);
        if (!_isCausal)
            return mask;
        Tensor<bool> isNotBehind = Tensor.Range(0, scores[^1]) <= Tensor.Reshape(Tensor.Range(0, scores[^2]), -1, 1);
        return mask is null ? isNotBehind : mask & isNotBehind;
    }

    private static void RequireFitting(Tensor<bool> mask, Shape scores)
    {
        Shape shape = [scores[0], scores[^2], scores[^1]];
        for (int axis = 1; axis <= mask.Rank; axis++)
        {
            if (mask.Shape[^axis] != 1 && mask.Shape[^axis] != shape[^axis])
                throw new ShapeMismatchException($"The mask of a MultiHeadAttention is [batch, places, others], here {shape}, where lengths of 1 are repeated; its shape is {mask.Shape}.");
        }
    }

    /// <summary>What may not be looked at has no weight. Where that is all, its weights are taken all the same, so that there is something to divide by, and then left out.</summary>
    private static Tensor<T> Weights(Tensor<T> scores, Tensor<bool>? allowed)
    {
        if (allowed is null)
            return Tensor.SoftMax(scores);
        Tensor<bool> counts = allowed | !Tensor.Any(allowed, [-1], keepDimensions: true);
        return Tensor.Where(allowed, Tensor.SoftMax(Tensor.Where(counts, scores, T.NegativeInfinity)), T.Zero);
    }
}
