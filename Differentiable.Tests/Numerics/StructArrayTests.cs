using Differentiable.Tests.Corpus.Structs;
using static Differentiable.Tests.Corpus.Structs.StructArrays;

namespace Differentiable.Tests.Numerics;

/// <summary>The destinations of structs with arrays: what is written there, added and refused.</summary>
public class StructArrayTests
{
    private static Layer Given => new() { Weights = [1, 2, 3], Bias = 0.5, Id = 7 };

    private static Layer Garbage => new() { Weights = [4, 5, 6], Bias = 10, Id = 8 };

    /// <summary>w₀ x² + w₁ b at x = 3.</summary>
    [Fact]
    public void Gradients_overwrite_numbers_and_elements()
    {
        Layer destination = Garbage;
        double[] weights = destination.Weights;
        Assert.Equal(6.0, StructArrays.AffineGradient(Given, 3, ref destination));
        Assert.Same(weights, destination.Weights);
        Assert.Equal([9, 0.5, 0], weights);
        Assert.Equal(2.0, destination.Bias);
    }

    [Fact]
    public void Vector_Jacobian_products_add_to_numbers_and_elements()
    {
        Layer destination = Garbage;
        Assert.Equal(12.0, StructArrays.AffineVjp(Given, 3, 2, ref destination));
        Assert.Equal([4 + 18, 5 + 1, 6], destination.Weights);
        Assert.Equal(10 + 4, destination.Bias);
    }

    [Fact]
    public void What_has_no_derivative_stays_in_destinations_and_is_zero_in_what_is_returned()
    {
        Layer destination = Garbage;
        StructArrays.AffineGradient(Given, 3, ref destination);
        Assert.Equal(8, destination.Id);
        Assert.Equal(0, StructArrays.AffineGradient(Given, 3).layer.Id);
    }

    [Fact]
    public void Arrays_of_other_lengths_are_refused_by_their_names()
    {
        Layer longer = new() { Weights = new double[4] }, missing = default;
        Assert.Equal("dlayer.Weights", Refused(() => StructArrays.AffineGradient(Given, 3, ref longer)));
        Assert.Equal("dlayer.Weights", Refused(() => StructArrays.AffineVjp(Given, 3, 1, ref longer)));
        Assert.Equal("dlayer.Weights", Refused(() => StructArrays.AffineGradient(Given, 3, ref missing)));
        Assert.Equal("layerDot.Weights", Refused(() => StructArrays.AffineJvp(Given, 3, longer, 0)));
        Assert.Equal("layerDot.Weights", Refused(() => StructArrays.AffineHvp(Given, 3, longer, 0)));
    }

    [Fact]
    public void Matrices_and_rows_of_other_shapes_are_refused_by_their_names()
    {
        Dense layer = new(new double[2, 3], new double[2], ""), wide = layer with { Weights = new double[2, 4], Biases = new double[2] };
        Assert.Equal("dlayer.Weights", Refused(() => StructArrays.OfMatrixGradient(layer, new double[3], ref wide)));
        Table table = new([[1], [2]], [1, 1]), other = new([[1], [2, 3]], [1, 1]);
        Assert.Equal("dtable.Rows", Refused(() => StructArrays.OfRowsGradient(table, 1, ref other)));
    }

    [Fact]
    public void Arrays_that_overlap_are_refused_by_their_names()
    {
        Layer layer = Given, same = layer;
        Assert.Equal("dlayer.Weights", Refused(() => StructArrays.AffineGradient(layer, 3, ref same)));
        Layer first = Garbage, second = first;
        Assert.Equal("dsecond.Weights", Refused(() => StructArrays.TwoGradient(layer, 3, Given, [1, 2], ref first, ref second, new double[2])));
    }

    [Fact]
    public void Two_structs_with_one_array_are_refused_where_it_is_written()
    {
        Layer layer = Given, destination = Garbage;
        Assert.Equal("target", Refused(() => StructArrayCalls.MovesIntoVjp(layer, layer.Weights, ref destination, new double[3])));
    }

    [Fact]
    public void Columns_of_matrices_are_the_numbers_field_by_field() =>
        Assert.Equal(new double[,] { { 9, 0.5, 0, 2, 6 } }, StructArrays.AffineJacobian(Given, 3));

    [Fact]
    public void Arrays_that_are_returned_have_columns()
    {
        double[,] jacobian = StructArrayCalls.GivesItsWeightsJacobian(Given, 3);
        Assert.Equal((6, 5), (jacobian.GetLength(0), jacobian.GetLength(1)));
        Assert.Equal((3, 1, 1, 1), (jacobian[0, 0], jacobian[1, 1], jacobian[0, 4], jacobian[5, 2]));
    }

    [Fact]
    public void Cotangents_of_results_have_their_lengths()
    {
        Layer destination = Garbage;
        Assert.Equal("dresult.Values", Refused(() => StructArrayResults.ScaledVjp([1, 2, 3], 2, (new double[2], 1), new double[3])));
        Assert.Equal("dresult.Weights", Refused(() => StructArrayResults.StepVjp(Given, 2, default, ref destination)));
    }

    [Fact]
    public void Gradients_can_be_checked()
    {
        Assert.True(Differentiate.Check(StructArrays.Affine, Given, 3.0).Agrees);
        Assert.True(Differentiate.Check(StructArrayCalls.Squashes, Given, 1.5).Agrees);
        Assert.Contains("layer.Weights[1]", Differentiate.Check(StructArrays.Affine, Given, 3.0).Entries.Select(entry => entry.Input));
    }

    private static string? Refused(Action call) => Assert.ThrowsAny<ArgumentException>(call).ParamName;
}
