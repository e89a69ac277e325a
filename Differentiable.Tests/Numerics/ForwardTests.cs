using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>Every function of the corpus, in every sample, through every engine of forward mode and of second order.</summary>
public class ForwardTests
{
    public static TheoryData<string, int, string> Tangents =>
        CorpusData.Runs(function => ForwardEngines.Tangent.Where(e => e.Supports(function)).Select(e => e.Name));

    public static TheoryData<string, int, string> Curvatures =>
        CorpusData.Runs(function => ForwardEngines.Curvature.Where(e => e.Supports(function)).Select(e => e.Name));

    [Theory]
    [MemberData(nameof(Tangents))]
    public void Tangents_are_the_transpose_of_adjoints(string function, int sample, string engine) =>
        ForwardChecks.IsTransposeOfReverse(CorpusIndex.Get(function), sample, ForwardEngines.Tangent.Single(e => e.Name == engine));

    [Theory]
    [MemberData(nameof(Tangents))]
    public void Forward_mode_gives_and_leaves_what_the_function_does(string function, int sample, string engine) =>
        ForwardChecks.GivesAndLeavesWhatTheFunctionDoes(CorpusIndex.Get(function), sample, ForwardEngines.Tangent.Single(e => e.Name == engine));

    [Theory]
    [MemberData(nameof(Curvatures))]
    public void Second_derivatives_are_symmetric(string function, int sample, string engine) =>
        ForwardChecks.IsSymmetric(CorpusIndex.Get(function), sample, ForwardEngines.Curvature.Single(e => e.Name == engine));

    public static TheoryData<string, int, string> SmoothCurvatures => CorpusData.Runs(function =>
        ForwardEngines.Curvature.Where(e => e.Supports(function) && !function.HasKinks).Select(e => e.Name));

    [Theory]
    [MemberData(nameof(SmoothCurvatures))]
    public void Second_derivatives_agree_with_differences_of_the_gradient(string function, int sample, string engine) =>
        ForwardChecks.AgreesWithDifferencesOfTheGradient(CorpusIndex.Get(function), sample, ForwardEngines.Curvature.Single(e => e.Name == engine));
}
