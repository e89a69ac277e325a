using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>What Einstein's sums are, and what they say of equations and shapes that make no sense.</summary>
public class EinsumTests
{
    private readonly Tensor<double> _x = [[1, 2, 3], [4, 5, 6]];

    private readonly Tensor<double> _square = [[1, 2], [3, 4]];

    public static TheoryData<string> Equations => [.. OperationCases.All.Keys.Where(name => name.StartsWith("Einsum", StringComparison.Ordinal))];

    /// <summary>By loops over all indices.</summary>
    [Theory]
    [MemberData(nameof(Equations))]
    public void Is_the_sum_over_all_indices(string name)
    {
        Tensor<double>[] operands = OperationCases.All[name].Inputs();
        string equation = name.Split('"')[1];
        Tensor<double> actual = Tensor.Einsum(equation, operands);
        Expect.Equal(Looped(equation.Split("->")[0].Split(','), ResultOf(equation), operands, actual.Shape), actual);
    }

    /// <summary>Large tensors go the way of sums of products.</summary>
    [Theory]
    [InlineData("ij,ij->", 300, 300)]
    [InlineData("ij,ji->", 300, 300)]
    [InlineData("ij,ij->", 3, 2)]
    [InlineData("ij,ij->", 0, 2)]
    public void Sums_of_all_products(string equation, int rows, int columns)
    {
        Random random = new(1);
        Tensor<float> x = Tensor.RandomUniform<float>([rows, columns], random), y = Tensor.RandomUniform<float>(equation == "ij,ij->" ? [rows, columns] : [columns, rows], random);
        Tensor<float> fitting = equation == "ij,ij->" ? y : Tensor.Transpose(y);
        Expect.Equal(Tensor.Sum(x * fitting), Tensor.Einsum(equation, x, y));
        Expect.Equal(fitting, Gradient.Of<float>(v => Tensor.Einsum(equation, v, y))(x));
        Expect.Equal(Tensor.Sum(x * fitting, [1]), Tensor.Einsum(equation.Replace("->", "->i", StringComparison.Ordinal), x, y));
        Expect.Equal(Tensor.Sum(x * fitting, [0]), Tensor.Einsum(equation.Replace("->", "->j", StringComparison.Ordinal), x, y));
        Assert.Equal(6, Tensor.Einsum<int>("i,i->", new[] { 1, 2 }, new[] { 2, 2 }).ToScalar());
    }

    [Fact]
    public void Without_an_arrow_the_result_is_in_alphabetical_order()
    {
        Assert.Equal([2, 3], Tensor.Einsum("ab", _x).Shape);
        Assert.Equal([3, 2], Tensor.Einsum("ba", _x).Shape);
        Assert.Equal([3, 2], Tensor.Einsum("aB", _x).Shape);
        Expect.Equal(5, Tensor.Einsum("ii", _square));
    }

    [Fact]
    public void Spaces_do_not_matter() => Expect.Equal(Tensor.MatMul(_square, _x), Tensor.Einsum(" ij, jk -> i k ", _square, _x));

    [Fact]
    public void Sums_over_no_elements_are_zero() =>
        Expect.Equal(Tensor.Zeros<double>([2, 3]), Tensor.Einsum("ij,jk->ik", Tensor.Zeros<double>([2, 0]), Tensor.Zeros<double>([0, 3])));

    [Fact]
    public void Integers_are_summed_too() => Assert.Equal([7, 10, 15, 22], Tensor.Einsum<int>("ij,jk->ik", [[1, 2], [3, 4]], [[1, 2], [3, 4]]).ToArray());

