using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Contract;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>What must hold for each function and engine. Plain methods, so that the harness itself can be tested with them.</summary>
internal static class Checks
{
    /// <summary>The adjoints agree with differences of the function.</summary>
    public static void AgreesWithDifferences(CorpusFunction function, int sample, ReverseEngine engine)
    {
        Prepared run = new(function, sample, engine);
        Estimate[] expected = Reference.Adjoints(function, run.Arguments, run.Cotangents);
        double[] actual = run.Call.Run().Adjoints(function);
        double margin = function.Tolerance * Scale(expected, run.Primal, run.Cotangents);
        Agreement.Within([.. expected.Select(e => e.Value)], actual, margin, $"{function} #{sample} by {engine}");
    }

    /// <summary>Differences find the function's derivative with the accuracy that they are trusted with.</summary>
    public static void IsSmooth(CorpusFunction function, int sample)
    {
        (Estimate[] adjoints, double scale) = Derivative(function, sample);
        Assert.All(adjoints, a => Assert.InRange(a.Error, 0, function.Tolerance * scale));
    }

    /// <summary>The function's derivative is not zero in all samples, unless it is meant to be.</summary>
    public static void DependsOnItsInputs(CorpusFunction function)
    {
        IEnumerable<Estimate> adjoints = Enumerable.Range(0, function.SampleCount).SelectMany(s => Derivative(function, s).Adjoints);
        Assert.Equal(function.IsFlat, adjoints.All(a => Math.Abs(a.Value) < function.Tolerance));
    }

    /// <summary>The value is the function's to the bit, and so is what is left in the arguments.</summary>
    public static void GivesAndLeavesWhatTheFunctionDoes(CorpusFunction function, int sample, ReverseEngine engine)
    {
        Prepared run = new(function, sample, engine);
        MemberCall call = run.Call.Run();
        if (function.RoundsDifferently)
        {
            if (call.Member.Shape.Results.Any(r => r.Source is null))
                Agreement.Close([.. Reals.Of(run.Primal.Result)], [.. Reals.Of(call.Result(null))], 1e-5, $"{function} by {engine}");
            return;
        }
        if (call.Member.Shape.Results.Any(r => r.Source is null))
            Assert.Equal(Bits.Of(run.Primal.Result), Bits.Of(call.Result(null)));

        object?[] after = call.InputsAfter(function);
        foreach (CorpusParameter storage in function.Parameters.Where(p => p.IsStorage))
        {
            // What the function takes by reference, the member takes by value.
            Func<object?, IEnumerable<object>> left = storage.IsRef ? Bits.OfArrays : Bits.Of;
            bool isSame = left(run.Primal.Arguments[storage.Position]).SequenceEqual(left(after[storage.Position]));
            Assert.True(isSame, $"{function} by {engine} does not leave in {storage.Name} what the function leaves");
        }
    }

    /// <summary>A second call, and calls on two threads, give the same bits.</summary>
    public static void IsRepeatable(CorpusFunction function, int sample, ReverseEngine engine)
    {
        object[] first = Outcome(function, sample, engine);
        Assert.Equal(first, Outcome(function, sample, engine));
        object[][] parallel = new object[2][];
        Parallel.For(0, parallel.Length, i => parallel[i] = Outcome(function, sample, engine));
        Assert.All(parallel, outcome => Assert.Equal(first, outcome));
    }

    /// <summary>All forms of the gradient agree. One without the value may order its operations differently.</summary>
    public static void FormsAgree(CorpusFunction function, int sample)
    {
        (string Name, double[] Adjoints)[] forms = [.. ReverseEngines.For(function)
            .Where(e => e is GradientEngine)
            .Select(e => (e.Name, new Prepared(function, sample, e).Call.Run().Adjoints(function)))];
        foreach ((string name, double[] adjoints) in forms)
            Agreement.Close(forms[0].Adjoints, adjoints, function.Precision.Rounding(), $"{function} #{sample} by {name}");
    }

    private static (Estimate[] Adjoints, double Scale) Derivative(CorpusFunction function, int sample)
    {
        object?[] arguments = function.Sample(sample);
        Primal primal = function.Run(arguments);
        double[] cotangents = new VjpEngine().Cotangents(primal, new Random(sample));
        Estimate[] adjoints = Reference.Adjoints(function, arguments, cotangents);
        return (adjoints, Scale(adjoints, primal, cotangents));
    }

    /// <summary>The largest adjoint, or a thousandth of the outputs where that is more: the rounding of differences is proportional to them.</summary>
    private static double Scale(Estimate[] adjoints, Primal primal, double[] cotangents)
    {
        double magnitude = primal.Outputs.Zip(cotangents, (y, w) => w == 0 ? 0 : Math.Abs(w * y)).Sum();
        return adjoints.Select(a => Math.Abs(a.Value)).Append(1e-3 * magnitude).Max();
    }

    private static object[] Outcome(CorpusFunction function, int sample, ReverseEngine engine)
    {
        MemberCall call = new Prepared(function, sample, engine).Call.Run();
        return [.. call.Adjoints(function).SelectMany(a => Bits.Of(a)), .. call.InputsAfter(function).SelectMany(Bits.Of)];
    }
}
