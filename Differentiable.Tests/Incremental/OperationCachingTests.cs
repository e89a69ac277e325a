using Differentiable.Generators;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Incremental;

/// <summary>What an edit makes the generator do again where calls are redirected.</summary>
public class OperationCachingTests
{
    private const string File = "Differentiable.Interceptors.g.cs";

    private const string Model = """
        using Differentiable;
        using Differentiable.Tensors;

        namespace User;

        public static partial class Model
        {
            [Differentiable(Derivatives.Operation)]
            public static Tensor<double> Loss(Tensor<double> w) => Tensor.Sum(Tensor.Exp(w));
        }
        """;

    private const string Caller = """
        using Differentiable.Tensors;

        namespace User;

        public static class Caller
        {
            public static Tensor<double> Twice(Tensor<double> w) => Tensor.Add(Model.Loss(w), Model.Loss(w));
        }
        """;

    private const string Unrelated = "namespace User; internal static class Unrelated { internal static int Number => Loss(1); private static int Loss(int x) => x; }";

    [Fact]
    public void Calls_are_redirected_and_compile()
    {
        GeneratorRun run = GeneratorRun.Of(Model, Caller, Unrelated);
        Assert.Empty(run.Problems);
        string file = run.Sources[File];
        Assert.Equal(2, Occurrences(file, "InterceptsLocationAttribute(1"));
        Assert.Equal(1, Occurrences(file, "=> global::User.Model.LossOperation(w);"));
        Assert.Contains("[assembly: global::Differentiable.Runtime.OperationMethods(\"Loss\")]", file, StringComparison.Ordinal);
        run.Emit().Dispose();
    }

    [Fact]
    public void The_same_compilation_reruns_nothing() => AssertCached(compilation => compilation);

    [Fact]
    public void An_unrelated_edit_reruns_nothing() => AssertCached(compilation => compilation.Replace(Unrelated, Unrelated.Replace("Loss(1)", "Loss(2)", StringComparison.Ordinal)));

    [Fact]
    public void A_new_file_reruns_nothing() => AssertCached(compilation => compilation.Add("namespace User; internal sealed class New;"));

    [Fact]
    public void A_comment_in_the_method_reruns_nothing() => AssertCached(compilation => compilation.Replace(Model, Model.Replace("Tensor.Sum(", "/* the sum */ Tensor.Sum(", StringComparison.Ordinal)));

    [Fact]
    public void A_new_call_is_redirected()
    {
        CSharpCompilation compilation = Compilations.Of(Model, Caller);
        GeneratorRun run = new GeneratorRun().On(compilation).On(compilation.Replace(Caller, Caller.Replace("Tensor.Add(", "Tensor.Add(Model.Loss(w) is var x ? x : ", StringComparison.Ordinal)));
        Assert.All(run.Reasons(DifferentiableGenerator.Steps.Derive), reason => Assert.True(Caching.IsCached(reason)));
        Assert.Equal(3, Occurrences(run.Sources[File], "InterceptsLocationAttribute(1"));
    }

    [Fact]
    public void Without_operations_there_is_nothing() =>
        Assert.DoesNotContain(File, GeneratorRun.Of(Model.Replace("(Derivatives.Operation)", "", StringComparison.Ordinal), Caller).Sources.Keys);

    [Fact]
    public void Methods_that_cannot_be_seen_stay_as_they_are()
    {
        string own = Model.Replace("public static Tensor<double> Loss", "public static Tensor<double> Other(Tensor<double> w) => Loss(w); [Differentiable(Derivatives.Operation)] private static Tensor<double> Loss", StringComparison.Ordinal)
            .Replace("[Differentiable(Derivatives.Operation)]\n    public", "public", StringComparison.Ordinal);
        GeneratorRun run = GeneratorRun.Of(own);
        Assert.Empty(run.Problems);
        Assert.DoesNotContain("InterceptsLocation", run.Sources[File], StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_of_methods_in_another_assembly_are_redirected()
    {
        using MemoryStream library = GeneratorRun.Of(Model).Emit();
        CSharpCompilation application = Compilations.Of(Caller).WithAssemblyName("Application").AddReferences(MetadataReference.CreateFromStream(library));
        GeneratorRun run = new GeneratorRun().On(application);
        Assert.Empty(run.Problems);
        Assert.Equal(2, Occurrences(run.Sources[File], "InterceptsLocationAttribute(1"));
        Assert.DoesNotContain("OperationMethods", run.Sources[File], StringComparison.Ordinal);
        Caching.AssertAllCached(run.On(application.Add("namespace User; internal sealed class New;")));
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static void AssertCached(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation compilation = Compilations.Of(Model, Caller, Unrelated);
        Caching.AssertAllCached(new GeneratorRun().On(compilation).On(edit(compilation)));
    }
}
