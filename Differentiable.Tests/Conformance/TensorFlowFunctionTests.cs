using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of the gradients of functions, by their rows in the list of cases.</summary>
public class TensorFlowFunctionTests
{
    private readonly GradientTape _tape = new();

    private static Func<Tensor<float>, Tensor<float>> Square { get; } = x => x * x;

    [Theory]
    [InlineData(5, 1)]
    [InlineData(50, 100)]
    public void A02_Where(float at, float expected) => Expect.Equal(expected, Gradient.Of<float>(x => Tensor.Where(x < 10, x, x * x))(at));

    [Fact]
    public void A12_The_gradient_of_the_identity() => Expect.Equal(1, Gradient.Of<float>(Tensor.Identity)(3));

    [Fact]
    public void A27_A_cross_entropy()
    {
        Tensor<float> labels = [[1, 0]];
        Expect.Equal([[-0.5f, 0.5f]], Gradient.Of<float>(logits => Tensor.Average(Tensor.SoftMaxCrossEntropy(logits, labels)))([[0, 0]]));
    }

    [Fact]
    public void A34_A_gradient_of_a_gradient() => Expect.Equal(2, Gradient.Of(Gradient.Of(Square))(3));

    [Fact]
    public void A35_A_gradient_of_a_gradient_of_the_exponential_function() => Expect.Equal(1, Gradient.Of(Gradient.Of<float>(Tensor.Exp))(0));

    [Fact]
    public void A36_A_gradient_that_is_stopped()
    {
        Variable<float> x = new([1f, 2f]);
        Tensor<float> y;
        using (_tape.Record())
            y = Tensor.StopGradient(x * x);
        Assert.Null(_tape.Gradient(y, x));
    }

    [Fact]
    public void A37_All_parameters() =>
        Assert.Equal(("Tensor<float> () 2", "Tensor<float> () 1"), Gradient.Of<float>((a, b) => a * b)(1, 2) is var (da, db) ? (da.ToString(), db.ToString()) : default);

    [Fact]
    public void A43_An_inner_tape_over_a_part()
    {
        Tensor<float> x = 3, y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = x * x;
            GradientTape inner = new();
            Tensor<float> z;
            using (inner.Record())
            {
                inner.Watch(y);
                z = 2 * y;
            }
            Tensor<float>? slope = inner.Gradient(z, y);
            Expect.Equal(2, slope);
            y += slope!;
        }
        Expect.Equal(6, _tape.Gradient(y, x));
    }

    [Fact]
    public void A45_A_branch()
    {
        Variable<float> x = new(3);
        Tensor<float> same = x, y;
        using (_tape.Record())
            y = x < same ? x : x * x;
        Expect.Equal(6, _tape.Gradient(y, x));
    }

    [Fact]
    public void A46_A_loop()
    {
        Tensor<float> start = 1, x = start;
        using (_tape.Record())
        {
            _tape.Watch(start);
            for (Tensor<int> i = 1; i < 3; i += 1)
                x *= 2;
        }
        Expect.Equal(4, _tape.Gradient(x, start));
    }

    [Fact]
    public void A51_Nested_gradients()
    {
        Variable<float> x = new(3);
        Tensor<float> y, z;
        using (_tape.Record())
        {
            y = x * x;
            z = y * y;
        }
        Tensor<float>?[] gradients = _tape.Gradient(z, [x, y]);
        Expect.Equal(108, gradients[0]);
        Expect.Equal(18, gradients[1]);
    }

    [Fact]
    public void A60_A_convolution_for_one_of_its_inputs()
    {
        Tensor<float> filters = [[[[2]]]];
        Expect.Equal([[[[2]]]], Gradient.Of<float>(x => Tensor.Conv2D(x, filters))([[[[1]]]]));
    }

    [Fact]
    public void A67_Variables_and_constants_have_the_same_gradients()
    {
        Variable<float> a = new(2), b = new(2);
        Tensor<float> c = 2, d = 2;
        Assert.Equal(Slopes(a, b), Slopes(c, d));
        Assert.Equal([12, 4], Slopes(a, b));
    }

    private static float[] Slopes(Tensor<float> a, Tensor<float> b)
    {
        GradientTape tape = new();
        Tensor<float> sum;
        using (tape.Record())
        {
            tape.Watch(a, b);
            sum = Tensor.Pow(a, 3) + Tensor.Pow(b, 2);
        }
        return [.. tape.Gradient(sum, [a, b]).Select(gradient => (float)gradient!)];
    }
}
