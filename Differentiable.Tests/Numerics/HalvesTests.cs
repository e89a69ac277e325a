using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Numerics;

/// <summary>What generated callers call.</summary>
public class HalvesTests
{
    public static TheoryData<string, int> Samples => CorpusData.Samples(HalvesChecks.Apply);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Halves_agree_with_the_whole_and_leave_the_stack_empty(string function, int sample) =>
        HalvesChecks.AgreeWithTheWhole(CorpusIndex.Get(function), sample);
}
