using System.Numerics.Tensors;
using System.Reflection;
using Differentiable.Tests.Rules;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>Methods with functions of TensorPrimitives whose derivatives are of higher order than the rules of those.</summary>
public partial class TensorHigherOrderTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (TensorFunction function in TensorRuleTests.WithRules)
            {
                cases.Add(function.Name, 1);
                cases.Add(function.Name, 5);
            }
            return cases;
        }
    }

    /// <summary>The value is the function's, and the derivatives are those of the tangent rule and of its differences.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Second_tangents_agree_with_differences_of_the_first(string name, int length)
    {
        TensorFunction function = TensorFunction.Get(name);
        TensorPoint point = new(function, length);
        Dictionary<string, double[]>[] directions = [Random(), Random()];
        double value = Weighed(point.ValueAt(0, directions[0]));
        double[] tangents = [.. directions.Select(direction => Weighed(point.Push(direction).Tangents))];
        double curvature = Richardson.Derivative(step => Weighed(point.MovedBy(step, directions[1]).Push(directions[0]).Tangents), 0);
        MethodInfo method = HigherOrderMethods.TangentOfTangent(function);
        double[] actual = [.. Reals.Of(Invoker.Invoke(method, [.. method.GetParameters().Select(Argument)]))];
        double tolerance = name.Contains("Estimate(span x, span destination", StringComparison.Ordinal) ? 1e-2 : 1e-9;
        Agreement.Close([value, tangents[0], tangents[1], curvature], actual, tolerance, name);

        Dictionary<string, double[]> Random() => function.ActiveInputs.ToDictionary(input => input.Name!, point.RandomLike);

        object Argument(ParameterInfo parameter)
        {
            string of = parameter.Name!;
            double[] numbers = point.Inputs.TryGetValue(of, out object? input) ? input as double[] ?? [(double)input]
                : of.EndsWith("DotDot", StringComparison.Ordinal) ? new double[directions[0][of[..^6]].Length]
                : of.EndsWith("Dot2", StringComparison.Ordinal) ? directions[1][of[..^4]]
                : directions[0][of[..^3]];
            return parameter.ParameterType == typeof(double) ? numbers[0] : numbers;
        }
    }

    [Fact]
    public void Third_order_is_exact()
    {
        double x = 0.6, square = x * x, e = Math.Exp(x);
        (double value, double dot, _, double second, _, _, _, double third) = ProductOfPowersJvpJvpJvp([x], [1], [1], [0], [1], [0], [0], [0]);
        Assert.Equal(square * e, value, 1e-14);
        Assert.Equal((square + 2 * x) * e, dot, 1e-13);
        Assert.Equal((square + 4 * x + 2) * e, second, 1e-13);
        Assert.Equal((square + 6 * x + 6) * e, third, 1e-12);
    }

    /// <summary>Softmax and sigmoid far out, where exponentials are none or infinite, and lengths at the origin.</summary>
    [Fact]
    public void No_order_is_NaN_at_the_edges()
    {
        Assert.Equal((0, 0, 0, 0), LogisticJvpJvp([-800], [1], [1], [0]));
        Assert.Equal((1, 0, 0, 0), LogisticJvpJvp([800], [1], [1], [0]));
        Assert.Equal((0, 0, 0, 0), LengthJvpJvp([0, 0], [1, 1], [1, 0], [0, 0]));
    }

    /// <summary>Reverse mode over forward mode twice, and a function that is called in place, of a type parameter.</summary>
    [Fact]
    public void Reverse_mode_goes_over_it()
    {
        double[] x = [0.4, -0.7, 0.2], direction = [0.3, 0.5, -0.2], gradient = new double[3], weights = [1, 0.5, -0.25];
        SharpenedHvp(x, direction, gradient);
        double[] expected = [.. Enumerable.Range(0, 3).Select(i => Richardson.Derivative(step =>
        {
            double[] moved = [.. x], dot = [0, 0, 0];
            for (int k = 0; k < 3; k++)
                moved[k] += step * direction[k];
            dot[i] = 1;
            return SharpenedJvp(moved, dot).valueDot;
        }, 0))];
        Agreement.Close(expected, gradient, 1e-9, nameof(Sharpened));
        Assert.Equal(SharpenedJvpJvp(x, direction, weights, [0, 0, 0]).valueDotDot, TensorPrimitives.Dot<double>(gradient, weights), 1e-12);
    }

    private static double Weighed(double[] numbers) => numbers.Select((number, i) => HigherOrderMethods.Weight(i) * number).Sum();

    [Differentiable(Derivatives.Jvp, Order = 3)]
    private static double ProductOfPowers(ReadOnlySpan<double> x)
    {
        Span<double> y = stackalloc double[x.Length];
        TensorPrimitives.Exp(x, y);
        TensorPrimitives.Multiply(y, x, y);
        return TensorPrimitives.Dot<double>(y, x);
    }

    [Differentiable(Derivatives.Jvp, Order = 2)]
    private static double Logistic(ReadOnlySpan<double> x)
    {
        Span<double> y = stackalloc double[x.Length];
        TensorPrimitives.Sigmoid(x, y);
        return TensorPrimitives.Max<double>(y);
    }

    [Differentiable(Derivatives.Jvp, Order = 2)]
    private static double Length(ReadOnlySpan<double> x) => TensorPrimitives.Norm(x);

    [Differentiable(Derivatives.Jvp | Derivatives.Hvp, Order = 2)]
    private static T Sharpened<T>(ReadOnlySpan<T> x)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Span<T> y = stackalloc T[x.Length];
        TensorPrimitives.Multiply(x, x, y);
        TensorPrimitives.SoftMax<T>(y, y);
        return TensorPrimitives.Product<T>(y) + TensorPrimitives.CosineSimilarity<T>(x, y);
    }
}
