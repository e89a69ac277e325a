using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Gradients of programs as users write them are those that tapes and differences find.</summary>
public class ProgramTests
{
    private static readonly Dictionary<string, Comparison> s_lists = new()
    {
        ["Unrolled"] = new(Lists.Unrolled, Lists.UnrolledGradient),
        ["Mesh"] = new(Lists.Mesh, Lists.MeshGradient),
        ["MeshWrittenOut"] = new(Lists.MeshWrittenOut, Lists.MeshWrittenOutGradient),
        ["Reused"] = new(Lists.Reused, Lists.ReusedGradient),
        ["Given"] = new((w, b) => Lists.Given([w, w * b]), OfGiven),
        ["Spread"] = new(Lists.Spread, Lists.SpreadGradient),
        ["Halves"] = new(Lists.Halves, Lists.HalvesGradient),
        ["Lengths"] = new(Lists.Lengths, Lists.LengthsGradient),
        ["Heads"] = new(Lists.Heads, Lists.HeadsGradient),
        ["Greatest"] = new(Lists.Greatest, Lists.GreatestGradient),
        ["Determinants"] = new(Lists.Determinants, Lists.DeterminantsGradient),
        ["Factors"] = new(Decompositions.Factors, Decompositions.FactorsGradient),
        ["Triangles"] = new(Decompositions.Triangles, Decompositions.TrianglesGradient),
        ["Distributed"] = new(Decompositions.Distributed, Decompositions.DistributedGradient),
        ["Spectrum"] = new(Decompositions.Spectrum, Decompositions.SpectrumGradient),
        ["LowRank"] = new(Decompositions.LowRank, Decompositions.LowRankGradient),
        ["Fit"] = new(Decompositions.Fit, Decompositions.FitGradient),
        ["Grouped"] = new(Decompositions.Grouped, Decompositions.GroupedGradient),
        ["Surroundings"] = new(Decompositions.Surroundings, Decompositions.SurroundingsGradient),
        ["Bounded"] = new(Decompositions.Bounded, Decompositions.BoundedGradient),
        ["Rows"] = new(Lists.Rows, Lists.RowsGradient),
        ["Overwritten"] = new((w, b) => Lists.Overwritten([w, w * b, w], b), OfOverwritten),
        ["Overwriting"] = new(Lists.Overwriting, Lists.OverwritingGradient),
        ["OfSeveral"] = new(Lists.OfSeveral, Lists.OfSeveralGradient),
        ["Several"] = new((w, b) => Tensor.Concatenate<double>(Lists.Several(w, b)), (w, b) => Lists.SeveralVjp(w, b, [Ones(w), Ones(w), Ones(w)])),
        ["Jagged"] = new((w, b) => Lists.Jagged([[w], [w * b, b]]), OfJagged),
        ["Table"] = new((w, b) => Lists.Table(new[,] { { w, b }, { w * b, b } }), OfTable),
        ["Ring"] = new(Lists.Ring, Lists.RingGradient),
        ["Aliased"] = new(Lists.Aliased, Lists.AliasedGradient),
        ["OwnRule"] = new(Lists.OwnRule, Lists.OwnRuleGradient),
        ["Ranged"] = new(Mixtures.Ranged, Mixtures.RangedGradient),
        ["Triangle"] = new(Mixtures.Triangle, Mixtures.TriangleGradient),
        ["SplitAndJoined"] = new(Mixtures.SplitAndJoined, Mixtures.SplitAndJoinedGradient),
        ["SomeRows"] = new(Mixtures.SomeRows, Mixtures.SomeRowsGradient),
        ["Grid"] = new(Mixtures.Grid, Mixtures.GridGradient),
        ["Roots"] = new(Mixtures.Roots, Mixtures.RootsGradient),
    };

    private static readonly Dictionary<string, Comparison> s_programs = new()
    {
        ["Memory"] = new(Sequences.Memory, Sequences.MemoryGradient),
        ["Filter"] = new(Sequences.Filter, Sequences.FilterGradient),
        ["HiddenChain"] = new(Sequences.HiddenChain, Sequences.HiddenChainGradient),
        ["Beam"] = new(Sequences.Beam, Sequences.BeamGradient),
        ["DynamicProgram"] = new(Sequences.DynamicProgram, Sequences.DynamicProgramGradient),
        ["Tree"] = new(Sequences.Tree, Sequences.TreeGradient),
        ["OfAnyNumber"] = new(Sequences.OfAnyNumber, Sequences.OfAnyNumberGradient),
        ["MaskedAttention"] = new(Models.MaskedAttention, Models.MaskedAttentionGradient),
        ["Variational"] = new(Models.Variational, Models.VariationalGradient),
        ["Flow"] = new(Models.Flow, Models.FlowGradient),
        ["GaussianProcess"] = new(Models.GaussianProcess, Models.GaussianProcessGradient),
        ["Transport"] = new(Models.Transport, Models.TransportGradient),
        ["Messages"] = new(Models.Messages, Models.MessagesGradient),
        ["Image"] = new(Models.Image, Models.ImageGradient),
        ["Waves"] = new(Models.Waves, Models.WavesGradient),
        ["FixedPoint"] = new(Models.FixedPoint, Models.FixedPointGradient),
        ["Minimum"] = new(Models.Minimum, Models.MinimumGradient),
        ["RungeKutta"] = new(Models.RungeKutta, Models.RungeKuttaGradient),
        ["Activated"] = new(Models.Activated, Models.ActivatedGradient),
        ["Lambdas"] = new(Models.Lambdas, Models.LambdasGradient),
        ["References"] = new(Models.References, Models.ReferencesGradient),
    };

