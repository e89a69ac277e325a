using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Generated gradients of operations on lists of tensors, of which each element has a pullback of its own.</summary>
public class GeneratedListTests
{
    private static readonly Tensor<double> s_a = Tensor.Create([0.1, 0.2, 0.3, -0.4], [2, 2]), s_b = Tensor.Create([0.5, -0.5, 1.5, 0.7], [2, 2]);

    [Fact]
    public void Joined_tensors() => Check(ListFunctions.Joined, ListFunctions.JoinedGradient(s_a, s_b));

    [Fact]
    public void One_tensor_in_several_places() => Check(ListFunctions.Repeated, ListFunctions.RepeatedGradient(s_a, s_b));

    [Fact]
    public void Stacked_tensors() => Check(ListFunctions.Stacked, ListFunctions.StackedGradient(s_a, s_b));

    [Fact]
    public void Tensors_that_grow_in_a_loop() => Check(ListFunctions.Grown, ListFunctions.GrownGradient(s_a, s_b));

    [Fact]
    public void Operands_of_sums() => Check(ListFunctions.Summed, ListFunctions.SummedGradient(s_a, s_b));

    private static void Check(Func<Tensor<double>, Tensor<double>, Tensor<double>> function, (Tensor<double> A, Tensor<double> B) gradient)
    {
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch(s_a, s_b);
            y = function(s_a, s_b);
        }
        Tensor<double>?[] expected = tape.Gradient(y, [s_a, s_b]);
        Conformance.Expect.Equal(expected[0]!, gradient.A, 1e-13);
        Conformance.Expect.Equal(expected[1]!, gradient.B, 1e-13);
    }
}

/// <summary>Functions that make lists of tensors.</summary>
internal static partial class ListFunctions
{
    [Differentiable]
    public static Tensor<double> Joined(Tensor<double> a, Tensor<double> b) => Tensor.Sum(Tensor.Square(Tensor.Concatenate([a, b * a], 0)));

    [Differentiable]
    public static Tensor<double> Repeated(Tensor<double> a, Tensor<double> b) =>
        Tensor.Sum(Tensor.Square(Tensor.Concatenate([a, b, Tensor.Sin(b), a], -1)) * Tensor.Concatenate([b, a, a, b], axis: 1));

    [Differentiable]
    public static Tensor<double> Stacked(Tensor<double> a, Tensor<double> b) => Tensor.Sum(Tensor.Exp(Tensor.Stack([a, b])) * Tensor.Square(Tensor.Stack([b * a, a], -1)));

    [Differentiable]
    public static Tensor<double> Grown(Tensor<double> a, Tensor<double> b)
    {
        Tensor<double> y = a;
        for (int i = 0; i < 3; i++)
            y = Tensor.Concatenate([y, b * y[..2], Tensor.Stack([a[0], b[1]])]);
        return Tensor.Sum(y * y);
    }

    [Differentiable]
    public static Tensor<double> Summed(Tensor<double> a, Tensor<double> b) => Tensor.Sum(Tensor.Square(Tensor.Einsum("ij,jk,ii->ik", a, b, a * b)));
}
