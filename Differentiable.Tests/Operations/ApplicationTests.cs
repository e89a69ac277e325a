using Differentiable.Tensors;
using Differentiable.Tests.Conformance;
using Differentiable.Tests.Tensors;

namespace Differentiable.Tests.Operations;

/// <summary>First and second derivatives of operations as they are called in applications, against differences and each other.</summary>
public class ApplicationTests
{
    private static readonly Tensor<double> s_x = [0.9, 1.1, 1.3], s_direction = [0.4, -0.7, 0.2];

    private static readonly Dictionary<string, Func<Tensor<double>, Tensor<double>>> s_functions = new()
    {
        ["arguments by name"] = x => Applications.Option(strike: 1.1, spot: x, rate: 0.01 * x, time: 2.0, volatility: 0.2 + (0.1 * x)),
        ["a table of strikes"] = x => Applications.Option(Tensor.Reshape(x, 3, 1), x, 0.3, 1.0, 0.02),
        ["two results"] = x => Applications.Bond(x, 0.05 + (Tensor.Sum(x) * 0.01)) is var (value, duration) ? (value * duration) + Tensor.Sin(duration) : x,
        ["one of two results"] = x => Applications.Bond(x, 0.05).Duration,
        ["an array"] = x => Tensor.Square(Applications.Path(x, Tensor.Average(x), 0.1)),
        ["a reference"] = x => Applications.Tip(in x, 0.9, [3, 2, 1]) * Applications.Tip(in x, 0.5, [1, 1]),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_are_those_of_differences_and_of_each_other(string name)
    {
        Func<Tensor<double>, Tensor<double>> function = s_functions[name];
        double along = Tensor.Sum(Gradient.Jvp(function, s_x, s_direction).Tangent).ToScalar();
        Assert.Equal(Differences.At0(t => Tensor.Sum(function(s_x + (t * s_direction))).ToScalar()), along, 1e-7);
        Assert.Equal(along, Tensor.Sum(Gradient.Of(function)(s_x) * s_direction).ToScalar(), 1e-10);
        Tensor<double> second = Gradient.Hvp(function, s_x, s_direction);
        Assert.Equal(Differences.At0(t => Tensor.Sum(Gradient.Of(function)(s_x + (t * s_direction)) * s_direction).ToScalar()), Tensor.Sum(second * s_direction).ToScalar(), 1e-6);
        Expect.Equal(Tensor.MatVec(Gradient.Hessian(function)(s_x), s_direction), second);
    }
}
