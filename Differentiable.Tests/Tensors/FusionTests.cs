using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Elementwise operations that wait and run together give what they give one by one.</summary>
public sealed class FusionTests : IDisposable
{
    private readonly int _smallest = Deferral.SmallestLength;

    public static TheoryData<string> Names => OperationTests.Names;

    /// <summary>Other tests may run meanwhile; for them it makes no difference.</summary>
    public void Dispose() => Deferral.SmallestLength = _smallest;

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_are_the_same_to_the_last_bit(string name)
    {
        OperationCase operation = OperationCases.All[name];
        double[][] expected = Derivatives(operation, int.MaxValue), actual = Derivatives(operation, 1);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(70_001)]
    [InlineData(300_000)]
    public void Blocks_of_any_number_make_a_whole(int length)
    {
        Tensor<float> x = Tensor.LinSpace(-3f, 3f, length);
        float[][] results = [.. new[] { int.MaxValue, 1 }.Select(smallest =>
        {
            Deferral.SmallestLength = smallest;
            Tensor<float> y = (Tensor.Tanh(x) * Tensor.Sigmoid(x)) + Tensor.Exp(-Tensor.Square(x));
            return (2 - (y / 3)).ToArray();
        })];
        Assert.Equal(results[0], results[1]);
    }

    [Fact]
    public void Long_chains_and_shared_parts_take_linear_time()
    {
        Deferral.SmallestLength = 1;
        Tensor<double> x = [1, 0.5], y = x, z = x;
        for (int i = 0; i < 2000; i++)
        {
            y = (y * 0.5) + (y * 0.5);
            z = Tensor.Sin(z + y) * Tensor.Cos(z);
        }
        Expect.Equal(x, y);
        Assert.All(z.ToArray(), element => Assert.True(double.IsFinite(element)));
    }

    [Fact]
    public void A_result_is_looked_at_by_several_threads()
    {
        Deferral.SmallestLength = 1;
        for (int round = 0; round < 100; round++)
        {
            Tensor<double> x = Tensor.Exp(Tensor.LinSpace(0.0, 1.0, 100)), y = Tensor.Log(x) + (x * 0);
            Parallel.For(0, 8, i => Assert.Equal(i % 2 == 0 ? 1 : Math.E, (i % 2 == 0 ? y : x).ToArray()[^1], 1e-12));
        }
    }

    [Fact]
    public void Variables_are_read_when_the_operation_is_called()
    {
        Deferral.SmallestLength = 1;
        Variable<double> v = new([1, 2]);
        Tensor<double> y = v * v;
        v.Assign([10, 20]);
        Expect.Equal([1, 4], y);
        Expect.Equal([100, 400], v * v);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1025)]
    [InlineData(70_001)]
    [InlineData(2_000_000)]
    public void Losses_are_the_same_whenever_someone_looks(int length)
    {
        float[] expected = Train(length, int.MaxValue, looksFirst: false);
        Assert.Equal(expected, Train(length, 1, looksFirst: false));
        Assert.Equal(expected, Train(length, 1, looksFirst: true));
    }

    [Fact]
    public void A_sum_is_computed_along_with_what_it_is_made_of()
    {
        Deferral.SmallestLength = 1;
        Tensor<double> x = Tensor.LinSpace(0.0, 1.0, 3000), y = Tensor.Exp(x), sum = Tensor.Sum(y * 2);
        Assert.NotNull(sum.Waiting);
        Assert.Equal(x.ToArray().Select(Math.Exp), y.ToArray(), (e, a) => Math.Abs(e - a) < 1e-12);
        Assert.Null(sum.Waiting);
        Assert.Equal(x.ToArray().Sum(Math.Exp) * 2, sum.ToScalar(), 1e-9);
    }

    [Fact]
    public void A_sum_of_the_very_result_is_computed_along_with_it()
    {
        Deferral.SmallestLength = 1;
        Tensor<double> x = Tensor.LinSpace(0.0, 1.0, 3000), y = Tensor.Exp(x), sum = Tensor.Sum(y);
        double[] elements = y.ToArray();
        Assert.Null(sum.Waiting);
        Assert.Equal(elements.Sum(), sum.ToScalar(), 1e-9);
    }

    [Fact]
    public void Of_the_sums_that_no_one_looks_at_the_last_one_waits()
    {
        Deferral.SmallestLength = 1;
        Tensor<double> x = [1, 2], first = Tensor.Sum(Tensor.Exp(x)), second = Tensor.Average(Tensor.Exp(x));
        Assert.Null(first.Waiting);
        Assert.NotNull(second.Waiting);
        Expect.Equal(first / 2, second);
    }

    private static double[][] Derivatives(OperationCase operation, int smallest)
    {
        Deferral.SmallestLength = smallest;
        Tensor<double>[] inputs = operation.Inputs();
        GradientTape outer = new(), inner = new();
        Tensor<double> y;
        Tensor<double>[] gradients;
        using (outer.Record())
        {
            outer.Watch<double>(inputs);
            using (inner.Record())
            {
                inner.Watch<double>(inputs);
                y = operation.Function(inputs);
            }
            gradients = inner.Gradient([y], inputs, UnconnectedGradients.Zero)!;
        }
        Tensor<double>[] second = outer.Gradient([.. gradients], inputs, UnconnectedGradients.Zero)!;
        return [y.ToArray(), .. gradients.Select(gradient => gradient.ToArray()), .. second.Select(gradient => gradient.ToArray())];
    }

    /// <summary>A loss, and its gradient.</summary>
    private static float[] Train(int length, int smallest, bool looksFirst)
    {
        Deferral.SmallestLength = smallest;
        Variable<float> x = new(Tensor.LinSpace(-3f, 3f, length));
        GradientTape tape = new();
        Tensor<float> loss = tape.Record(() => Tensor.Average((Tensor.Tanh(x) * Tensor.Sigmoid(x)) + Tensor.Exp(-Tensor.Square(x))));
        float value = looksFirst ? loss.ToScalar() : 0;
        float[] gradient = tape.Gradient(loss, x)!.ToArray();
        return [looksFirst ? value : loss.ToScalar(), .. gradient];
    }
}
