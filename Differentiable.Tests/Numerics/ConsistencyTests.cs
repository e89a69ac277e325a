using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>What all generated members of a function have in common, to the bit where they can.</summary>
public class ConsistencyTests
{
    public static TheoryData<string, int, string> Runs => CorpusData.Runs(_ => true);

    public static TheoryData<string, string> Members => CorpusData.Engines(_ => true);

    public static TheoryData<string, int> Samples => CorpusData.Samples(f => f.HasGradient);

    [Theory]
    [MemberData(nameof(Members))]
    public void Signatures_follow_the_contract(string function, string engine) =>
        SignatureChecks.FollowsTheContract(CorpusIndex.Get(function), ReverseEngines.Get(engine));

    [Theory]
    [MemberData(nameof(Runs))]
    public void Members_give_and_leave_what_the_function_does(string function, int sample, string engine) =>
        Checks.GivesAndLeavesWhatTheFunctionDoes(CorpusIndex.Get(function), sample, ReverseEngines.Get(engine));

    [Theory]
    [MemberData(nameof(Samples))]
    public void All_forms_of_the_gradient_agree(string function, int sample) =>
        Checks.FormsAgree(CorpusIndex.Get(function), sample);

    [Theory]
    [MemberData(nameof(Members))]
    public void A_second_call_and_another_thread_give_the_same_bits(string function, string engine) =>
        Checks.IsRepeatable(CorpusIndex.Get(function), 0, ReverseEngines.Get(engine));
}
