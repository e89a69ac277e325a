using Differentiable.Tests.Corpus.Structs;
using static Differentiable.Tests.Corpus.Structs.ElementsWithArrays;

namespace Differentiable.Tests.Numerics;

/// <summary>Arrays of structs with arrays in them: what the caller's elements get, and what is refused.</summary>
public class ElementsWithArraysTests
{
    private static Stage[] Given => [new([1, 2], 0.5), new([3], 0.25)];

    private static Stage[,] Grid => new Stage[,] { { new([1, 2], 0.5), new([3], 0.25) }, { new([2], -1), new([0.5, 1], 0.75) } };

    [Fact]
    public void Elements_get_the_numbers_that_the_method_writes()
    {
        Stage[] stages = Given, expected = Given;
        NumbersThatAreWritten(expected, 2);
        NumbersThatAreWrittenGradient(stages, 2);
        Assert.Equal(expected.Select(stage => stage.Bias), stages.Select(stage => stage.Bias));
        Assert.Equal(expected.Select(stage => stage.Weights[0]), stages.Select(stage => stage.Weights[0]));
    }

    [Fact]
    public void Gradients_overwrite_what_is_in_the_destination()
    {
        Stage[] destination = [new([7, 7], 7), new([7], 7)];
        (Stage[] made, double dx) = StagesOneByOneGradient(Given, 0.5);
        Assert.Equal(dx, StagesOneByOneGradient(Given, 0.5, destination));
        Assert.Equal(made.Select(stage => stage.Bias), destination.Select(stage => stage.Bias));
        Assert.Equal(made.SelectMany(stage => stage.Weights), destination.SelectMany(stage => stage.Weights));
    }

    [Fact]
    public void Elements_get_the_numbers_where_there_is_a_matrix_too()
    {
        Stage[] stages = Given, expected = Given;
        NumbersThatAreWritten(expected, 2);
        NumbersThatAreWrittenJacobian(stages, 2);
        Assert.Equal(expected.Select(stage => stage.Bias), stages.Select(stage => stage.Bias));
    }

    [Fact]
    public void Elements_of_grids_get_the_numbers_that_the_method_writes()
    {
        Stage[,] grid = Grid, expected = Grid;
        GridsOfElements.GridsThatAreWritten(expected, 2);
        GridsOfElements.GridsThatAreWrittenGradient(grid, 2);
        Assert.Equal(expected.Cast<Stage>().Select(stage => stage.Bias), grid.Cast<Stage>().Select(stage => stage.Bias));
        Assert.Equal(expected[1, 1].Weights, grid[1, 1].Weights);
    }

    [Fact]
    public void Elements_of_rows_and_of_spans_get_the_numbers_that_the_method_writes()
    {
        Stage[] stages = Given, expected = Given;
        GridsOfElements.SpansThatAreWritten(expected, 2);
        GridsOfElements.SpansThatAreWrittenGradient(stages, 2);
        Assert.Equal(expected.Select(stage => stage.Bias), stages.Select(stage => stage.Bias));
        GridsOfElements.RowsThatAreWritten([expected], 2);
        GridsOfElements.RowsThatAreWrittenGradient([stages], 2);
        Assert.Equal(expected.Select(stage => stage.Bias), stages.Select(stage => stage.Bias));
        Assert.Equal(expected[1].Weights, stages[1].Weights);
    }

    [Fact]
    public void The_destination_of_a_grid_has_its_shape() =>
        Assert.Contains("(2 x 2)", Assert.Throws<ArgumentException>(() => GridsOfElements.GridsGradient(Grid, 2, new Stage[1, 4])).Message);

    [Fact]
    public void An_index_behind_the_end_of_a_row_is_out_of_range() =>
        Assert.Throws<IndexOutOfRangeException>(() => GridsOfElements.GridsGradient(new Stage[,] { { new([1], 2) }, { new([1], 2) } }, 2));

    [Fact]
    public void Rows_that_are_one_array_are_refused_where_they_are_written()
    {
        Stage[] row = Given;
        Stage[][] derivative = GridsOfElements.RowsGradient([row, row], 0.5).rows;
        Assert.NotSame(derivative[0], derivative[1]);
        Assert.Throws<ArgumentException>(() => GridsOfElements.RowsThatAreWrittenGradient([row, row], 0.5));
        Assert.Throws<ArgumentException>(() => GridsOfElements.RowsGradient([Given, Given], 0.5, [row, row]));
    }

    [Fact]
    public void A_missing_array_is_named() =>
        Assert.Equal("stages", Assert.Throws<ArgumentNullException>(() => StagesOneByOneGradient(null!, 0.5)).ParamName);

    [Fact]
    public void One_array_for_two_parameters_is_refused_where_its_numbers_are_written()
    {
        Stage[] stages = Given;
        Assert.Equal(1.0, NumbersOfOneOfTwoGradient(Given, Given, 0.5).x + 0.5);
        Assert.Throws<ArgumentException>(() => NumbersOfOneOfTwoGradient(stages, stages, 0.5));
    }
}
