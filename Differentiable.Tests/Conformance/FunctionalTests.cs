using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>Functions of tensors and their derivatives as functions; what is captured is neither confused with an input nor lost.</summary>
public class FunctionalTests
{
    [Fact]
    public void An_input_is_not_what_has_the_same_name_elsewhere()
    {
        Tensor<double> c = 3;
        Variable<double> v = new(3);
        (Tensor<double> da, Tensor<double> db) = Gradient.Of<double>((a, b) => a * b * b)(c, c);
        Expect.Equal(9, da);
        Expect.Equal(18, db);
        Expect.Equal(3, Gradient.Of<double>(y => c * y)(c));
        Expect.Equal(3, Gradient.Of<double>(y => v * y)(v));
        Expect.Equal(3, Gradient.Jacobian<double>(y => c * y)(c));
        Expect.Equal(6, Gradient.Hessian<double>(y => c * y * y)(c));
        Expect.Equal(3, Gradient.Vjp(y => c * y, c).Pullback(1));
        Expect.Equal(6, Gradient.Of<double>(x => x * Gradient.Of<double>(y => x * y)(x))(3.0));
    }

    [Fact]
    public void Derivatives_along_a_direction()
    {
        Tensor<double> x = [1, 2], direction = [3, -1];
        (Tensor<double> value, Tensor<double> tangent) = Gradient.Jvp(x => x * x, x, direction);
        Expect.Equal([1, 4], value);
        Expect.Equal([6, -4], tangent);
        Expect.Equal([18, -12], Gradient.Hvp(x => x * x * x, x, direction));
        Expect.Equal([0, 0], Gradient.Hvp<double>(x => 2 * x, x, direction));
    }

    [Fact]
    public void Values_and_derivatives_of_functions_of_several_tensors()
    {
        Func<Tensor<double>, Tensor<double>, Tensor<double>> product = (x, y) => x * y;
        (Tensor<double> value, (Tensor<double> dx, Tensor<double> dy)) = Gradient.ValueAndGradient(product)(2, 3);
        Assert.Equal([6, 3, 2], new[] { value, dx, dy }.Select(tensor => tensor.ToScalar()));
        (value, Func<Tensor<double>, (Tensor<double>, Tensor<double>)> pullback) = Gradient.Vjp(product, 2, 3);
        (dx, dy) = pullback(10);
        Assert.Equal([6, 30, 20], new[] { value, dx, dy }.Select(tensor => tensor.ToScalar()));
    }

    [Fact]
    public void Values_and_derivatives_of_functions_of_any_number_of_tensors()
    {
        Func<Tensor<double>[], Tensor<double>> function = x => (x[0] * x[1]) + x[0];
        Tensor<double>[] x = [2, 3, 4];
        (Tensor<double> value, Tensor<double>[] gradients) = Gradient.ValueAndGradientOfMany(function)(x);
        Expect.Equal(8, value);
        Assert.Equal([4, 2, 0], gradients.Select(gradient => gradient.ToScalar()));
        Assert.Equal([40, 20, 0], Gradient.VjpOfMany(function, x).Pullback(10).Select(gradient => gradient.ToScalar()));
        Expect.Equal(4 + 20, Gradient.JvpOfMany(function, x, [1, 10, 100]).Tangent);
        Assert.Throws<ArgumentException>("directions", () => Gradient.JvpOfMany(function, x, [1]));
    }

    [Fact]
    public void What_is_recomputed_has_the_gradients_of_all_that_it_captures()
    {
        Variable<double> w = new([0.5, -1]), v = new([2, 3]);
        Tensor<double> x = [1, 2];
        Assert.Equal(Gradients(f => f), Gradients(Gradient.Recompute));

        double[][] Gradients(Func<Func<Tensor<double>, Tensor<double>>, Func<Tensor<double>, Tensor<double>>> wrap)
        {
            GradientTape tape = new();
            Tensor<double> loss = tape.Record(() =>
            {
                tape.Watch(x);
                Tensor<double> k = Tensor.Sin(w * x);
                return Tensor.Sum(wrap(q => Tensor.Exp(k * q) * v)(x * x));
            });
            return [.. tape.Gradient(loss, [w, v, x]).Select(gradient => gradient!.ToArray())];
        }
    }

