using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What five public notebooks about TensorFlow's tape show of targets that do not depend on their sources.</summary>
public class NotebookConnectionTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    private readonly Variable<float> _v0 = new(2), _v1 = new(2);

    [Fact]
    public void B12_Zeros_for_what_is_not_connected() => Expect.Equal([0, 0], ZerosForUnused());

    [Fact]
    public void B35_The_other_branch_is_not_connected()
    {
        (_, Tensor<float> result) = Branch();
        Tensor<float>?[] gradients = _persistent.Gradient(result, [_v0, _v1]);
        Expect.Equal(1, gradients[0]);
        Assert.Null(gradients[1]);
    }

    [Fact]
    public void B36_What_a_branch_is_chosen_by_is_not_connected()
    {
        (Tensor<float> x, Tensor<float> result) = Branch();
        Assert.Null(_persistent.Gradient(result, x));
    }

    [Fact]
    public void B37_A_target_that_does_not_depend_on_the_source()
    {
        Variable<float> x = new(2), y = new(3);
        Tensor<float> z;
        using (_tape.Record())
            z = y * y;
        Assert.Null(_tape.Gradient(z, x));
    }

    [Fact]
    public void B39_A_value_that_was_taken_out_and_put_in_again()
    {
        Variable<float> x = new([[1, 2], [3, 4]]);
        Tensor<float> y;
        using (_tape.Record())
        {
            Tensor<float> x2 = Tensor.Pow(x, 2);
            Tensor<float> outside = Tensor.Create<float>([.. x2.ToArray().Chunk(2).Select(row => row.Average())], [2]);
            y = Tensor.Average(outside);
        }
        Assert.Null(_tape.Gradient(y, x));
    }

    [Fact]
    public void B42_An_operation_without_a_gradient()
    {
        Func<Tensor<float>, Tensor<float>> adjustContrast = Gradient.Unavailable<float>(image => (2 * (image - Tensor.Average(image))) + Tensor.Average(image), "AdjustContrast");
        Variable<float> image = new([[0.5f, 0], [0, 0]]);
        Tensor<float> adjusted = _tape.Record(() => adjustContrast(image));
        Expect.Equal([[0.875f, -0.125f], [-0.125f, -0.125f]], adjusted);
        Assert.Contains("AdjustContrast", Assert.Throws<GradientNotRegisteredException>(() => _tape.Gradient(adjusted, image)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void B43_Zeros_have_the_shape_of_the_source()
    {
        Tensor<float>? zeros = ZerosForUnused();
        Expect.Equal([0, 0], zeros);
        Assert.Equal([2], zeros!.Shape);
    }

    private Tensor<float>? ZerosForUnused()
    {
        Variable<float> x = new([2f, 2f]), y = new(3);
        Tensor<float> z;
        using (_tape.Record())
            z = Tensor.Pow(y, 2);
        return _tape.Gradient(z, x, unconnectedGradients: UnconnectedGradients.Zero);
    }

    private (Tensor<float> X, Tensor<float> Result) Branch()
    {
        Tensor<float> x = 1;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            return (x, x > 0 ? _v0 : Tensor.Pow(_v1, 2));
        }
    }
}
