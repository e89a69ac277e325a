using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What five public notebooks about TensorFlow's tape show of gradients, by their numbers there.</summary>
public class NotebookGradientTests
{
    private readonly GradientTape _tape = new();

    private readonly GradientTape _persistent = new(persistent: true);

    private readonly Variable<float> _w = new([[0.5f, -1], [2, 0.25f], [-0.75f, 1]], name: "w"), _b = new([0f, 0f], name: "b");

    /// <summary>How many rounds the loop makes that multiplies in some of them, and the derivative.</summary>
    public static TheoryData<int, float> Rounds => new() { { 6, 12 }, { 5, 12 }, { 4, 4 } };

    [Fact]
    public void B01_The_square_of_a_sum()
    {
        (Tensor<float> x, _, Tensor<float> z) = SquareOfSum();
        Tensor<float>? dx = _tape.Gradient(z, x);
        Expect.Equal([[8, 8], [8, 8]], dx);
        Assert.Equal(8f, (float)dx![1][0]);
    }

    [Fact]
    public void B02_An_intermediate_result_is_a_source()
    {
        (_, Tensor<float> y, Tensor<float> z) = SquareOfSum();
        Expect.Equal(8, _tape.Gradient(z, y));
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void B04_Control_flow_is_what_ran(int n, float expected) => Expect.Equal(expected, SlopeOfProduct(n));

    [Fact]
    public void B05_Nested_tapes_give_second_derivatives() => Expect.Equal(6, SecondDerivativeOfCube());

    [Fact]
    public void B06_A_tensor_as_text_shows_value_shape_and_type()
    {
        Tensor<float> x = [[1, 2], [3, 4.5f]];
        Assert.Equal("Tensor<float> (2, 2)\n[[1, 2],\n [3, 4.5]]", x.ToString());
        Assert.Equal("[[1.00, 2.00],\n [3.00, 4.50]]", $"{x:F2}");
        Assert.Equal("Variable \"w\" = Tensor<double> () 1.5", new Variable<double>(1.5, name: "w").ToString());
    }

    [Fact]
    public void B07_The_square_of_a_variable()
    {
        Variable<float> x = new(3);
        Tensor<float> y;
        using (_tape.Record())
            y = Tensor.Pow(x, 2);
        Expect.Equal(6, _tape.Gradient(y, x));
    }

    [Fact]
    public void B08_A_layer_by_hand_for_a_list()
    {
        (Tensor<float> y, Tensor<float> loss) = Layer();
        Tensor<float>?[] gradients = _persistent.Gradient(loss, [_w, _b]);
        Assert.Equal([3, 2], gradients[0]!.Shape);
        Expect.Equal(y[0], gradients[1]);
        for (int i = 0; i < 3; i++)
            Expect.Equal((i + 1) * gradients[1]!, gradients[0]![i]);
    }

    [Fact]
    public void B09_A_layer_by_hand_for_a_dictionary()
    {
        (_, Tensor<float> loss) = Layer();
        Tensor<float>?[] list = _persistent.Gradient(loss, [_w, _b]);
        Dictionary<string, Tensor<float>?> byName = _persistent.Gradient(loss, new Dictionary<string, Tensor<float>> { ["w"] = _w, ["b"] = _b });
        Expect.Equal(list[0]!, byName["w"]);
        Expect.Equal(list[1]!, byName["b"]);
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
    public void B18_An_intermediate_result_of_a_scalar_is_a_source()
    {
        Tensor<float> x = 1, y, z;
        using (_tape.Record())
        {
            _tape.Watch(x);
            y = Tensor.Add(x, x);
            z = Tensor.Multiply(y, y);
        }
        Expect.Equal(4, _tape.Gradient(z, y));
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

    [Theory]
    [MemberData(nameof(Rounds))]
    public void B20_Control_flow_is_what_ran(int n, float expected) => Expect.Equal(expected, SlopeOfProduct(n));

    [Fact]
    public void B21_Nested_tapes_give_second_derivatives() => Expect.Equal(6, SecondDerivativeOfCube());

    [Fact]
    public void B22_The_square_of_a_variable()
    {
        Variable<float> x = new(3);
        Tensor<float> y = _tape.Record(() => Tensor.Pow(x, 2));
        Expect.Equal(6, _tape.Gradient(y, x));
    }

    [Fact]
    public void B23_A_layer_by_hand_for_a_tuple()
    {
        (Tensor<float> y, Tensor<float> loss) = Layer();
        var (dw, db) = _persistent.Gradient(loss, (_w, _b));
        Assert.Equal([3, 2], dw!.Shape);
        Expect.Equal(y[0], db);
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
    public void B47_The_square_of_a_sum()
    {
        (Tensor<float> x, _, Tensor<float> z) = SquareOfSum();
        Expect.Equal([[8, 8], [8, 8]], _tape.Gradient(z, x));
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void B50_Control_flow_is_what_ran(int n, float expected) => Expect.Equal(expected, SlopeOfProduct(n));

    [Fact]
    public void B51_Nested_tapes_give_second_derivatives() => Expect.Equal(6, SecondDerivativeOfCube());

    private (Tensor<float> X, Tensor<float> Y, Tensor<float> Z) SquareOfSum()
    {
        Tensor<float> x = Tensor.Ones<float>([2, 2]);
        using (_tape.Record())
        {
            _tape.Watch(x);
            Tensor<float> y = Tensor.Sum(x);
            return (x, y, Tensor.Multiply(y, y));
        }
    }

    private Tensor<float>? SlopeOfProduct(int n)
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
        return _tape.Gradient(output, x);
    }

    private Tensor<float>? SecondDerivativeOfCube()
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
        return _tape.Gradient(dx!, x);
    }

    private (Tensor<float> Y, Tensor<float> Loss) Layer()
    {
        Tensor<float> x = [[1, 2, 3]];
        using (_persistent.Record())
        {
            Tensor<float> y = Tensor.MatMul(x, _w) + _b;
            return (y, Tensor.Average(Tensor.Pow(y, 2)));
        }
    }
}
