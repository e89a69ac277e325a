using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Weights in half precision: structs, arrays and functions of them, with sums in more.</summary>
public static partial class HalfPrecision
{
    /// <summary>A neuron as it is stored.</summary>
    public record struct Neuron(Half Weight, Half Bias)
    {
        public readonly float Activation(float x) => float.Tanh((float)Weight * x + (float)Bias);

        public static Neuron operator *(Neuron n, Half factor) => n with { Weight = n.Weight * factor };
    }

    [Differentiable, SinglePrecision]
    public static float Network([Length(3)] ReadOnlySpan<Neuron> neurons, [Length(3)] ReadOnlySpan<float> x, Half scale)
    {
        float sum = 0;
        for (int i = 0; i < neurons.Length; i++)
        {
            Neuron scaled = neurons[i] * scale;
            sum += scaled.Activation(x[i]) * x[(i + 1) % x.Length];
        }
        return sum;
    }

    [Differentiable]
    public static Half Norm([Length(3)] Half[] x, Half floor)
    {
        Half sum = Half.Zero;
        foreach (Half v in x)
            sum += v * v;
        return Half.Max(Half.Sqrt(sum), floor) + Half.Exp(-floor) * (Half)0.5;
    }
}
