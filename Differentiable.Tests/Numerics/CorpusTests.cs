using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>Every function of the corpus, in every sample, through every engine, against differences.</summary>
public class CorpusTests
{
    private const int LeastFunctions = 1000;

    /// <summary>The allocating forms are left to <see cref="ConsistencyTests.All_forms_of_the_gradient_agree"/>.</summary>
    public static TheoryData<string, int, string> Runs => CorpusData.Runs(e => !e.Allocates);

    public static TheoryData<string, int> Samples => CorpusData.Samples();

    public static TheoryData<string> Functions => [.. CorpusIndex.Functions.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Adjoints_agree_with_differences(string function, int sample, string engine) =>
        Checks.AgreesWithDifferences(CorpusIndex.Get(function), sample, ReverseEngines.Get(engine));

    /// <summary>So that differences are a yardstick for it.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void The_function_is_smooth(string function, int sample) => Checks.IsSmooth(CorpusIndex.Get(function), sample);

    /// <summary>So that the comparison is not one of zeros.</summary>
    [Theory]
    [MemberData(nameof(Functions))]
    public void The_function_depends_on_its_inputs(string function) => Checks.DependsOnItsInputs(CorpusIndex.Get(function));

    [Fact]
    public void The_corpus_is_large() => Assert.True(CorpusIndex.Functions.Count() >= LeastFunctions);
}
