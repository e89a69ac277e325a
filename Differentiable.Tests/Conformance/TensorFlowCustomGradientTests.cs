using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of gradients that the caller gives, by their rows in the list of cases.</summary>
public class TensorFlowCustomGradientTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    private static Func<Tensor<float>, Tensor<float>> Square { get; } = x => x * x;

    [Fact]
    public void A04_A_custom_gradient_gives_nothing()
    {
        Func<Tensor<float>[], Tensor<float>> identity = Gradient.CustomOfMany<float>(x => (x[0], _ => []));
        Assert.Throws<ArgumentException>(() => Gradient.Of<float>(x => identity([x]))(1));
    }

    [Fact]
    public void A06_An_output_gradient() => Expect.Equal(2, Gradient.Vjp(x => Tensor.Identity(x), (Tensor<float>)1).Pullback(2));

    [Fact]
    public void A08_An_exception_in_a_custom_gradient_comes_through()
    {
        Func<Tensor<float>, Tensor<float>> identity = Gradient.Custom<float>(x => (x, _ => throw new TimeoutException("too late")));
        Assert.Throws<TimeoutException>(() => Gradient.Of(identity)(1));
    }

    [Fact]
    public void A09_Gradients_in_a_custom_function()
    {
        Func<Tensor<float>, Tensor<float>> slope = Gradient.Custom<float>(x => (Gradient.Of(Square)(x), dy => dy));
        Expect.Equal(2, slope(1));
    }

    [Fact]
    public void A32_A_value_and_its_pullback()
    {
        (Tensor<float> value, Func<Tensor<float>, Tensor<float>> pullback) = Gradient.Vjp(Square, 3);
        Expect.Equal(9, value);
        Expect.Equal(12, pullback(2));
    }

    [Fact]
    public void A33_A_pullback_is_called_twice()
    {
        (_, Func<Tensor<float>, Tensor<float>> pullback) = Gradient.Vjp(Square, 3);
        Expect.Equal(12, pullback(2));
        Expect.Equal(12, pullback(2));
    }

    [Fact]
    public void A55_A_custom_gradient_gives_too_few()
    {
        Func<Tensor<float>[], Tensor<float>> sum = Gradient.CustomOfMany<float>(x => (x[0] + x[1], dy => [dy]), name: "InvalidSum");
        string message = Assert.Throws<ArgumentException>(() => Gradient.OfMany(sum)([1, 2])).Message;
        Assert.Contains("InvalidSum", message, StringComparison.Ordinal);
        Assert.Contains("too few gradients", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A62_A_custom_gradient_over_a_variable()
    {
        Func<Tensor<float>, Tensor<float>> f = Gradient.Custom<float>(x => (x * x, dy => (2 * dy * x) + 1));
        Variable<float> x = new(3);
        Tensor<float> y;
        using (_tape.Record())
            y = f(x);
        Expect.Equal(7, _tape.Gradient(y, x));
    }

    [Fact]
    public void A63_Steps_with_a_custom_gradient()
    {
        Func<Tensor<float>, Tensor<float>, Tensor<float>> multiply = Gradient.Custom<float>((x, y) => (x * y, dy => (dy * y, dy * x)));
        Variable<float> x = new(2);
        float[] losses = new float[5];
        for (int step = 0; step < losses.Length; step++)
        {
            GradientTape tape = new();
            Tensor<float> loss;
            using (tape.Record())
                loss = multiply(2, x);
            losses[step] = (float)loss;
            x.AssignSubtract(tape.Gradient(loss, x)! * 0.25f);
        }
        Assert.Equal([4, 3, 2, 1, 0], losses);
    }

    [Fact]
    public void A69_A_custom_gradient_of_a_custom_gradient()
    {
        Func<Tensor<float>, Tensor<float>> f = Gradient.Custom<float>(x => (2 * x, dy => Gradient.Custom<float>((_, _) => (2.1f, _ => (2.2f, 3.1f)))(x, dy)));
        Tensor<float> x = 1, dy = 1, value;
        Tensor<float>? slope;
        using (_persistent.Record())
        {
            _persistent.Watch(x, dy);
            GradientTape inner = new();
            using (inner.Record())
            {
                inner.Watch(x);
                value = f(x);
            }
            slope = inner.GradientWith(value, dy, x);
        }
        Expect.Equal(2, value);
        Expect.Equal(2.1f, slope);
        Expect.Equal(2.2f, _persistent.Gradient(slope!, x));
        Expect.Equal(3.1f, _persistent.Gradient(slope!, dy));
    }

    [Fact]
    public void G01_A_gradient_that_does_not_overflow()
    {
        Func<Tensor<float>, Tensor<float>> naive = x => Tensor.Log(1 + Tensor.Exp(x));
        Func<Tensor<float>, Tensor<float>> custom = Gradient.Custom<float>(x =>
        {
            Tensor<float> e = Tensor.Exp(x);
            return (Tensor.Log(1 + e), dy => dy * (1 - (1 / (1 + e))));
        });
        Assert.True(float.IsNaN((float)Gradient.Of(naive)(100)));
        Expect.Equal(1, Gradient.Of(custom)(100));
    }

    [Fact]
    public void G03_A_gradient_that_passes_through()
    {
        Variable<float> x = new(0), z = new(3);
        Func<Tensor<float>, Tensor<float>> assign = Gradient.PassThrough<float>(value =>
        {
            x.Assign(value);
            return x;
        });
        Tensor<float> y;
        using (_tape.Record())
            y = assign(Tensor.Pow(z, 2));
        Expect.Equal(9, y);
        Expect.Equal(6, _tape.Gradient(y, z));
    }
}
