using Differentiable.Generators;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Incremental;

/// <summary>What an edit makes the generator do again.</summary>
public class CachingTests
{
    private const string Model = """
        using Differentiable;

        namespace User;

        public static partial class Model
        {
            [Differentiable]
            public static double Caller(double x)
            {
                double inner = Callee(x);
                return inner * inner;
            }

            [Differentiable]
            public static double Callee(double x) => x * x;
        }
        """;

    private const string Unrelated = "namespace User; internal static class Unrelated { internal static int Number => 1; }";

    [Fact]
    public void The_same_compilation_reruns_nothing() => AssertCached(compilation => compilation);

    [Fact]
    public void A_comment_between_methods_reruns_nothing() =>
        AssertCached(Edited("    [Differentiable]\n    public static double Callee", "    // A comment.\n    [Differentiable]\n    public static double Callee"));

    [Fact]
    public void A_comment_in_a_body_reruns_nothing() =>
        AssertCached(Edited("return inner * inner;", "return inner * inner; // squared"));

    [Fact]
    public void Blanks_in_a_body_rerun_nothing() =>
        AssertCached(Edited("return inner * inner;", "\n\n        return inner * inner;"));

    [Fact]
    public void An_unrelated_edit_reruns_nothing() =>
        AssertCached(compilation => compilation.Replace(Unrelated, Unrelated.Replace("=> 1", "=> 2", StringComparison.Ordinal)));

    [Fact]
    public void A_new_file_reruns_nothing() =>
        AssertCached(compilation => compilation.Add("namespace User; internal sealed class New;"));

    [Fact]
    public void The_body_of_a_callee_does_not_rerun_its_caller()
    {
        GeneratorRun run = RunTwice(Edited("=> x * x;", "=> x * x * x;"));
        Assert.Equal(1, run.Reasons(DifferentiableGenerator.Steps.Derive).Count(Caching.IsCached));
        Assert.Equal(1, run.Reasons(DifferentiableGenerator.Steps.Derive).Count(r => r is IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void The_body_of_a_helper_reruns_those_whose_derivatives_go_through_it()
    {
        const string Users = "using Differentiable; static partial class Users { [Differentiable] public static double F(double x) => Helper.Of(x); [Differentiable] public static double G(double x) => Helper.Constant(2) * x; }";
        const string Helper = "static class Helper { public static double Of(double x) => Inner(x) + 1; private static double Inner(double x) => x * x; public static double Constant(double x) => x; }";
        CSharpCompilation compilation = Compilations.Of(Users, Helper);
        GeneratorRun run = new GeneratorRun().On(compilation);
        run.On(compilation.Replace(Helper, Helper.Replace("x * x", "x * x * x", StringComparison.Ordinal)));
        Assert.Equal(1, run.Reasons(DifferentiableGenerator.Steps.Derive).Count(Caching.IsCached));
        Assert.Equal(1, run.Reasons(DifferentiableGenerator.Steps.Derive).Count(r => r is IncrementalStepRunReason.Modified));
        run.On(compilation.Replace(Helper, Helper.Replace("+ 1", "+ 2", StringComparison.Ordinal)));
        Caching.AssertAllCached(run.On(compilation.Replace(Helper, Helper.Replace("+ 1", "/* two */ + 2", StringComparison.Ordinal))));
    }

    [Fact]
    public void Renaming_a_local_reruns_its_method()
    {
        GeneratorRun run = RunTwice(compilation => compilation.Replace(Model, Model.Replace("inner", "core", StringComparison.Ordinal)));
        Assert.Contains(run.Reasons(DifferentiableGenerator.Steps.Derive), reason => reason is IncrementalStepRunReason.Modified);
        Assert.Contains(run.Sources.Values, source => source.Contains("core", StringComparison.Ordinal));
    }

    [Fact]
    public void Renaming_a_method_replaces_its_file()
    {
        GeneratorRun run = RunTwice(compilation => compilation.Replace(Model, Model.Replace("Callee", "Helper", StringComparison.Ordinal)));
        Assert.DoesNotContain(run.Sources.Values, source => source.Contains("Callee", StringComparison.Ordinal));
    }

    [Fact]
    public void Removing_the_attribute_removes_the_file()
    {
        const string Marked = "[Differentiable]\n    public static double Caller";
        GeneratorRun run = RunTwice(Edited(Marked, "public static double Caller"));
        Assert.Single(run.Sources);
    }

    [Fact]
    public void The_emitted_text_is_the_same_in_each_run() =>
        Assert.Equal(GeneratorRun.Of(Model, Unrelated).Sources, GeneratorRun.Of(Model, Unrelated).Sources);

    [Fact]
    public void The_order_of_files_does_not_change_the_emitted_text() =>
        Assert.Equal(
            GeneratorRun.Of(Model, Unrelated).Sources.OrderBy(s => s.Key),
            GeneratorRun.Of(Unrelated, Model).Sources.OrderBy(s => s.Key));

    private static Func<CSharpCompilation, CSharpCompilation> Edited(string old, string replacement)
    {
        Assert.Contains(old, Model, StringComparison.Ordinal);
        return compilation => compilation.Replace(Model, Model.Replace(old, replacement, StringComparison.Ordinal));
    }

    private static GeneratorRun RunTwice(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation compilation = Compilations.Of(Model, Unrelated);
        GeneratorRun run = new GeneratorRun().On(compilation);
        Assert.Equal(2, run.Sources.Count);
        return run.On(edit(compilation));
    }

    private static void AssertCached(Func<CSharpCompilation, CSharpCompilation> edit) => Caching.AssertAllCached(RunTwice(edit));
}
