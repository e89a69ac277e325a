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
        var (dx, dy) = _persistent.Jacobian(z, (x, y));
        Expect.Equal(jacobians[0]!, dx);
        Expect.Equal(jacobians[1]!, dy);
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

    [Fact]
    public void Rows_and_columns_that_are_not_there()
    {
        Tensor<float> x = [1, 2], nothing = Tensor.Zeros<float>(0), none, constant;
        using (_persistent.Record())
        {
            _persistent.Watch(x, nothing);
            (none, constant) = (x[2..], Tensor.Sum(nothing) + new[] { 1f, 2 });
        }
        Assert.Equal([0, 2], _persistent.Jacobian(none, x)!.Shape);
        Assert.Equal([2, 0], _persistent.Jacobian(constant, nothing)!.Shape);
        Assert.Null(_persistent.Jacobian(constant, x));
        Expect.Equal([[0, 0], [0, 0]], _persistent.Jacobian(constant, x, UnconnectedGradients.Zero));
    }

    [Fact]
    public void A_target_that_is_its_source()
    {
        Tensor<float> x = [1, 2];
        using (_persistent.Record())
            _persistent.Watch(x);
        Expect.Equal([[1, 0], [0, 1]], _persistent.Jacobian(x, x));
    }

    [Fact]
    public void The_rows_of_a_batch_have_any_shape()
    {
        var x = Tensor.Reshape(Tensor.Range(0f, 30), 2, 3, 5);
        Tensor<float> y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Sum(x * x, [1]);
        }
        Tensor<float> jacobian = _tape.BatchJacobian(y, x);
        Assert.Equal([2, 5, 3, 5], jacobian.Shape);
        Expect.Equal(2 * x[1, 2, 4], jacobian[1, 4, 2, 4]);
        Expect.Equal(2 * Tensor.Sum(x), Tensor.Sum(jacobian));
    }

    [Fact]
    public void A_Jacobian_of_a_Jacobian()
    {
        Tensor<float> x = Tensor.Ones<float>(10, 2), slope;
        GradientTape inner = new();
        using (_tape.Record())
        {
            _tape.Watch(x);
            Tensor<float> y;
            using (inner.Record())
            {
                inner.Watch(x);
                y = Tensor.Sum(Tensor.Square(x));
            }
            slope = inner.Jacobian(y, x)!;
        }
        Tensor<float> curvature = _tape.BatchJacobian(slope, x);
        foreach (Tensor<float> row in curvature)
            Expect.Equal([[2, 0], [0, 2]], row);
    }

    [Fact]
    public void Looked_up_rows()
    {
        Tensor<float> table = Tensor.Ones<float>(3, 2), y;
        using (_tape.Record())
        {
            _tape.Watch(table);
            y = Tensor.Gather(table, [0, 2]);
        }
        Tensor<float> jacobian = _tape.Jacobian(y, table)!;
        Assert.Equal([2, 2, 3, 2], jacobian.Shape);
        Expect.Equal([[0, 0], [0, 0], [0, 1]], jacobian[1, 1]);
    }
}
