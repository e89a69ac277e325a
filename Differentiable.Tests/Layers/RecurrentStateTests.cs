using Differentiable.Layers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Layers;

/// <summary>Recurrent layers go on from a state.</summary>
public class RecurrentStateTests
{
    private static readonly Tensor<double> s_x = Tensor.RandomUniform<double>([2, 5, 3], new Random(1), -1, 1);

    [Fact]
    public void A_sequence_in_pieces_is_the_same_as_one()
    {
        Lstm<double> lstm = new(4, returnsSequence: true, new Random(2));
        var (first, hidden, cell) = lstm.Apply(s_x[.., ..2], null, null);
        (Tensor<double> second, hidden, _) = lstm.Apply(s_x[.., 2..], hidden, cell);
        Expect.Equal(lstm.Apply(s_x), Tensor.Concatenate([first, second], 1));
        Expect.Equal(second[.., ^1], hidden);

        Gru<double> gru = new(4, random: new Random(2));
        Tensor<double>? state = null;
        for (int time = 0; time < 5; time++)
            (_, state) = gru.Apply(s_x[.., time..(time + 1)], state);
        Expect.Equal(gru.Apply(s_x), state);
    }

    [Fact]
    public void A_state_has_a_derivative()
    {
        Lstm<double> lstm = new(4, random: new Random(2));
        Tensor<double> start = Tensor.RandomUniform<double>([2, 4], new Random(3), -1, 1);
        lstm.Apply(s_x);
        Tensors.Programs.Slopes.AssertRight(h => Tensor.Sum(Tensor.Square(lstm.Apply(s_x, h, null).Outputs)), start);
        Tensors.Programs.Slopes.AssertRight(c => Tensor.Sum(Tensor.Square(lstm.Apply(s_x, null, c).Outputs)), start);
    }

    [Fact]
    public void A_state_has_to_fit() =>
        Assert.Equal("A state of an Lstm is [batch, units], here (2, 4); its shape is (2, 3).", Assert.Throws<ShapeMismatchException>(() => new Lstm<double>(4).Apply(s_x, Tensor.Zeros<double>(2, 3), null)).Message);
}
