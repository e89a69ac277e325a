using Differentiable.Tensors;
using Differentiable.Tests.Conformance;
using Differentiable.Tests.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Gradients of methods over tensors, generated, against those that tapes find.</summary>
public class TensorProgramTests
{
    private static readonly Tensor<double> s_w = [[0.1, 0.2], [0.3, -0.4]];

    private static readonly Tensor<double> s_b = [0.5, -0.5];

    private static readonly Tensor<double> s_data = [[0.2, -0.1], [0.6, 0.4], [-0.3, 0.5]];

    private static readonly Dictionary<string, Program> s_programs = new()
    {
        ["Regression"] = new(Networks.Regression, Networks.RegressionValueAndGradient, Networks.RegressionVjp),
        ["Classification"] = new(Networks.Classification, Networks.ClassificationValueAndGradient, Networks.ClassificationVjp),
        ["Recurrent"] = new(Networks.Recurrent, Networks.RecurrentValueAndGradient, Networks.RecurrentVjp),
        ["Gated"] = new(Networks.Gated, Networks.GatedValueAndGradient, Networks.GatedVjp),
        ["Attention"] = new(Networks.Attention, Networks.AttentionValueAndGradient, Networks.AttentionVjp),
        ["Normalized"] = new(Networks.Normalized, Networks.NormalizedValueAndGradient, Networks.NormalizedVjp),
        ["Convolution"] = new(Networks.Convolution, Networks.ConvolutionValueAndGradient, Networks.ConvolutionVjp),
        ["Embedded"] = new(Networks.Embedded, Networks.EmbeddedValueAndGradient, Networks.EmbeddedVjp),
        ["Gaussian"] = new(Networks.Gaussian, Networks.GaussianValueAndGradient, Networks.GaussianVjp),
        ["OnlyOneOutput"] = new(Calls.OnlyOneOutput, Calls.OnlyOneOutputValueAndGradient, Calls.OnlyOneOutputVjp),
        ["Listed"] = new(Calls.Listed, Calls.ListedValueAndGradient, Calls.ListedVjp),
        ["Copied"] = new(Calls.Copied, Calls.CopiedValueAndGradient, Calls.CopiedVjp),
        ["Generic"] = new(Inputs.Generic, Inputs.GenericValueAndGradient, Inputs.GenericVjp),
        ["WithDefault"] = new((w, b) => Inputs.WithDefault(w, b), Inputs.WithDefaultValueAndGradient, Inputs.WithDefaultVjp),
    };

    private static readonly Dictionary<string, Counted> s_counted = new()
    {
        ["Branches"] = new(Constructs.Branches, Constructs.BranchesValueAndGradient, Constructs.BranchesVjp),
        ["Steps"] = new(Constructs.Steps, Constructs.StepsValueAndGradient, Constructs.StepsVjp),
        ["Until"] = new(Constructs.Until, Constructs.UntilValueAndGradient, Constructs.UntilVjp),
        ["Sliced"] = new((w, b, n) => Constructs.Sliced(w, b, n % 2), (w, b, n) => Constructs.SlicedValueAndGradient(w, b, n % 2), (w, b, n, dy) => Constructs.SlicedVjp(w, b, n % 2, dy)),
        ["Calls"] = new(Constructs.Calls, Constructs.CallsValueAndGradient, Constructs.CallsVjp),
        ["Unused"] = new(Constructs.Unused, Constructs.UnusedValueAndGradient, Constructs.UnusedVjp),
        ["Literals"] = new(Constructs.Literals, Constructs.LiteralsValueAndGradient, Constructs.LiteralsVjp),
        ["Remainders"] = new(Constructs.Remainders, Constructs.RemaindersValueAndGradient, Constructs.RemaindersVjp),
        ["Picked"] = new(Constructs.Picked, Constructs.PickedValueAndGradient, Constructs.PickedVjp),
        ["Defaults"] = new(Constructs.Defaults, Constructs.DefaultsValueAndGradient, Constructs.DefaultsVjp),
        ["Optional"] = new(Constructs.Optional, Constructs.OptionalValueAndGradient, Constructs.OptionalVjp),
        ["InArrays"] = new(Constructs.InArrays, Constructs.InArraysValueAndGradient, Constructs.InArraysVjp),
        ["Deep"] = new(Calls.Deep, Calls.DeepValueAndGradient, Calls.DeepVjp),
        ["Recursive"] = new(Constructs.Recursive, Constructs.RecursiveValueAndGradient, Constructs.RecursiveVjp),
        ["LocalFunctions"] = new(Constructs.LocalFunctions, Constructs.LocalFunctionsValueAndGradient, Constructs.LocalFunctionsVjp),
        ["Checkpointed"] = new(Constructs.Checkpointed, Constructs.CheckpointedValueAndGradient, Constructs.CheckpointedVjp),
        ["RunAgain"] = new(Constructs.RunAgain, Constructs.RunAgainValueAndGradient, Constructs.RunAgainVjp),
        ["Constants"] = new(Constructs.Constants, Constructs.ConstantsValueAndGradient, Constructs.ConstantsVjp),
        ["Numbers"] = new(Constructs.Numbers, Constructs.NumbersValueAndGradient, Constructs.NumbersVjp),
        ["Reductions"] = new(Constructs.Reductions, Constructs.ReductionsValueAndGradient, Constructs.ReductionsVjp),
        ["Switched"] = new(Constructs.Switched, Constructs.SwitchedValueAndGradient, Constructs.SwitchedVjp),
    };

