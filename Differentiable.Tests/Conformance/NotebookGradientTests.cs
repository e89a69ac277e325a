using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What five public notebooks about TensorFlow's tape show of gradients, by their numbers there.</summary>
public class NotebookGradientTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    [Fact]
    public void B01_and_B47_The_square_of_a_sum()
    {
        Tensor<float> x = Tensor.Ones<float>([2, 2]), z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            Tensor<float> y = Tensor.Sum(x);
            z = Tensor.Multiply(y, y);
        }
        Tensor<float>? dx = _tape.Gradient(z, x);
        Expect.Equal([[8, 8], [8, 8]], dx);
        Assert.Equal(8f, (float)dx![1][0]);
    }

    [Fact]
    public void B02_and_B18_An_intermediate_result_is_a_source()
    {
        Tensor<float> x = Tensor.Ones<float>([2, 2]), y, z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Sum(x);
            z = Tensor.Multiply(y, y);
        }
        Expect.Equal(8, _tape.Gradient(z, y));
    }

    [Theory]
    [InlineData(6, 12)]
    [InlineData(5, 12)]
    [InlineData(4, 4)]
    public void B04_B20_and_B50_Control_flow_is_what_ran(int n, float expected)
    {
        Tensor<float> x = 2, output = 1;
        using (_tape.Record())
        {
            _tape.Watch(x);
            for (int i = 0; i < n; i++)
            {
                if (i is > 1 and < 5)
                    output = Tensor.Multiply(output, x);
            }
        }
        Expect.Equal(expected, _tape.Gradient(output, x));
    }

    [Fact]
    public void B05_B21_and_B51_Nested_tapes_give_second_derivatives()
    {
        Variable<float> x = new(1);
        GradientTape inner = new();
        Tensor<float>? dx;
        using (_tape.Record())
        {
            Tensor<float> y;
            using (inner.Record())
                y = x * x * x;
            dx = inner.Gradient(y, x);
        }
        Expect.Equal(3, dx);
        Expect.Equal(6, _tape.Gradient(dx!, x));
    }

    [Fact]
    public void B06_A_tensor_as_text_shows_value_shape_and_type()
    {
        Tensor<float> x = [[1, 2], [3, 4.5f]];
        Assert.Equal("Tensor<float> (2, 2)\n[[1, 2],\n [3, 4.5]]", x.ToString());
        Assert.Equal("[[1.00, 2.00],\n [3.00, 4.50]]", $"{x:F2}");
        Assert.Equal("Variable \"w\" = Tensor<double> () 1.5", new Variable<double>(1.5, name: "w").ToString());
    }

    [Fact]
    public void B07_and_B22_The_square_of_a_variable()
    {
        Variable<float> x = new(3);
        Tensor<float> y;
        using (_tape.Record())
            y = Tensor.Pow(x, 2);
        Expect.Equal(6, _tape.Gradient(y, x));
        y = _tape.Record(() => Tensor.Pow(x, 2));
        Expect.Equal(6, _tape.Gradient(y, x));
    }

    [Fact]
    public void B08_B09_and_B23_A_layer_by_hand_for_a_list_a_tuple_and_a_dictionary()
    {
        Variable<float> w = new([[0.5f, -1], [2, 0.25f], [-0.75f, 1]], name: "w"), b = new([0f, 0f], name: "b");
        Tensor<float> x = [[1, 2, 3]], y, loss;
        using (_persistent.Record())
        {
            y = Tensor.MatMul(x, w) + b;
            loss = Tensor.Average(Tensor.Pow(y, 2));
        }
        Tensor<float>?[] list = _persistent.Gradient(loss, [w, b]);
        Assert.Equal([3, 2], list[0]!.Shape);
        Expect.Equal(y[0], list[1]);
        for (int i = 0; i < 3; i++)
            Expect.Equal((i + 1) * list[1]!, list[0]![i]);
        var (dw, db) = _persistent.Gradient(loss, (w, b));
        Expect.Equal(list[0]!, dw);
        Expect.Equal(list[1]!, db);
        Dictionary<string, Tensor<float>?> byName = _persistent.Gradient(loss, new Dictionary<string, Tensor<float>> { ["w"] = w, ["b"] = b });
        Expect.Equal(list[0]!, byName["w"]);
        Expect.Equal(list[1]!, byName["b"]);
    }

    [Fact]
    public void B12_and_B43_Zeros_for_what_is_not_connected()
    {
        Variable<float> x = new([2f, 2f]), y = new(3);
        Tensor<float> z;
        using (_tape.Record())
            z = Tensor.Pow(y, 2);
        Expect.Equal([0, 0], _tape.Gradient(z, x, unconnectedGradients: UnconnectedGradients.Zero));
    }

    [Fact]
    public void B14_Nested_tapes_over_a_watched_constant()
    {
        Tensor<float> x = 5;
        Tensor<float>? dx;
        GradientTape inner = new();
        using (_tape.Record())
        {
            _tape.Watch(x);
            Tensor<float> y;
            using (inner.Record())
            {
                inner.Watch(x);
                y = x * x;
            }
            dx = inner.Gradient(y, x);
        }
        Expect.Equal(10, dx);
        Expect.Equal(2, _tape.Gradient(dx!, x));
    }

    [Fact]
    public void B19_All_derivatives_along_a_chain()
    {
        Tensor<float> x = 1, y, z;
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            y = Tensor.Add(x, x);
            z = Tensor.Multiply(y, y);
        }
        Expect.Equal(4, _persistent.Gradient(z, y));
        Expect.Equal(2, _persistent.Gradient(y, x));
        Expect.Equal(8, _persistent.Gradient(z, x));
    }

    [Fact]
    public void B30_A_gradient_for_an_intermediate_result()
    {
        Tensor<float> x = 3, y, z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = x * x;
            z = y * y;
        }
        Expect.Equal(18, _tape.Gradient(z, y));
    }

    [Fact]
    public void B32_Several_targets()
    {
        Variable<float> x = new(2);
        Tensor<float> y0, y1;
        using (_persistent.Record())
        {
            y0 = Tensor.Pow(x, 2);
            y1 = 1 / x;
        }
        Expect.Equal(4, _persistent.Gradient(y0, x));
        Expect.Equal(-0.25f, _persistent.Gradient(y1, x));
        Expect.Equal(3.75f, _persistent.Gradient([y0, y1], x));
    }

    [Fact]
    public void B33_A_target_that_is_no_scalar_is_summed()
    {
        Variable<float> x = new(2);
        Tensor<float> y;
        using (_tape.Record())
            y = x * [3, 4];
        Expect.Equal(7, _tape.Gradient(y, x));
    }

    [Fact]
    public void B34_A_function_of_each_element()
    {
        var x = Tensor.LinSpace(-10f, 10f, 201);
        Tensor<float> y;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Sigmoid(x);
        }
        Tensor<float>? dy = _tape.Gradient(y, x);
        Expect.Equal(y * (1 - y), dy);
        Expect.Equal(0.25f, dy![100]);
    }

    [Fact]
    public void B35_and_B36_A_branch_that_depends_on_a_tensor()
    {
        Tensor<float> x = 1, result;
        Variable<float> v0 = new(2), v1 = new(2);
        using (_persistent.Record())
        {
            _persistent.Watch(x);
            result = x > 0 ? v0 : Tensor.Pow(v1, 2);
        }
        Tensor<float>?[] gradients = _persistent.Gradient(result, [v0, v1]);
        Expect.Equal(1, gradients[0]);
        Assert.Null(gradients[1]);
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
}
