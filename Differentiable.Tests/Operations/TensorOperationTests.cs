using System.Runtime.CompilerServices;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;
using Differentiable.Tests.Tensors;

namespace Differentiable.Tests.Operations;

/// <summary>Differentiable methods over tensors are one operation where that is asked for, with the derivatives that the tape finds by itself.</summary>
public class TensorOperationTests
{
    private static readonly Tensor<double> s_w = [[0.3, -0.6], [0.8, 0.2]];
    private static readonly Tensor<double> s_b = [0.4, -0.2];
    private static readonly Tensor<double> s_inputs = [[0.1, 0.2], [0.4, 0.5], [0.7, -0.2]];

    /// <summary>Calls as they are, and the methods themselves as delegates, which tapes look into.</summary>
    private static readonly Dictionary<string, (Function Operation, Function Same)> s_functions = new()
    {
        ["a loss"] = ((w, b) => TensorMethods.Loss(w, b, s_inputs, 3), (w, b) => Call(TensorMethods.Loss, w, b, s_inputs, 3)),
        ["of a loss"] = ((w, b) => Tensor.Exp(TensorMethods.Loss(w * b, b, s_inputs)), (w, b) => Tensor.Exp(Call(TensorMethods.Loss, w * b, b, s_inputs, 1))),
        ["a layer"] = ((w, b) => TensorMethods.Layer(TensorMethods.Layer(w, b), b), (w, b) => Same(TensorMethods.Layer)(Same(TensorMethods.Layer)(w, b), b)),
        ["the same twice"] = ((w, b) => TensorMethods.Layer(w, w), (w, b) => Same(TensorMethods.Layer)(w, w)),
        ["two results"] = ((w, b) => TensorMethods.Two(w, b) is var (loss, norms) ? loss * norms : w, (w, b) => Tensor.Sum(w * b) * Tensor.Exp(w)),
        ["an array"] = ((w, b) => TensorMethods.OfArray([w, w * b, w], b), (w, b) => ((Func<Tensor<double>[], Tensor<double>, Tensor<double>>)TensorMethods.OfArray)([w, w * b, w], b)),
        ["something missing"] = ((w, b) => TensorMethods.WithDefault(w) * b, (w, b) => w * w * b),
        ["nothing missing"] = ((w, b) => TensorMethods.WithDefault(w, b), (w, b) => w * b),
        ["a variable beside"] = ((w, b) => TensorMethods.WithVariable(w, b), (w, b) => Same(TensorMethods.WithVariable)(w, b)),
        ["a generic method"] = ((w, b) => TensorMethods.Generic(w, b), (w, b) => Same(TensorMethods.Generic)(w, b)),
        ["an input"] = ((w, b) => TensorMethods.Itself(w) * b, (w, b) => w * b),
        ["a number decides"] = ((w, b) => TensorMethods.Decided(w), (w, b) => w * w),
        ["inputs by reference"] = ((w, b) => TensorMethods.ByReference(in w, b, 3), (w, b) => Tensor.Sum(Tensor.Cos(w * b)) * 3),
        ["an extension"] = ((w, b) => w.Extended(2) + TensorMethods.Extended(b, 3), (w, b) => (w * w * 2) + (b * b * 3)),
    };

