using Differentiable.Generators;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Incremental;

/// <summary>What an edit of a rule, or of a method that has one, makes the generator do again.</summary>
public class RuleCachingTests
{
    private const string Model = """
        using System;
        using Differentiable;
        namespace User;
        public static partial class Model
        {
            [Differentiable] public static double Caller(double x) => Library.Known(x) * x;
            [Differentiable] public static double Other(double x) => x * x;
        }
        """;

    private const string Rules = """
        using System;
        using Differentiable;
        namespace User;
        public static class Library { public static double Known(double x) { return Math.Sqrt(x); } }
        public static class Rules
        {
            [DerivativeOf(typeof(Library), nameof(Library.Known))]
            public static double KnownPullback(double x, double dresult) { return dresult * 0.5 / Math.Sqrt(x); }
        }
        """;

    [Theory]
    [InlineData("dresult * 0.5 / Math.Sqrt(x)", "0.5 * dresult / Math.Sqrt(x)")]
    [InlineData("return Math.Sqrt(x);", "return Math.Exp(0.5 * Math.Log(x));")]
    public void Bodies_rerun_nothing(string old, string replacement) => Caching.AssertAllCached(RunTwice(old, replacement));

    [Theory]
    [InlineData("KnownPullback(double x, double dresult) { return dresult * 0.5 / Math.Sqrt(x); }", "KnownPullback(double dresult, double result) { return dresult * 0.5 / result; }", "result")]
    [InlineData("KnownPullback", "Renamed", "Renamed")]
    public void A_signature_reruns_the_methods_that_use_the_rule(string old, string replacement, string expected)
    {
        GeneratorRun run = RunTwice(old, replacement);
        Assert.Equal(1, run.Reasons(DifferentiableGenerator.Steps.Derive).Count(reason => reason is IncrementalStepRunReason.Modified));
        Assert.Contains(run.Sources.Values, source => source.Contains(expected, StringComparison.Ordinal));
    }

    /// <summary>What is left is the derivative of the method's code.</summary>
    [Fact]
    public void A_rule_that_goes_takes_its_derivative_along()
    {
        GeneratorRun run = RunTwice("[DerivativeOf(typeof(Library), nameof(Library.Known))]", "");
        string source = run.Sources["User.Model.Caller.g.cs"];
        Assert.DoesNotContain("KnownPullback", source, StringComparison.Ordinal);
        Assert.Contains("Math.Sqrt(x)", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_goes_takes_the_derivative_of_other_code_along()
    {
        const string Code = "public static double Known(double x) { return Math.Sqrt(x); }";
        const string Extern = "[System.Runtime.InteropServices.DllImport(\"m\")] public static extern double Known(double x);";
        string rules = Rules.Replace(Code, Extern, StringComparison.Ordinal);
        CSharpCompilation compilation = Compilations.Of(Model, rules);
        GeneratorRun run = new GeneratorRun().On(compilation);
        run.On(compilation.Replace(rules, rules.Replace("[DerivativeOf(typeof(Library), nameof(Library.Known))]", "", StringComparison.Ordinal)));
        Assert.Contains("[global::System.Obsolete(", run.Sources["User.Model.Caller.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_project_comes_before_that_of_a_reference()
    {
        CSharpCompilation library = Compilations.Of(Rules).WithAssemblyName("Library");
        MetadataReference reference = library.ToMetadataReference();
        const string Own = "using Differentiable; namespace User; public static class Own { [DerivativeOf(typeof(Library), nameof(Library.Known))] public static double Mine(double dresult) => dresult; }";
        GeneratorRun foreign = new GeneratorRun().On(Compilations.Of(Model).AddReferences(reference));
        GeneratorRun own = new GeneratorRun().On(Compilations.Of(Model, Own).AddReferences(reference));
        Assert.Contains(foreign.Sources.Values, source => source.Contains("Rules.KnownPullback(", StringComparison.Ordinal));
        Assert.Contains(own.Sources.Values, source => source.Contains("Own.Mine(", StringComparison.Ordinal));
        Assert.DoesNotContain(own.Sources.Values, source => source.Contains("KnownPullback", StringComparison.Ordinal));
    }

    private static GeneratorRun RunTwice(string old, string replacement)
    {
        CSharpCompilation compilation = Compilations.Of(Model, Rules);
        GeneratorRun run = new GeneratorRun().On(compilation);
        Assert.Equal(2, run.Sources.Count);
        string edited = Rules.Replace(old, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Rules, edited);
        return run.On(compilation.Replace(Rules, edited));
    }
}
