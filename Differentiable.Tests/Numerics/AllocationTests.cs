using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>Gradients into destinations leave the garbage collector alone.</summary>
public class AllocationTests
{
    public static TheoryData<string, string> Members => CorpusData.Engines(e => !e.Allocates, f => !f.MayAllocate);

    [Theory]
    [MemberData(nameof(Members))]
    public void A_call_in_the_steady_state_allocates_nothing(string function, string engine) =>
        AllocationChecks.AllocatesNothing(CorpusIndex.Get(function), 0, ReverseEngines.Get(engine));
}
