using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's own tests pin of Jacobians, by their rows in the list of cases.</summary>
public class TensorFlowJacobianTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    [Fact]
    public void A72_A_Jacobian()
    {
        Tensor<float> x = [1, 2], y = [3, 4], z;
        using (_persistent.Record())
        {
            _persistent.Watch(x, y);
            z = x * x * y;
        }
        Tensor<float>?[] jacobians = _persistent.Jacobian(z, [x, y]);
        Expect.Equal([[6, 0], [0, 16]], jacobians[0]);
        Expect.Equal([[1, 0], [0, 4]], jacobians[1]);
    }

    [Fact]
    public void A75_A_Jacobian_for_each_of_a_batch()
    {
        Tensor<float> x = [[1, 2], [3, 4]], y = [[3, 4], [5, 6]], z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            z = x * x * y;
        }
        Expect.Equal([[[6, 0], [0, 16]], [[30, 0], [0, 48]]], _tape.BatchJacobian(z, x));
    }

    [Fact]
    public void A76_Shapes_that_are_no_batch()
    {
        Tensor<float> x = [[1, 2], [3, 4], [5, 6]], y = [[1, 2]], vector = [1, 2];
        using (_persistent.Record())
            _persistent.Watch(x, y, vector);
        Assert.Contains("Need first dimension", Assert.Throws<ShapeMismatchException>(() => _persistent.BatchJacobian(x, y)).Message, StringComparison.Ordinal);
        Assert.Contains("rank at least 2", Assert.Throws<ArgumentException>(() => _persistent.BatchJacobian(x, vector)).Message, StringComparison.Ordinal);
        Assert.Contains("rank at least 2", Assert.Throws<ArgumentException>(() => _persistent.BatchJacobian(vector, x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A77_No_elements()
    {
        var x = Tensor.Zeros<float>([1, 0]);
        Tensor<float> y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Pow(x, 2);
        }
        Assert.Equal([1, 0, 0], _tape.BatchJacobian(y, x).Shape);
    }
}
