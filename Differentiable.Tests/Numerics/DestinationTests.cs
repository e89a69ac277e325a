using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>Where gradients may be written to.</summary>
public class DestinationTests
{
    public static TheoryData<string, string> Members => CorpusData.Engines(e => !e.Allocates, f => f.HasDestinations);

    [Theory]
    [MemberData(nameof(Members))]
    public void A_destination_of_the_wrong_shape_is_refused_by_name(string function, string engine) =>
        DestinationChecks.WrongShapeIsRefused(CorpusIndex.Get(function), ReverseEngines.Get(engine));

    [Theory]
    [MemberData(nameof(Members))]
    public void A_destination_on_an_input_is_refused_by_name(string function, string engine) =>
        DestinationChecks.OverlapWithAnInputIsRefused(CorpusIndex.Get(function), ReverseEngines.Get(engine));

    [Theory]
    [MemberData(nameof(Members))]
    public void Overlapping_destinations_are_refused_by_name(string function, string engine) =>
        DestinationChecks.OverlapOfDestinationsIsRefused(CorpusIndex.Get(function), ReverseEngines.Get(engine));
}
