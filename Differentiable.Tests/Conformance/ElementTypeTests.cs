using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>Derivatives between tensors of different element types.</summary>
public class ElementTypeTests
{
    private readonly Variable<float> _x = new([1, 2]);

    private readonly GradientTape _tape = new(persistent: true);

    private static Func<Tensor<float>, Tensor<double>> WideSquare { get; } = Gradient.Custom<float, double>(x =>
    {
        Tensor<double> wide = Tensor.Cast<float, double>(x);
        return (wide * wide, dy => Tensor.Cast<double, float>(2 * dy * Tensor.Cast<float, double>(x)));
    });

    private static Func<Tensor<double>, Tensor<int>, Tensor<double>> Pick { get; } =
        Gradient.Custom<double, int, double>((x, rows) => (Tensor.Gather(x, rows), dy => (TensorPullbacks.Gather(dy, x.Shape, rows, 0), null)));

    /// <summary>Numbers that single precision cannot tell apart show which type was computed in.</summary>
    [Fact]
    public void A_custom_function_has_a_value_of_another_type()
    {
        Variable<float> x = new(1 + MathF.ScaleB(1, -20));
        Tensor<double> y = _tape.Record(() => WideSquare(x));
        Assert.Equal(1 + Math.ScaleB(1, -19) + Math.ScaleB(1, -40), y.ToScalar());
        Expect.Equal(2, _tape.Gradient(y, x), 3e-6);
        Expect.Equal(6, _tape.GradientWith(y, 3, x), 9e-6);
    }

    [Fact]
    public void A_custom_function_that_widens_has_second_derivatives_and_tangents()
    {
        GradientTape inner = new();
        Tensor<float>? slope;
        using (_tape.Record())
            slope = inner.Gradient(inner.Record(() => Tensor.Sum(WideSquare(_x) * new[] { 3.0, 5.0 })), _x);
        Expect.Equal([6, 20], slope);
        Expect.Equal([6, 10], _tape.Gradient(slope!, _x));
        ForwardAccumulator forward = new();
        forward.Watch(_x, new[] { 1f, 10f });
        using RecordingScope recording = forward.Record();
        Expect.Equal([2.0, 40.0], forward.Jvp(WideSquare(_x)));
    }

    [Fact]
    public void A_custom_function_takes_indices()
    {
        Tensor<double> x = [1, 2, 4];
        GradientTape inner = new();
        Tensor<double>? slope;
        using (_tape.Record())
        {
            _tape.Watch(x);
            inner.Watch(x);
            slope = inner.Gradient(inner.Record(() => Tensor.Sum(Tensor.Pow(Pick(x, new[] { 2, 0, 2 }), 3.0))), x);
        }
        Expect.Equal([3, 0, 96], slope);
        Expect.Equal([6, 0, 48], _tape.Gradient(slope!, x));
        ForwardAccumulator forward = new();
        forward.Watch(x, new[] { 1.0, 10, 100 });
        using RecordingScope recording = forward.Record();
        Expect.Equal([100.0, 1], forward.Jvp(Pick(x, new[] { 2, 0 })));
    }

    [Fact]
    public void A_custom_function_of_tensors_of_any_types()
    {
        Variable<double> scale = new(2);
        Func<TensorBase[], Tensor<double>> f = Gradient.CustomOfMany<double>(
            inputs =>
            {
                (Tensor<double> wide, Tensor<bool> mask) = (Tensor.Cast<float, double>((Tensor<float>)inputs[0]), (Tensor<bool>)inputs[1]);
                Tensor<double> weight = Tensor.Cast<double>(mask);
                return (weight * wide * scale, dy => [Tensor.Cast<double, float>(dy * weight * scale), null, Tensor.Sum(dy * weight * wide)]);
            },
            captured: [scale]);
        Tensor<double> y = _tape.Record(() => f([_x, (Tensor<bool>)new[] { true, false }]));
        Expect.Equal([2.0, 0], y);
        TensorBase?[] gradients = _tape.Gradient([y], [_x, scale]);
        Expect.Equal([2, 0], (Tensor<float>?)gradients[0]);
        Expect.Equal(1, (Tensor<double>?)gradients[1]);
    }

