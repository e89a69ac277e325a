using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Named pullbacks give what tapes give.</summary>
public class PullbackTests
{
    public static TheoryData<string> Names => [.. PullbackCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gives_the_cotangents_that_a_tape_gives(string name)
    {
        (PullbackCase row, Tensor<double>[] x, Tensor<double> dy, _) = Setting(name);
        GradientTape tape = new();
        Tensor<double> y = Watched(tape, x, () => row.Operation.Function(x));
        Tensor<double>?[] expected = tape.GradientWith([y], [dy], x);
        Tensor<double>[] actual = row.Pull(dy, x, y);
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(x[i].Shape, actual[i].Shape);
            Conformance.Expect.Equal(expected[i]!, actual[i], row.Tolerance);
        }
    }

    /// <summary>A pullback is made of operations: derivatives with respect to the inputs and to the cotangent.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void It_can_be_differentiated(string name)
    {
        (PullbackCase row, Tensor<double>[] x, Tensor<double> dy, Tensor<double>[] weights) = Setting(name);
        GradientTape named = new(), outer = new(), inner = new(persistent: true);
        Tensor<double> slope = Watched(named, [dy, .. x], () => Weighted(row.Pull(dy, x, row.Operation.Function(x)), weights));
        Tensor<double> expected = Watched(outer, [dy, .. x], () =>
        {
            Tensor<double> y = Watched(inner, x, () => row.Operation.Function(x));
            return Weighted(inner.GradientWith([y], [dy], x)!, weights);
        });
        foreach ((Tensor<double>? one, Tensor<double>? other) in outer.Gradient(expected, [dy, .. x], UnconnectedGradients.Zero).Zip(named.Gradient(slope, [dy, .. x], UnconnectedGradients.Zero)))
            Conformance.Expect.Equal(one!, other, 1e-11);
    }

    private static (PullbackCase Row, Tensor<double>[] X, Tensor<double> Cotangent, Tensor<double>[] Weights) Setting(string name)
    {
        PullbackCase row = PullbackCases.All[name];
        Random random = new(11);
        Tensor<double>[] x = row.Operation.Inputs();
        return (row, x, OperationCase.Draw(random, row.Operation.Function(x).Shape, 0.5, 1.5), [.. x.Select(input => OperationCase.Draw(random, input.Shape, -1, 1))]);
    }

    private static Tensor<double> Watched(GradientTape tape, Tensor<double>[] x, Func<Tensor<double>> function)
    {
        using RecordingScope recording = tape.Record();
        tape.Watch<double>(x);
        return function();
    }

    private static Tensor<double> Weighted(Tensor<double>[] cotangents, Tensor<double>[] weights) =>
        cotangents.Zip(weights, (cotangent, weight) => Tensor.Sum(cotangent * weight)).Aggregate((x, y) => x + y);
}
