using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Variables in the place of watched tensors.</summary>
public class VariableOperationTests
{
    public static TheoryData<string> Names => [.. OperationCases.All.Keys];

    /// <summary>Each operation reads its variables by itself, so that the tape sees it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_variable_has_the_gradient_of_a_watched_tensor(string name)
    {
        OperationCase operation = OperationCases.All[name];
        Tensor<double>[] inputs = operation.Inputs();
        Assert.Equal(Gradients(operation, inputs), Gradients(operation, [.. inputs.Select(input => new Variable<double>(input))]));
    }

    private static double[]?[] Gradients(OperationCase operation, Tensor<double>[] inputs)
    {
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch<double>([.. inputs.Where(input => input is not Variable<double>)]);
            y = operation.Function(inputs);
        }
        return [.. tape.Gradient(y, inputs).Select(gradient => gradient?.ToArray())];
    }
}
