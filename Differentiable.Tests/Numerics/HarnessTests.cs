using System.Reflection;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;
using Xunit.Sdk;

namespace Differentiable.Tests.Numerics;

/// <summary>The harness accepts good members, and finds the fault in each bad one.</summary>
public class HarnessTests
{
    private static readonly CorpusFunction s_scale = Function(typeof(HandWritten), nameof(HandWritten.Scale));
    private static readonly CorpusFunction s_several = Function(typeof(HandWritten), nameof(HandWritten.Several));

    public static TheoryData<string> EngineNames => [.. ReverseEngines.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void Good_members_pass_every_check(string name)
    {
        ReverseEngine engine = ReverseEngines.Get(name);
        for (int sample = 0; sample < s_scale.SampleCount; sample++)
        {
            Checks.AgreesWithDifferences(s_scale, sample, engine);
            Checks.GivesAndLeavesWhatTheFunctionDoes(s_scale, sample, engine);
            Checks.IsRepeatable(s_scale, sample, engine);
        }
        SignatureChecks.FollowsTheContract(s_scale, engine);
    }

    [Fact]
    public void Forms_agree_and_destinations_are_checked()
    {
        ReverseEngine engine = ReverseEngines.Get("Gradient");
        Checks.FormsAgree(s_scale, 0);
        Checks.DependsOnItsInputs(s_scale);
        DestinationChecks.WrongShapeIsRefused(s_scale, engine);
        DestinationChecks.OverlapWithAnInputIsRefused(s_scale, engine);
        AllocationChecks.AllocatesNothing(s_scale, 0, engine);
    }

    [Fact]
    public void Several_outputs_pass()
    {
        VjpEngine engine = new();
        Checks.AgreesWithDifferences(s_several, 0, engine);
        Checks.GivesAndLeavesWhatTheFunctionDoes(s_several, 0, engine);
        SignatureChecks.FollowsTheContract(s_several, engine);
    }

    [Theory]
    [InlineData(nameof(BadlyWritten.WrongFactor), "Gradient")]
    [InlineData(nameof(BadlyWritten.Adds), "Gradient")]
    [InlineData(nameof(BadlyWritten.Overwrites), "Vjp")]
    public void Wrong_adjoints_are_found(string function, string engine) =>
        AssertFails(() => Checks.AgreesWithDifferences(Bad(function), 0, ReverseEngines.Get(engine)));

    [Theory]
    [InlineData(nameof(BadlyWritten.TouchesItsInput), "Gradient")]
    [InlineData(nameof(BadlyWritten.LastBit), "ValueAndGradient")]
    public void Wrong_values_are_found(string function, string engine) =>
        AssertFails(() => Checks.GivesAndLeavesWhatTheFunctionDoes(Bad(function), 0, ReverseEngines.Get(engine)));

    [Fact]
    public void State_is_found() =>
        AssertFails(() => Checks.IsRepeatable(Bad(nameof(BadlyWritten.Remembers)), 0, ReverseEngines.Get("Gradient")));

    [Fact]
    public void Allocation_is_found() =>
        AssertFails(() => AllocationChecks.AllocatesNothing(Bad(nameof(BadlyWritten.AllocatesAnArray)), 0, ReverseEngines.Get("Gradient")));

    [Fact]
    public void A_function_that_is_not_flat_is_found() =>
        AssertFails(() => Checks.DependsOnItsInputs(Bad(nameof(BadlyWritten.NotFlat))));

    [Fact]
    public void Unchecked_destinations_are_found()
    {
        ReverseEngine engine = ReverseEngines.Get("Gradient");
        CorpusFunction function = Bad(nameof(BadlyWritten.Adds));
        AssertFails(() => DestinationChecks.WrongShapeIsRefused(function, engine));
        AssertFails(() => DestinationChecks.OverlapWithAnInputIsRefused(function, engine));
    }

    [Fact]
    public void Other_names_are_found() =>
        AssertFails(() => SignatureChecks.FollowsTheContract(Bad(nameof(BadlyWritten.OtherNames)), ReverseEngines.Get("Gradient")));

    [Fact]
    public void A_missing_member_is_named()
    {
        Exception missing = Assert.Throws<MissingMethodException>(
            () => Checks.AgreesWithDifferences(Bad(nameof(BadlyWritten.Remembers)), 0, new VjpEngine()));
        Assert.Contains("Double RemembersVjp(Double x, Double dresult)", missing.Message, StringComparison.Ordinal);
    }

    private static void AssertFails(Action check) => Assert.IsAssignableFrom<XunitException>(Record.Exception(check));

    private static CorpusFunction Bad(string name) => Function(typeof(BadlyWritten), name);

    private static CorpusFunction Function(Type type, string name) =>
        new(type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!);
}
