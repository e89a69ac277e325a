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

    /// <summary>A row whose last times are left out is a shorter row; one whose time in between is, one without it.</summary>
    [Fact]
    public void Times_may_be_left_out()
    {
        Tensor<bool> mask = new[,] { { true, true, true, false, false }, { true, false, true, true, false } };
        Tensor<int> kept = new[] { 0, 2, 3 };
        Lstm<double> lstm = new(4, returnsSequence: true, new Random(2));
        var (outputs, hidden, cell) = lstm.Apply(s_x, null, null, mask);
        var (first, firstHidden, firstCell) = lstm.Apply(s_x[..1, ..3], null, null);
        var (second, secondHidden, secondCell) = lstm.Apply(Tensor.Gather(s_x[1..], kept, 1), null, null);
        Expect.Equal(Tensor.Concatenate([firstHidden, secondHidden]), hidden);
        Expect.Equal(Tensor.Concatenate([firstCell, secondCell]), cell);
        Expect.Equal(first, outputs[..1, ..3]);
        Expect.Equal(second, Tensor.Gather(outputs[1..], kept, 1));
        Expect.Equal(outputs[1, 0], outputs[1, 1]);

        Gru<double> gru = new(4, random: new Random(2));
        Expect.Equal(Tensor.Concatenate([gru.Apply(s_x[..1, ..3]), gru.Apply(Tensor.Gather(s_x[1..], kept, 1))]), gru.Apply(s_x, null, mask).Outputs);
    }

    [Fact]
    public void What_is_left_out_has_no_derivative()
    {
        Tensor<bool> mask = new[,] { { true, true, true, false, false }, { true, false, true, true, false } };
        Lstm<double> lstm = new(4, random: new Random(2));
        Gru<double> gru = new(4, random: new Random(2));
        lstm.Apply(s_x);
        gru.Apply(s_x);
        Tensors.Programs.Slopes.AssertRight(x => Tensor.Sum(Tensor.Square(lstm.Apply(x, null, null, mask).Cell)), s_x);
        Tensors.Programs.Slopes.AssertRight(x => Tensor.Sum(Tensor.Square(gru.Apply(x, null, mask).Outputs)), s_x);
        Tensor<double> gradient = Gradient.Of<double>(x => Tensor.Sum(Tensor.Square(gru.Apply(x, null, mask).Outputs)))(s_x);
        Expect.Equal(Tensor.Cast<double>(mask), Tensor.Cast<double>(Tensor.Any(Tensor.NotEqual(gradient, 0), [2])));
    }

    [Fact]
    public void A_mask_has_to_fit() =>
        Assert.Equal("The mask of a Gru is [batch, times], here (2, 5); its shape is (5).", Assert.Throws<ShapeMismatchException>(() => new Gru<double>(4).Apply(s_x, null, Tensor.Fill(true, [5]))).Message);
}
