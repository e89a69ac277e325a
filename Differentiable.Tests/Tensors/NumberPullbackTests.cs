using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Pullbacks to numbers give what tapes give for tensors without axes. They are numbers themselves, which tapes do not follow.</summary>
public class NumberPullbackTests
{
    public static TheoryData<string> Names => [.. PullbackCases.Numbers.Select(row => row.Operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gives_the_cotangents_that_a_tape_gives(string name)
    {
        PullbackCase row = PullbackCases.Numbers.Single(row => row.Operation.Name == name);
        Tensor<double>[] x = row.Operation.Inputs();
        GradientTape tape = new();
        tape.Watch<double>(x);
        Tensor<double> y;
        using (tape.Record())
            y = row.Operation.Function(x);
        Tensor<double> dy = OperationCase.Draw(new Random(11), y.Shape, 0.5, 1.5);
        Tensor<double>?[] expected = tape.GradientWith([y], [dy], x);
        foreach ((Tensor<double>? one, Tensor<double> other) in expected.Zip(row.Pull(dy, x, y)))
            Conformance.Expect.Equal(one!, other, row.Tolerance);
    }
}