    [Theory]
    [InlineData("ij,j!k->ik", "position 4", "'!'", "\"ij,j\"")]
    [InlineData("i1->i", "position 1", "'1'", "a letter, a comma")]
    [InlineData("..i->i", "position 0", "'.'", "a letter, a comma")]
    [InlineData("...i...->i", "position 4", "'.'", "already")]
    [InlineData("...i->......", "position 9", "'.'", "already")]
    [InlineData("ij-jk", "position 2", "'-'", "an arrow")]
    [InlineData("ij->i->j", "position 5", "'-'", "a letter of the result")]
    [InlineData("ij->i,j", "position 5", "','", "a letter of the result")]
    [InlineData("ij->ii", "position 5", "'i'", "already")]
    [InlineData("ij->ik", "position 5", "'k'", "No operand")]
    public void An_equation_that_is_malformed_is_shown_with_the_place(string equation, params string[] parts)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("equation", () => Tensor.Einsum(equation, _x, _x));
        Assert.All([.. parts, equation], part => Assert.Contains(part, exception.Message));
    }

    [Theory]
    [InlineData("ij->i", "1 operands; 2 were given")]
    [InlineData("ij,jk,kl->il", "3 operands; 2 were given")]
    public void There_are_as_many_operands_as_the_equation_has(string equation, string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>("operands", () => Tensor.Einsum(equation, _x, _x)).Message);

    [Theory]
    [InlineData("ij,jk->ik", "'j' is axis 1 of operand 0, whose shape is (2, 3), and axis 0 of operand 1, whose shape is (2, 3)")]
    [InlineData("ii,jk->ik", "'i' is axis 0 of operand 0, whose shape is (2, 3), and axis 1 of operand 0")]
    [InlineData("ij,j->i", "1 letters (\"j\") for operand 1, whose shape is (2, 3)")]
    public void Shapes_have_to_fit_the_equation(string equation, string part) =>
        Assert.Contains(part, Assert.Throws<ShapeMismatchException>(() => Tensor.Einsum(equation, _x, _x)).Message);

    [Theory]
    [InlineData("ij,jk,kl->il", 0, 1)]
    [InlineData("ij,jk,k->i", 1, 2)]
    [InlineData("i,j,ij->", 0, 2)]
    public void The_cheapest_product_comes_first(string equation, int first, int second) => Assert.Equal(
        (first, second), EinsumOrder.Cheapest(equation.Split("->")[0].Split(','), equation.Split("->")[1], "ijkl".ToDictionary(label => label, _ => 10)));

    [Fact]
    public void A_variable_is_an_operand()
    {
        Variable<double> v = new(_square);
        GradientTape tape = new();
        Tensor<double> trace;
        using (tape.Record())
            trace = Tensor.Einsum<double>("ij,ji", v, v);
        Expect.Equal([[2, 6], [4, 8]], tape.Gradient(trace, v));
    }

    private static string ResultOf(string equation)
    {
        if (equation.Contains("->"))
            return equation.Split("->")[1];
        return string.Concat(equation.Where(label => label != ',' && equation.Count(other => other == label) == 1).Order());
    }

    private static Tensor<double> Looped(string[] inputs, string result, Tensor<double>[] operands, Shape shape)
    {
        string labels = string.Concat(string.Concat(inputs).Distinct());
        Shape all = [.. labels.Select(label => LengthOf(label, inputs, operands))];
        double[] sums = new double[shape.FlattenedLength];
        double[][] elements = Array.ConvertAll(operands, operand => operand.ToArray());
        for (int i = 0; i < all.FlattenedLength; i++)
        {
            int At(string axes, Shape of) => axes.Select((label, axis) => i / all.Strides[labels.IndexOf(label)] % all[labels.IndexOf(label)] * of.Strides[axis]).Sum();
            sums[At(result, shape)] += elements.Select((values, operand) => values[At(inputs[operand], operands[operand].Shape)]).Aggregate((x, y) => x * y);
        }
        return Tensor.From(sums, shape);
    }

    private static int LengthOf(char label, string[] inputs, Tensor<double>[] operands)
    {
        int operand = Array.FindIndex(inputs, input => input.Contains(label));
        return operands[operand].Shape[inputs[operand].IndexOf(label)];
    }
}
