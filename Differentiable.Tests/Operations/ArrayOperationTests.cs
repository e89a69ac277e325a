using Differentiable.Tensors;
using Differentiable.Tests.Conformance;
using Differentiable.Tests.Tensors;

namespace Differentiable.Tests.Operations;

/// <summary>Differentiable methods of numbers and arrays are one operation on tensors, and have the derivatives of the same written with operations on tensors.</summary>
public class ArrayOperationTests
{
    private static readonly Tensor<double> s_x = [0.5, 1.25, -0.75, 2];
    private static readonly Tensor<double> s_other = [1, 0.5, 2, -1];
    private static readonly Tensor<double> s_a = [[1, 2, 3, 4], [0.5, -1, 2, 0.25], [3, 0, -2, 1]];
    private static readonly Tensor<double> s_k = 0.75;
    private static readonly Tensor<double> s_direction = [0.3, -0.2, 0.9, 0.4];
    private static readonly double[] s_weights = [1, -2, 0.5, 3];

    public static TheoryData<string> Names => [.. s_functions.Keys];

    private static readonly Dictionary<string, (Func<Tensor<double>, Tensor<double>> Operation, Func<Tensor<double>, Tensor<double>> Same)> s_functions = new()
    {
        ["energy"] = (x => ArrayMethods.Energy(x, s_k, 2), x => 2 * SameEnergy(x, s_k)),
        ["stiffness"] = (x => ArrayMethods.Energy(s_other, Tensor.Sum(x * x), 2), x => 2 * SameEnergy(s_other, Tensor.Sum(x * x))),
        ["both arguments"] = (x => ArrayMethods.Energy(x, x[0], 1), x => SameEnergy(x, x[0])),
        ["square of it"] = (x => Tensor.Square(ArrayMethods.Energy(x, s_k, 1)), x => Tensor.Square(SameEnergy(x, s_k))),
        ["a vector"] = (x => ArrayMethods.Mixed(s_a, x, s_weights), x => SameMixed(s_a, x)),
        ["a matrix"] = (x => Tensor.Exp(ArrayMethods.Mixed(s_a * x, Tensor.Sin(x), s_weights)), x => Tensor.Exp(SameMixed(s_a * x, Tensor.Sin(x)))),
        ["a tuple"] = (x => ArrayMethods.Both(x[0], x[1], x) is var (sum, product) ? sum * product : x, x => ((x[0] * x[0]) + x[1]) * (x[0] * x[1] * x[0])),
        ["part of a tuple"] = (x => ArrayMethods.Both(x[2], x[1], x).Product, x => x[2] * x[1] * x[0]),
        ["a generic method"] = (x => ArrayMethods.Norm(x, s_k), x => Tensor.Sqrt(Tensor.Sum(x * x)) * s_k),
    };

    private static Tensor<double> SameEnergy(Tensor<double> x, Tensor<double> k) => k * Tensor.Sum(Tensor.Pow(x[1..] - x[..^1], 3.0));