    private static readonly Dictionary<string, Comparison> s_collections = new()
    {
        ["States"] = new(Collections.States, Collections.StatesGradient),
        ["Rearranged"] = new(Collections.Rearranged, Collections.RearrangedGradient),
        ["Filled"] = new(Collections.Filled, Collections.FilledGradient),
        ["Dense"] = new(Collections.Dense, Collections.DenseGradient),
        ["Evaluated"] = new(Collections.Evaluated, Collections.EvaluatedGradient),
        ["Waiting"] = new(Collections.Waiting, Collections.WaitingGradient),
        ["Selected"] = new(Collections.Selected, Collections.SelectedGradient),
        ["Ordered"] = new(Collections.Ordered, Collections.OrderedGradient),
        ["Layered"] = new(Collections.Layered, Collections.LayeredGradient),
    };

    private static readonly Dictionary<string, Comparison> s_masks = new()
    {
        ["InLoop"] = new(Masks.InLoop, Masks.InLoopGradient),
        ["Called"] = new(Masks.Called, Masks.CalledGradient),
        ["Overwritten"] = new(Masks.Overwritten, Masks.OverwrittenGradient),
        ["Checkpointed"] = new(Masks.Checkpointed, Masks.CheckpointedGradient),
        ["ManyRows"] = new(Masks.ManyRows, Masks.ManyRowsGradient),
        ["ManyIndices"] = new(Masks.ManyIndices, Masks.ManyIndicesGradient),
    };

    private static readonly Dictionary<string, Comparison> s_ofNumbers = new()
    {
        ["Filled"] = new(OfNumbers.Filled, OfNumbers.FilledGradient),
        ["FromArrays"] = new(OfNumbers.FromArrays, OfNumbers.FromArraysGradient),
        ["Overwritten"] = new(OfNumbers.Overwritten, OfNumbers.OverwrittenGradient),
        ["Slopes"] = new(OfNumbers.Slopes, OfNumbers.SlopesGradient),
        ["Summed"] = new((w, b) => Collections.Summed(w, b), Collections.SummedGradient),
        ["TimeWarping"] = new(OfNumbers.TimeWarping, OfNumbers.TimeWarpingGradient),
    };

    public static TheoryData<string> ListNames => [.. s_lists.Keys];

    public static TheoryData<string> ProgramNames => [.. s_programs.Keys];

    public static TheoryData<string> CollectionNames => [.. s_collections.Keys];

    public static TheoryData<string> MaskNames => [.. s_masks.Keys];

    public static TheoryData<string> NumberNames => [.. s_ofNumbers.Keys];

    [Theory]
    [MemberData(nameof(ListNames))]
    public void Lists_of_tensors_are_followed(string name)
    {
        s_lists[name].WithTape();
        s_lists[name].WithDifferences();
    }

    [Theory]
    [MemberData(nameof(ProgramNames))]
    public void Programs_have_the_gradients_that_tapes_and_differences_find(string name)
    {
        s_programs[name].WithTape();
        s_programs[name].WithDifferences();
    }

    [Theory]
    [MemberData(nameof(CollectionNames))]
    public void Collections_of_tensors_are_followed(string name)
    {
        s_collections[name].WithTape();
        s_collections[name].WithDifferences();
    }

    [Theory]
    [MemberData(nameof(MaskNames))]
    public void Masks_and_indices_are_those_that_each_round_had(string name)
    {
        s_masks[name].WithTape();
        s_masks[name].WithDifferences();
    }

    [Fact]
    public void A_variable_that_other_code_assigns_is_what_it_was_when_it_was_read() =>
        Conformance.Expect.Equal(new[] { 20.0, -40 }, new Moving().ScaledGradient([1, -2]));

    /// <summary>Tapes do not follow numbers.</summary>
    [Theory]
    [MemberData(nameof(NumberNames))]
    public void Numbers_that_become_tensors_are_followed(string name) => s_ofNumbers[name].WithDifferences();

    /// <summary>Differences see through what is stopped.</summary>
    [Fact]
    public void What_is_stopped_has_no_gradient() => new Comparison(Models.Adversaries, Models.AdversariesGradient).WithTape();

    [Fact]
    public void A_cotangent_of_another_shape_in_a_list_is_refused() =>
        Assert.Contains("dresult[1]", Assert.Throws<ShapeMismatchException>(() => Lists.SeveralVjp(1.0, [1, 2], [Tensor.Ones<double>(2), 1.0, Tensor.Ones<double>(2)])).Message);

    private static Tensor<double> Ones(Tensor<double> like) => Tensor.Ones<double>(like.Shape);

    private static (Tensor<double> W, Tensor<double> B) OfGiven(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] rows = Lists.GivenGradient([w, w * b]);
        return (rows[0] + (rows[1] * b), Tensor.Sum(rows[1] * w, [0]));
    }

    private static (Tensor<double> W, Tensor<double> B) OfOverwritten(Tensor<double> w, Tensor<double> b)
    {
        (Tensor<double>[] a, Tensor<double> own) = Lists.OverwrittenGradient([w, w * b, w], b);
        return (a[0] + (a[1] * b) + a[2], own + Tensor.Sum(a[1] * w, [0]));
    }

    private static (Tensor<double> W, Tensor<double> B) OfJagged(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[][] a = Lists.JaggedGradient([[w], [w * b, b]]);
        return (a[0][0] + (a[1][0] * b), a[1][1] + Tensor.Sum(a[1][0] * w, [0]));
    }

    private static (Tensor<double> W, Tensor<double> B) OfTable(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[,] a = Lists.TableGradient(new[,] { { w, b }, { w * b, b } });
        return (a[0, 0] + (a[1, 0] * b), a[0, 1] + a[1, 1] + Tensor.Sum(a[1, 0] * w, [0]));
    }
}