    public static TheoryData<string> Programs => [.. s_programs.Keys];

    public static TheoryData<string, int> CountedPrograms
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (string name in s_counted.Keys)
            {
                foreach (int count in new[] { 0, 1, 3, 7 })
                    data.Add(name, count);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_generated_gradient_is_the_one_that_a_tape_finds(string name) => Compare(s_programs[name]);

    [Theory]
    [MemberData(nameof(CountedPrograms))]
    public void So_it_is_whatever_way_the_program_goes(string name, int count) => Compare(s_counted[name].With(count));

    /// <summary>The gradient that was generated consists of operations, which a tape differentiates again.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void A_tape_differentiates_what_was_generated(string name)
    {
        Program program = s_programs[name];
        Tensor<double> direction = [[0.3, -0.7], [0.2, 0.9]];
        Tensor<double> expected = Gradient.Hvp<double>(w => Tensor.Sum(program.Function(w, s_b)), s_w, direction);
        Tensor<double> found = Gradients.Of(w => Tensor.Sum(program.ValueAndGradient(w, s_b).Item2 * direction), s_w) ?? Tensor.Zeros<double>(s_w.Shape);
        Expect.Equal(expected, found);
    }

    [Fact]
    public void A_cotangent_of_another_shape_is_refused() =>
        Assert.Throws<ShapeMismatchException>(() => Networks.RegressionVjp(s_w, s_b, [1, 2, 3]));

    [Fact]
    public void Arrays_of_tensors_have_arrays_of_gradients()
    {
        Compare(new(
            (w, b) => Inputs.Arrays([w, w * 2], b),
            (w, b) => Inputs.ArraysValueAndGradient([w, w * 2], b) is var (value, dw, db) ? (value, dw[0] + (dw[1] * 2), db) : default,
            (w, b, dy) =>
            {
                Tensor<double>[] dw = new Tensor<double>[2];
                Tensor<double> db = Inputs.ArraysVjp([w, w * 2], b, dy, dw);
                return (dw[0] + (dw[1] * 2), db);
            }));
        Expect.Equal([0, 0], Inputs.FirstGradient([s_w, s_b])[1]);
    }

    [Fact]
    public void Structs_of_tensors_have_structs_of_gradients()
    {
        Compare(new(
            (w, b) => Inputs.Layers([new(w, b), new(w * 2, b * 3)], s_data),
            (w, b) =>
            {
                Layer[] layers = [new(w, b), new(w * 2, b * 3)], d = Inputs.LayersGradient(layers, s_data);
                return (Inputs.Layers(layers, s_data), d[0].Weights + (d[1].Weights * 2), d[0].Biases + (d[1].Biases * 3));
            },
            null));
        Compare(new(
            (w, b) => Inputs.TwoLayers(new(w, b), new(w, b), s_data),
            (w, b) =>
            {
                (Tensor<double> value, Layer first, Layer second) = Inputs.TwoLayersValueAndGradient(new(w, b), new(w, b), s_data);
                return (value, first.Weights + second.Weights, first.Biases + second.Biases);
            },
            null));
    }

    [Fact]
    public void Variables_are_read_once_and_have_gradients()
    {
        Variable<double> w = new(s_w);
        (Tensor<double> dw, Tensor<double> db) = Inputs.OfVariableGradient(w, s_b);
        Expect.Equal([[0.5, -0.5], [0.5, -0.5]], dw);
        Expect.Equal([0.4 - 2, -0.2 + 2], db);
    }

    [Fact]
    public void Members_of_objects_are_inputs()
    {
        Dense dense = new();
        GradientTape tape = new();
        tape.Watch(dense.Bias);
        Tensor<double> loss;
        using (tape.Record())
            loss = dense.Loss(s_w);
        (Tensor<double>? kernel, Tensor<double>? bias) = tape.Gradient(loss, (dense.Kernel, dense.Bias));
        (Tensor<double> dBias, Tensor<double> dKernel) = dense.LossGradient(s_w);
        Expect.Equal(kernel!, dKernel);
        Expect.Equal(bias!, dBias);
    }

    [Fact]
    public void Several_results_have_a_cotangent_each() => Compare(new(
        (w, b) => Inputs.Two(w, b) is var (loss, norm) ? (loss * 2) + (norm * 3) : 0.0,
        (w, b) =>
        {
            (Tensor<double> loss, Tensor<double> norm) = Inputs.Two(w, b);
            (Tensor<double> dw, Tensor<double> db) = Inputs.TwoVjp(w, b, (2.0, 3.0));
            return ((loss * 2) + (norm * 3), dw, db);
        },
        null));

    [Fact]
    public void References_have_cotangents_that_become_adjoints()
    {
        Tensor<double> dw = Tensor.Ones<double>(s_w.Shape);
        Tensor<double> w = s_w;
        Tensor<double> db = Inputs.ChangedVjp(w, s_b, 2.0, ref dw);
        Expect.Equal(3 * Tensor.BroadcastTo(s_b, s_w.Shape), dw);
        Expect.Equal(3 * Tensor.Sum(s_w, [0]), db);
    }

    [Fact]
    public void Numbers_become_tensors_and_tensors_numbers()
    {
        (Tensor<double> dw, Tensor<double> db) = Inputs.NumberGradient(s_w, s_b);
        double norm = 0.3;
        Expect.Equal(s_w / Math.Sqrt(norm), dw);
        Expect.Equal([norm, norm], db);
        (double da, double dOffset) = Inputs.OfNumbersGradient(0.3, 0.2);
        Assert.Equal((Inputs.OfNumbers(0.3 + 1e-6, 0.2) - Inputs.OfNumbers(0.3 - 1e-6, 0.2)) / 2e-6, da, 1e-8);
        Assert.Equal(1.5, dOffset, 1e-14);
    }

    /// <summary>Tapes do not follow numbers; differences do.</summary>
    [Fact]
    public void Numbers_are_elements_of_tensors()
    {
        (Tensor<double> dw, Tensor<double> db) = Calls.MadeOfNumbersGradient(s_w, s_b);
        Tensor<double> direction = [[0.3, -0.7], [0.2, 0.9]];
        double difference = Tensor.Sum(Calls.MadeOfNumbers(s_w + (direction * 1e-5), s_b) - Calls.MadeOfNumbers(s_w - (direction * 1e-5), s_b)).ToScalar() / 2e-5;
        Assert.Equal(difference, Tensor.Sum(dw * direction).ToScalar(), 1e-8);
        Tensor<double> along = [0.4, 0.1];
        difference = Tensor.Sum(Calls.MadeOfNumbers(s_w, s_b + (along * 1e-5)) - Calls.MadeOfNumbers(s_w, s_b - (along * 1e-5))).ToScalar() / 2e-5;
        Assert.Equal(difference, Tensor.Sum(db * along).ToScalar(), 1e-8);
    }

    [Fact]
    public void What_is_missing_or_a_variable_is_told_apart()
    {
        Expect.Equal(Tensor.BroadcastTo(s_b, s_w.Shape), Calls.ReadGradient(new Variable<double>(s_w), s_b).w);
        Expect.Equal(Tensor.Ones<double>(s_w.Shape), Calls.ReadGradient(new Variable<double>(s_w), null).w);
    }

    [Fact]
    public void Elements_may_change_their_type()
    {
        (Tensor<double> dw, Tensor<double> db) = Inputs.NarrowedGradient(s_w, s_b);
        Expect.Equal([[0.5, -0.5], [0.5, -0.5]], dw);
        Expect.Equal([0.4, -0.2], db);
    }

    private static void Compare(Program program)
    {
        Tensor<double> value = program.Function(s_w, s_b);
        (Tensor<double> generated, Tensor<double> dw, Tensor<double> db) = program.ValueAndGradient(s_w, s_b);
        Expect.Equal(value, generated);
        RequireGradient(program, Tensor.Ones<double>(value.Shape), dw, db);
        Tensor<double> cotangent = Tensor.RandomNormal<double>(value.Shape, new Random(1));
        if (program.Pullback is { } pullback)
        {
            (dw, db) = pullback(s_w, s_b, cotangent);
            RequireGradient(program, cotangent, dw, db);
        }
    }

    private static void RequireGradient(Program program, Tensor<double> cotangent, Tensor<double> dw, Tensor<double> db)
    {
        GradientTape tape = new();
        tape.Watch(s_w, s_b);
        Tensor<double> weighted;
        using (tape.Record())
            weighted = Tensor.Sum(program.Function(s_w, s_b) * cotangent);
        (Tensor<double>? w, Tensor<double>? b) = tape.Gradient(weighted, (s_w, s_b), unconnectedGradients: UnconnectedGradients.Zero);
        Expect.Equal(w!, dw);
        Expect.Equal(b!, db);
    }

    private sealed record Program(
        Func<Tensor<double>, Tensor<double>, Tensor<double>> Function,
        Func<Tensor<double>, Tensor<double>, (Tensor<double>, Tensor<double>, Tensor<double>)> ValueAndGradient,
        Func<Tensor<double>, Tensor<double>, Tensor<double>, (Tensor<double>, Tensor<double>)>? Pullback);

    private sealed record Counted(
        Func<Tensor<double>, Tensor<double>, int, Tensor<double>> Function,
        Func<Tensor<double>, Tensor<double>, int, (Tensor<double>, Tensor<double>, Tensor<double>)> ValueAndGradient,
        Func<Tensor<double>, Tensor<double>, int, Tensor<double>, (Tensor<double>, Tensor<double>)> Pullback)
    {
        public Program With(int count) => new((w, b) => Function(w, b, count), (w, b) => ValueAndGradient(w, b, count), (w, b, dy) => Pullback(w, b, count, dy));
    }
}