    [Fact]
    public void A_custom_function_has_values_of_several_types()
    {
        Func<TensorBase[], TensorBase[]> f = Gradient.CustomToMany(inputs =>
        {
            (Tensor<float> x, Tensor<int> power) = ((Tensor<float>)inputs[0], (Tensor<int>)inputs[1]);
            Tensor<double> wide = Tensor.Cast<float, double>(x), exponent = Tensor.Cast<int, double>(power);
            return ([Tensor.Pow(wide, exponent), Tensor.Sum(x), power + 1], PullBack);

            TensorBase?[] PullBack(TensorBase?[] dy)
            {
                Assert.Null(dy[2]);
                return [Tensor.Cast<double, float>((Tensor<double>)dy[0]! * exponent * Tensor.Pow(wide, exponent - 1)) + (Tensor<float>)dy[1]!, null];
            }
        });
        Func<TensorBase[]> values = () => f([_x, (Tensor<int>)3]);
        GradientTape inner = new(persistent: true);
        Tensor<float>? slope;
        TensorBase[] y;
        using (_tape.Record())
        {
            y = inner.Record(values);
            slope = inner.Gradient((Tensor<double>)y[0], _x);
        }
        Expect.Equal([1.0, 8], (Tensor<double>)y[0]);
        Expect.Equal(3, (Tensor<float>)y[1]);
        Assert.Equal(4, ((Tensor<int>)y[2]).ToScalar());
        Expect.Equal([3, 12], slope);
        Expect.Equal([1, 1], inner.Gradient((Tensor<float>)y[1], _x));
        Expect.Equal([6, 12], _tape.Gradient(slope!, _x));
        ForwardAccumulator forward = new();
        forward.Watch(_x, new[] { 1f, 10 });
        using RecordingScope recording = forward.Record();
        y = values();
        Expect.Equal([3.0, 120], forward.Jvp((Tensor<double>)y[0]));
        Expect.Equal(11, forward.Jvp((Tensor<float>)y[1]));
    }

    [Fact]
    public void A_pullback_gives_what_fits_the_inputs()
    {
        Func<TensorBase[], Tensor<double>> mistyped = Gradient.CustomOfMany<double>(inputs => (Tensor.Cast<float, double>((Tensor<float>)inputs[0]), dy => [dy]), name: "Mistyped");
        Func<Tensor<double>, Tensor<int>, Tensor<double>> ofIndices = Gradient.Custom<double, int, double>((x, rows) => (Tensor.Gather(x, rows), dy => (TensorPullbacks.Gather(dy, x.Shape, rows, 0), rows)), "OfIndices");
        Tensor<double> y = _tape.Record(() => mistyped([_x]));
        Assert.Contains("Mistyped gives a gradient of type Double for input 0 of type Single", Assert.Throws<ArgumentException>(() => _tape.Gradient(y, _x)).Message, StringComparison.Ordinal);
        Assert.Contains("OfIndices gives a gradient for input 1, whose elements are of type Int32", Assert.Throws<ArgumentException>(() => Gradient.Of<double>(x => ofIndices(x, 0))([1.0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Jacobians_with_respect_to_sources_of_another_type()
    {
        Variable<double> z = new([1, 3]);
        Variable<Half> unused = new(Half.One);
        Tensor<double> y = _tape.Record(() => Tensor.Square(Tensor.Cast<float, double>(_x)) * z);
        Expect.Equal([[2, 0], [0, 12]], _tape.Jacobian(y, _x));
        TensorBase?[] jacobians = _tape.Jacobian(y, new TensorBase[] { _x, z, unused }, UnconnectedGradients.Zero);
        Expect.Equal([[2, 0], [0, 12]], (Tensor<float>?)jacobians[0]);
        Expect.Equal([[1.0, 0], [0, 4]], (Tensor<double>?)jacobians[1]);
        Assert.Equal([2], ((Tensor<Half>)jacobians[2]!).Shape);
        Assert.Null(_tape.Jacobian(y, unused));
        (Tensor<float> X, Tensor<double> Z) mirrored = _tape.MirroredJacobian(y, ((Tensor<float>)_x, (Tensor<double>)z));
        Expect.Equal([[2, 0], [0, 12]], mirrored.X);
        Expect.Equal([[1.0, 0], [0, 4]], mirrored.Z);
    }

    [Fact]
    public void Jacobians_of_batches_with_respect_to_a_source_of_another_type()
    {
        Variable<float> rows = new([[1, 2], [3, 4]]);
        Tensor<double> y = _tape.Record(() => Tensor.Square(Tensor.Cast<float, double>(rows)));
        Expect.Equal([[[2, 0], [0, 4]], [[6, 0], [0, 8]]], _tape.BatchJacobian(y, rows));
    }

    [Fact]
    public void Weights_have_the_types_of_their_targets()
    {
        Tensor<double> y = _tape.Record(() => Tensor.Square(Tensor.Cast<float, double>(_x)));
        Tensor<float> z = _tape.Record(() => 3 * _x);
        TensorBase?[] gradients = _tape.GradientWith([y, z], [(Tensor<double>)new[] { 1.0, 10 }, null], [_x]);
        Expect.Equal([2 + 3, 40 + 3], (Tensor<float>?)gradients[0]);
        Assert.Contains("has the type Single, its target Double", Assert.Throws<ArgumentException>(() => _tape.GradientWith([y], [z], [_x])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tangents_pass_from_type_to_type()
    {
        ForwardAccumulator outer = new(), inner = new();
        outer.Watch(_x, new[] { 1f, 1 });
        inner.Watch(_x, new[] { 1f, 10 });
        using RecordingScope around = outer.Record();
        Tensor<double> y;
        using (inner.Record())
            y = Tensor.Pow(Tensor.Cast<float, double>(_x), 3.0);
        Expect.Equal([3.0, 120], inner.Jvp(y));
        Expect.Equal([6.0, 120], outer.Jvp(inner.Jvp(y)!));
    }
}