    [Fact]
    public void A_pullback_may_use_what_the_function_computed_on_the_way()
    {
        Func<Tensor<double>, Tensor<double>> log1pExp = Gradient.Custom<double>(x =>
        {
            Tensor<double> e = Tensor.Exp(x);
            return (Tensor.Log(1 + e), dy => dy * (1 - (1 / (1 + e))));
        });
        Expect.Equal(0.5, Gradient.Of(log1pExp)(0));
        Expect.Equal(0.25, Gradient.Of(Gradient.Of(log1pExp))(0));
        Expect.Equal(0.25, Gradient.Hvp(log1pExp, 0, 1));
        Expect.Equal(0.25, Gradient.Of<double>(x => Gradient.Jvp(log1pExp, x, 1).Tangent)(0));
    }

    [Fact]
    public void A_custom_function_may_not_lose_what_it_captures()
    {
        Variable<double> w = new(2, name: "w");
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            Tensor<double> k = w * w;
            Func<Tensor<double>, Tensor<double>> scaled = Gradient.Custom<double>(x => (x * k, dy => dy * k));
            Assert.Contains("recorded", Assert.Throws<InvalidOperationException>(() => scaled(3)).Message, StringComparison.Ordinal);
            Assert.Contains("\"w\"", Assert.Throws<InvalidOperationException>(() => Gradient.Custom<double>(x => (x * w, dy => dy * w))(3)).Message, StringComparison.Ordinal);
            y = Gradient.CustomOfMany<double>(x => (x[0] * k, dy => [dy * k, dy * x[0]]), captured: [k])([3]);
        }
        Expect.Equal(12, tape.Gradient(y, w));
    }

    [Fact]
    public void Tangents_live_as_long_as_their_tensors()
    {
        ForwardAccumulator forward = new();
        WeakReference tangent = Carry(forward, out Tensor<double> last);
        GC.Collect();
        Assert.False(tangent.IsAlive);
        Expect.Equal(8 * Math.Pow(1.5, 7), forward.Jvp(last));
    }

    [Fact]
    public void A_tensor_that_has_a_tangent_gets_no_other()
    {
        ForwardAccumulator forward = new();
        Tensor<double> x = 1, y;
        forward.Watch(x, 1.0);
        using (forward.Record())
            y = x * x;
        Assert.Throws<ArgumentException>(() => forward.Watch(y, 1.0));
    }

    [Fact]
    public void A_tape_that_was_asked_records_no_more()
    {
        Variable<double> x = new(3);
        GradientTape tape = new();
        using (tape.Record())
        {
            Tensor<double> y = x * x, z;
            using (tape.StopRecording())
                Expect.Equal(6, tape.Gradient(y, x));
            z = y * x;
            Assert.Throws<InvalidOperationException>(() => tape.Gradient(z, x));
            Assert.Throws<InvalidOperationException>(() => tape.Jacobian(z, x));
            Assert.Throws<ArgumentOutOfRangeException>(() => tape.Jacobian(z, x, (UnconnectedGradients)7));
        }
    }

    [Fact]
    public void Gradients_through_the_rows_of_a_tensor_add_up()
    {
        Tensor<double> x = Tensor.Reshape(Tensor.Range(1.0, 6000), 2000, 3);
        Expect.Equal(2 * x, Gradient.Of<double>(x => x.Aggregate((Tensor<double>)0, (sum, row) => sum + Tensor.Sum(row * row)))(x));
        Expect.Equal(3 * x, Gradient.Of<double>(x => Tensor.Sum(x * x) + (0.5 * x.Aggregate((Tensor<double>)0, (sum, row) => sum + Tensor.Sum(row * row))))(x));
        Expect.Equal(Tensor.Fill(2.0, [4, 3]), Gradient.Of(Gradient.Of<double>(x => x.Aggregate((Tensor<double>)0, (sum, row) => sum + Tensor.Sum(row * row))))(x[..4]));
    }

    [Fact]
    public void A_tape_is_asked_while_others_go_on_recording()
    {
        Variable<double> w = new(3);
        GradientTape tape = new(persistent: true);
        using (tape.Record())
        {
            Tensor<double> y = w * w;
            bool goesOn = true;
            Thread other = new(() =>
            {
                while (Volatile.Read(ref goesOn))
                    _ = (w * 2) + w;
            });
            other.Start();
#pragma warning disable DIFF0081 // That is what is tested.
            for (int i = 0; i < 20; i++)
                Expect.Equal(6, tape.Gradient(y, w));
#pragma warning restore DIFF0081
            Volatile.Write(ref goesOn, false);
            other.Join();
        }
    }

    [Fact]
    public void Training_that_trains_nothing_is_refused()
    {
        Dense<double> layer = new(1);
        Variable<double> v = new(1);
        Assert.Throws<InvalidOperationException>(() => new Sgd<double>(0.1).Apply([v], [null]));
        Assert.Throws<InvalidOperationException>(() => new Sgd<double>(0.1).Apply(layer.TrainableVariables, []));
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        Tensor<double> x = 1;
        Assert.Contains("UnconnectedGradients.Zero", Assert.Throws<ArgumentNullException>(() => x - (0.1 * (Tensor<double>)null!)).Message, StringComparison.Ordinal);
        Assert.Contains("^1", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Ones<double>([2])[-1]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_have_operators()
    {
        Tensor<double> x = [-2, 1, 3];
        Assert.Equal([false, true, false], (x > 0 & x < 2).ToArray());
        Assert.Equal([true, false, true], (x < 0 | x > 2).ToArray());
        Assert.Equal([true, false, false], (!(x > 0)).ToArray());
        if (!(x[1] > 0 & x[2] > 0))
            Assert.Fail("both are positive");
    }

    [Fact]
    public void Shapes_are_compared_and_matched()
    {
        Shape shape = [2, 3];
        Assert.True(shape == [2, 3]);
        Assert.True(shape != Shape.Scalar);
        Assert.True(shape is [2, var columns] && columns == 3 && shape[^1] == 3);
    }

    [Fact]
    public void Sums_of_halves_are_computed_in_single_precision()
    {
        Tensor<Half> ones = Tensor.Ones<Half>([5000]);
        Assert.Equal((Half)5000, (Half)Tensor.Sum(ones));
        Assert.Equal((Half)1, (Half)Tensor.Average(Tensor.Ones<Half>([100_000])));
        Assert.Equal((Half)Math.Sqrt(5000), (Half)Tensor.Norm(ones));
        Assert.Equal((Half)5000, (Half)Tensor.Dot(ones, ones));
        Assert.Equal((Half)0, (Half)Tensor.Variance(Tensor.Ones<Half>([70_000])));
        Assert.Equal(1, Tensor.SoftMax(ones).ToArray().Sum(x => (double)x), 1e-3);
        Assert.Equal((Half)2, (Half)Gradient.Of<Half>(x => Tensor.Sum(x * x))(ones)[7]);
    }

    private static WeakReference Carry(ForwardAccumulator forward, out Tensor<double> last)
    {
        Tensor<double> x = 1.5;
        forward.Watch(x, 1.0);
        using RecordingScope recording = forward.Record();
        last = x * x;
        WeakReference tangent = new(forward.Jvp(last));
        for (int i = 0; i < 6; i++)
            last *= x;
        return tangent;
    }
}