    internal delegate Tensor<double> Function(Tensor<double> w, Tensor<double> b);

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_those_of_the_tape(string name)
    {
        (Function operation, Function same) = s_functions[name];
        Expect.Equal(same(s_w, s_b), operation(s_w, s_b));
        (Tensor<double>? dw, Tensor<double>? db) = Of(same);
        (Tensor<double>? operationDw, Tensor<double>? operationDb) = Of(operation);
        Expect.Equal(dw!, operationDw);
        Expect.Equal(db ?? Tensor.Zeros<double>([2]), operationDb ?? Tensor.Zeros<double>([2]));
        Expect.Equal(Gradient.Jacobian<double>(w => same(w, s_b))(s_w), Gradient.Jacobian<double>(w => operation(w, s_b))(s_w));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Directions_go_through(string name)
    {
        (Function operation, Function same) = s_functions[name];
        Tensor<double> direction = [[0.3, -0.7], [0.2, 0.9]];
        Expect.Equal(Gradient.Jvp(w => same(w, s_b), s_w, direction).Tangent, Gradient.Jvp(w => operation(w, s_b), s_w, direction).Tangent);
        double difference = Differences.At0(t => Tensor.Sum(operation(s_w + (t * direction), s_b)).ToScalar());
        Assert.Equal(difference, Tensor.Sum(Gradient.Jvp(w => operation(w, s_b), s_w, direction).Tangent).ToScalar(), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Higher_derivatives_are_those_of_the_tape(string name)
    {
        (Function operation, Function same) = s_functions[name];
        Tensor<double> direction = [[0.3, -0.7], [0.2, 0.9]];
        Expect.Equal(Gradient.Hvp(w => Tensor.Sum(same(w, s_b)), s_w, direction), Gradient.Hvp(w => Tensor.Sum(operation(w, s_b)), s_w, direction), 1e-10);
        Expect.Equal(Third(same), Third(operation), 1e-10);

        static Tensor<double> Third(Function function) => Order(Order(Order(w => function(w, s_b))))(s_w);
        static Func<Tensor<double>, Tensor<double>> Order(Func<Tensor<double>, Tensor<double>> function) => w => Gradients.Of(w => function(w) * (w + 1.0), w) ?? Tensor.Zeros<double>(w.Shape);
    }

    [Fact]
    public void A_call_is_one_operation_and_a_delegate_is_not()
    {
        Tensor<double> w = Tensor.Identity(s_w);
        Assert.Equal(["Loss"], OperationCounter.Names(() => TensorMethods.Loss(w, s_b, s_inputs), w));
        Assert.Equal(["Loss"], OperationCounter.Names(() => TensorMethods.LossOperation(w, s_b, s_inputs), w));
        Assert.Equal(["Generic"], OperationCounter.Names(() => TensorMethods.Generic(w, s_b), w));
        Assert.Equal(["Extended"], OperationCounter.Names(() => w.Extended(2), w));
        Assert.Equal(["Loss"], OperationCounter.Names(() => new Perceptron().Loss(w), w));
        Assert.Equal("Two", OperationCounter.Names(() => TensorMethods.Two(w, s_b), w)[0]);
        Function loss = TensorMethods.Layer, operation = TensorMethods.LayerOperation;
        Assert.True(OperationCounter.Names(() => loss(w, s_b), w).Count > 1);
        Assert.Equal(["Layer"], OperationCounter.Names(() => operation(w, s_b), w));
        Assert.Empty(OperationCounter.Names(() => TensorMethods.Loss(s_w, s_b, s_inputs), w));
    }

    [Fact]
    public void Variables_are_watched_and_keep_the_value_that_they_had()
    {
        Variable<double> w = new(s_w);
        GradientTape tape = new(persistent: true);
        Tensor<double> y;
        using (tape.Record())
            y = TensorMethods.Loss(w, s_b, s_inputs);
        w.Assign(Tensor.Zeros<double>([2, 2]));
        Tensor<double> expected = Gradients.Of(w => Call(TensorMethods.Loss, w, s_b, s_inputs, 1), s_w)!;
        Expect.Equal(expected, tape.Gradient(y, w));
        Expect.Equal(expected, tape.Gradient(y, w));
        Assert.Same(w, Assert.Single(tape.WatchedVariables));
    }

    [Fact]
    public void Where_a_variable_is_wanted_it_may_not_be_assigned_before()
    {
        Variable<double> w = new(s_w);
        GradientTape tape = new(persistent: true);
        Tensor<double> y;
        using (tape.Record())
            y = TensorMethods.OfVariable(w, s_b);
        Expect.Equal(2 * s_w * s_b, tape.Gradient(y, w));
        w.AssignAdd(1.0);
        Assert.Contains("OfVariable", Assert.Throws<InvalidOperationException>(() => tape.Gradient(y, w)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_beside_the_inputs_have_gradients()
    {
        GradientTape tape = new(persistent: true);
        Tensor<double> y;
        using (tape.Record())
            y = TensorMethods.WithVariable(s_w, s_b);
        Expect.Equal(Tensor.Sum(s_w * s_w, [0]), tape.Gradient(y, TensorMethods.Scale));
        Assert.Same(TensorMethods.Scale, Assert.Single(tape.WatchedVariables));
        Assert.Equal(["WithVariable"], OperationCounter.Names(() => TensorMethods.WithVariable(s_w, s_b), TensorMethods.Scale));
        TensorMethods.Scale.AssignAdd(1.0);
        Assert.Throws<InvalidOperationException>(() => tape.Gradient(y, TensorMethods.Scale));
        TensorMethods.Scale.AssignSubtract(1.0);
    }

    [Fact]
    public void Members_of_objects_are_inputs()
    {
        Perceptron model = new();
        (Tensor<double>?, Tensor<double>?, Tensor<double>?) found = Of(model.LossOperation), called = Of(x => model.Loss(x)), expected = Of(x => ((Func<Tensor<double>, Tensor<double>>)model.Loss)(x));
        Expect.Equal(expected.Item1!, found.Item1);
        Expect.Equal(expected.Item2!, found.Item2);
        Expect.Equal(expected.Item3!, found.Item3);
        Expect.Equal(expected.Item2!, called.Item2);

        (Tensor<double>?, Tensor<double>?, Tensor<double>?) Of(Func<Tensor<double>, Tensor<double>> loss)
        {
            GradientTape tape = new();
            tape.Watch(s_inputs, model.Bias);
            Tensor<double> y;
            using (tape.Record())
                y = loss(s_inputs);
            return tape.Gradient(y, (s_inputs, model.Kernel, model.Bias));
        }
    }

    [Fact]
    public void Constants_and_what_is_not_recorded_have_no_gradient()
    {
        GradientTape tape = new(persistent: true);
        tape.Watch(s_w, s_inputs);
        Tensor<double> y, stopped;
        using (tape.Record())
        {
            y = TensorMethods.Loss(s_w, s_b, s_inputs);
            using (tape.StopRecording())
                stopped = TensorMethods.Loss(s_w, s_b, s_inputs);
        }
        Assert.NotNull(tape.Gradient(y, s_w));
        Assert.Null(tape.Gradient(y, s_b));
        Assert.Null(tape.Gradient(y, s_inputs));
        Assert.Null(tape.Gradient(stopped, s_w));
    }

    [Fact]
    public void Elements_may_be_of_other_types()
    {
        Tensor<float> w = [1, 2];
        Expect.Equal(Gradient.Of<float>(w => Tensor.Sum(Tensor.Sigmoid(w * 2)))(w), Gradient.Of<float>(w => TensorMethods.Generic(w, 2f))(w));
        Tensor<Half> h = [(Half)0, (Half)0];
        Assert.Equal((Half)0.5, Gradient.Of<Half>(w => TensorMethods.Generic(w, (Half)2))(h).ToArray()[0]);
    }

    [Fact]
    public void Of_what_it_computes_in_between_nothing_is_kept()
    {
        GradientTape tape = new();
        WeakReference between = Record(tape);
        GC.Collect();
        Assert.False(between.IsAlive);
        GC.KeepAlive(tape);
    }

    [Fact]
    public void Threads_have_tapes_of_their_own()
    {
        Tensor<double> expected = Of(s_functions["a loss"].Same).Item1!;
        Parallel.For(0, 64, _ => Expect.Equal(expected, Of(s_functions["a loss"].Operation).Item1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Record(GradientTape tape)
    {
        tape.Watch(s_w);
        WeakReference? between = null;
        using (tape.Record())
            Kept.Loss(s_w, x => between = new(x));
        return between!;
    }

    private static (Tensor<double>?, Tensor<double>?) Of(Function function)
    {
        GradientTape tape = new();
        tape.Watch(s_w, s_b);
        Tensor<double> y;
        using (tape.Record())
            y = function(s_w, s_b);
        return tape.Gradient(y, (s_w, s_b));
    }

    private static Function Same(Function method) => method;

    private static Tensor<double> Call(Func<Tensor<double>, Tensor<double>, Tensor<double>, int, Tensor<double>> method, Tensor<double> w, Tensor<double> b, Tensor<double> inputs, int times) => method(w, b, inputs, times);
}

/// <summary>A method that shows what it computes in between.</summary>
internal static partial class Kept
{
    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Loss(Tensor<double> w, [NonDifferentiable] Action<Tensor<double>>? show)
    {
        Tensor<double> between = Tensor.Exp(w);
        Show(Tensor.StopGradient(between), show);
        return Tensor.Sum(between * between);
    }

    private static void Show(Tensor<double> tensor, Action<Tensor<double>>? show) => show?.Invoke(tensor);
}
