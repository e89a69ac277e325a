using static Differentiable.Tests.Corpus.Structs.ElementsWithArrays;

namespace Differentiable.Tests.Numerics;

/// <summary>Arrays of structs with arrays in them: what the caller's elements get, and what is refused.</summary>
public class ElementsWithArraysTests
{
    private static Stage[] Given => [new([1, 2], 0.5), new([3], 0.25)];

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
