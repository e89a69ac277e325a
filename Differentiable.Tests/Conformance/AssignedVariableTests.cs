using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>Pullbacks that the caller gave, and variables that are assigned before they run.</summary>
public class AssignedVariableTests
{
    private readonly GradientTape _tape = new(persistent: true);
    private readonly Variable<double> _w = new(2, name: "w");

    [Fact]
    public void A_pullback_does_not_read_what_was_assigned_since()
    {
        Func<Tensor<double>[], Tensor<double>> product = Gradient.CustomOfMany<double>(x => (x[0] * _w, dy => [dy * _w, dy * x[0]]), [_w], "the product");
        Tensor<double> y = _tape.Record(() => product([product([3.0])]));
        Expect.Equal(12, _tape.Gradient(y, _w));
        _w.Assign(10);
        string message = Assert.Throws<InvalidOperationException>(() => _tape.Gradient(y, _w)).Message;
        Assert.Contains("\"w\"", message);
        Assert.Contains("the product", message);
        _w.Assign(2);
        Assert.Throws<InvalidOperationException>(() => _tape.Gradient(y, _w));
    }

    [Fact]
    public void Nor_does_it_where_the_variable_is_an_input()
    {
        Func<Tensor<double>, Tensor<double>> square = Gradient.Custom<double>(x => (x * x, dy => dy * 2 * _w));
        Tensor<double> y = _tape.Record(() => square(_w));
        Expect.Equal(4, _tape.Gradient(y, _w));
        _w.Assign(10);
        Assert.Throws<InvalidOperationException>(() => _tape.Gradient(y, _w));
    }

    [Fact]
    public void Values_that_were_read_before_are_those_that_it_computes_with()
    {
        Func<Tensor<double>[], Tensor<double>> product = Gradient.CustomOfMany<double>(
            x =>
            {
                Tensor<double> w = _w.Read();
                return (x[0] * w, dy => [dy * w, dy * x[0]]);
            },
            [_w]);
        Tensor<double> y = _tape.Record(() => product([product([_w])]));
        _w.Assign(10);
        Expect.Equal(12, _tape.Gradient(y, _w));
    }

    /// <summary>What the function does not compute from may change: a rate, a counter.</summary>
    [Fact]
    public void Other_variables_may_be_assigned()
    {
        Variable<double> rate = new(1, isTrainable: false);
        Func<Tensor<double>, Tensor<double>> scaled = Gradient.Custom<double>(x => (x, dy => rate * dy));
        Tensor<double> y = _tape.Record(() => scaled(_w));
        rate.Assign(5);
        Expect.Equal(5, _tape.Gradient(y, _w));
    }
}
