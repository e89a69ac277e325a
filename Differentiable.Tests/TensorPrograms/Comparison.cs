using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>A function of a matrix and a vector, and its generated gradient.</summary>
/// <param name="Function">The function.</param>
/// <param name="Gradient">The gradient of the sum of its elements.</param>
internal sealed record Comparison(
    Func<Tensor<double>, Tensor<double>, Tensor<double>> Function,
    Func<Tensor<double>, Tensor<double>, (Tensor<double> W, Tensor<double> B)> Gradient)
{
    private const double Step = 1e-5;

    private static readonly Tensor<double> s_w = [[0.1, 0.2], [0.3, -0.4]];

    private static readonly Tensor<double> s_b = [0.5, -0.5];

    /// <summary>The gradient is the one that a tape finds.</summary>
    public void WithTape()
    {
        GradientTape tape = new();
        tape.Watch(s_w, s_b);
        Tensor<double> sum;
        using (tape.Record())
            sum = Tensor.Sum(Function(s_w, s_b));
        (Tensor<double>? w, Tensor<double>? b) = tape.Gradient(sum, (s_w, s_b), UnconnectedGradients.Zero);
        (Tensor<double> dw, Tensor<double> db) = Gradient(s_w, s_b);
        Expect.Equal(w!, dw, 1e-12);
        Expect.Equal(b!, db, 1e-12);
    }

    /// <summary>The gradient is what differences come near to.</summary>
    public void WithDifferences()
    {
        (Tensor<double> dw, Tensor<double> db) = Gradient(s_w, s_b);
        Expect.Equal(Differences(w => Function(w, s_b), s_w), dw, 1e-6);
        Expect.Equal(Differences(b => Function(s_w, b), s_b), db, 1e-6);
    }

    private static Tensor<double> Differences(Func<Tensor<double>, Tensor<double>> function, Tensor<double> x)
    {
        double At(int element, double step)
        {
            double[] moved = x.ToArray();
            moved[element] += step;
            return Tensor.Sum(function(Tensor.From(moved, x.Shape))).ToScalar();
        }
        return Tensor.From([.. Enumerable.Range(0, x.FlattenedLength).Select(i => (At(i, Step) - At(i, -Step)) / (2 * Step))], x.Shape);
    }
}