    private static Tensor<double> SameMixed(Tensor<double> a, Tensor<double> x) => Tensor.MatVec(a, x * x * s_weights);

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_those_of_tensors(string name)
    {
        (Func<Tensor<double>, Tensor<double>> operation, Func<Tensor<double>, Tensor<double>> same) = s_functions[name];
        Expect.Equal(same(s_x), operation(s_x));
        Expect.Equal(Gradients.Of(same, s_x)!, Gradients.Of(operation, s_x));
        Expect.Equal(Gradient.Jacobian(same)(s_x), Gradient.Jacobian(operation)(s_x));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_along_a_direction_are_those_of_differences(string name)
    {
        Func<Tensor<double>, Tensor<double>> operation = s_functions[name].Operation;
        double difference = Differences.At0(t => Tensor.Sum(operation(s_x + (t * s_direction))).ToScalar());
        Assert.Equal(difference, Tensor.Sum(Gradients.Of(operation, s_x)! * s_direction).ToScalar(), 1e-7 * Math.Max(1, Math.Abs(difference)));
        Assert.Equal(difference, Tensor.Sum(Gradient.Jvp(operation, s_x, s_direction).Tangent).ToScalar(), 1e-7 * Math.Max(1, Math.Abs(difference)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Second_derivatives_are_those_of_tensors(string name)
    {
        Func<Tensor<double>, Tensor<double>> operation = x => Tensor.Sum(s_functions[name].Operation(x)), same = x => Tensor.Sum(s_functions[name].Same(x));
        Expect.Equal(Gradient.Hessian(same)(s_x), Gradient.Hessian(operation)(s_x), 1e-10);
        Expect.Equal(Gradient.Hvp(same, s_x, s_direction), Gradient.Hvp(operation, s_x, s_direction), 1e-10);
        Expect.Equal(Forward(Gradient.Of(same))(s_x), Forward(Gradient.Of(operation))(s_x), 1e-10);
        Expect.Equal(Forward(Forward(same))(s_x), Forward(Forward(operation))(s_x), 1e-10);
        Expect.Equal(Gradient.Of(Forward(same))(s_x), Gradient.Of(Forward(operation))(s_x), 1e-10);
    }

    private static Func<Tensor<double>, Tensor<double>> Forward(Func<Tensor<double>, Tensor<double>> function) => x => Gradient.Jvp(function, x, s_direction).Tangent;

    [Fact]
    public void Third_derivatives_are_refused()
    {
        Func<Tensor<double>, Tensor<double>> energy = s_functions["energy"].Operation;
        Assert.Contains("Energy", Assert.Throws<GradientNotRegisteredException>(() => Gradient.Of<double>(x => Tensor.Sum(Gradient.Of<double>(y => Tensor.Sum(Gradient.Of(energy)(y)))(x)))(s_x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_one_operation()
    {
        Tensor<double> x = Tensor.Identity(s_x), a = Tensor.Identity(s_a);
        Assert.Equal(["Energy"], OperationCounter.Names(() => ArrayMethods.Energy(x, s_k, 1), x));
        Assert.Equal(["Mixed"], OperationCounter.Names(() => ArrayMethods.Mixed(a, x, s_weights), x, a));
        Assert.Empty(OperationCounter.Names(() => ArrayMethods.Energy(s_x, s_k, 1), x));
    }

    [Fact]
    public void Halves_and_floats_are_numbers_too()
    {
        Tensor<float> x = [3, 4];
        Expect.Equal([1.2f, 1.6f], Gradient.Of<float>(x => ArrayMethods.Norm(x, 2f))(x));
        Tensor<Half> h = [(Half)3, (Half)4];
        Assert.Equal([(Half)4, (Half)3], Gradient.Of<Half>(x => ArrayMethods.OfHalves(x))(h).ToArray());
    }

    [Fact]
    public void Variables_are_watched_as_they_are_read_and_keep_the_value_that_they_had()
    {
        Variable<double> x = new(s_x);
        GradientTape tape = new(persistent: true);
        Tensor<double> y;
        using (tape.Record())
            y = ArrayMethods.Energy(x, s_k, 1);
        x.Assign(Tensor.Zeros<double>([4]));
        Tensor<double> expected = Gradients.Of(x => SameEnergy(x, s_k), s_x)!;
        Expect.Equal(expected, tape.Gradient(y, x));
        Expect.Equal(expected, tape.Gradient(y, x));
        Assert.Null(tape.Gradient(y, s_k));
    }

    [Fact]
    public void What_is_not_recorded_has_no_gradient()
    {
        GradientTape tape = new();
        tape.Watch(s_x);
        Tensor<double> y;
        using (tape.Record())
        using (tape.StopRecording())
            y = ArrayMethods.Energy(s_x, s_k, 1);
        Assert.Null(tape.Gradient(y, s_x));
    }

    [Fact]
    public void Constants_are_those_of_the_call()
    {
        double[] weights = [5];
        GradientTape tape = new();
        Tensor<double> x = [3.0];
        tape.Watch(x);
        Tensor<double> y;
        using (tape.Record())
            y = ArrayMethods.First(x, 2, weights);
        weights[0] = 100;
        Expect.Equal([60.0], tape.Gradient(y, x));
        Expect.Equal(9.0, ArrayMethods.First(x));
        Expect.Equal(6.0, ArrayMethods.WithDefaults((Tensor<double>)3.0));
    }

    [Fact]
    public void Methods_of_objects_compute_from_what_is_constant_in_them()
    {
        Law law = new(3);
        Tensor<double> x = [2.0, 5];
        Expect.Equal([120.0, 16], Gradient.Of<double>(x => law.Of(x, 2.0))(x));
    }

    [Fact]
    public void Tensors_of_another_rank_are_refused()
    {
        Assert.Equal(
            "Energy: positions has the shape (3, 4). It has to be a vector, with one axis: reshape it, or call Energy for each part.",
            Assert.Throws<ShapeMismatchException>(() => ArrayMethods.Energy(s_a, s_k, 1)).Message);
        Assert.Contains("stiffness has the shape (4). It has to be a scalar", Assert.Throws<ShapeMismatchException>(() => ArrayMethods.Energy(s_x, s_x, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("It has to be a matrix", Assert.Throws<ShapeMismatchException>(() => ArrayMethods.Mixed(s_x, s_x, s_weights)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("positions", () => ArrayMethods.Energy((Tensor<double>)null!, s_k, 1));
    }

    /// <summary>What the method itself says of lengths holds.</summary>
    [Fact]
    public void Vectors_of_another_length_are_up_to_the_method() => Assert.Throws<IndexOutOfRangeException>(() => ArrayMethods.Mixed(s_a, Tensor.Zeros<double>([9]), s_weights));

    [Fact]
    public void Empty_vectors_have_empty_gradients()
    {
        Expect.Equal(Tensor.Zeros<double>([0]), Gradient.Of<double>(x => ArrayMethods.Energy(x, s_k, 1))(Tensor.Zeros<double>([0])));
        Expect.Equal(Tensor.Zeros<double>([0, 0]), Gradients.Of(a => ArrayMethods.Mixed(a, Tensor.Zeros<double>([0]), s_weights), Tensor.Zeros<double>([0, 0])));
    }

    [Fact]
    public void Threads_have_tapes_of_their_own()
    {
        Tensor<double> expected = Gradients.Of(s_functions["a vector"].Same, s_x)!;
        Parallel.For(0, 64, _ => Expect.Equal(expected, Gradients.Of(s_functions["a vector"].Operation, s_x)));
    }
}
