using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Lowering;

/// <summary>While only bodies of other methods change, a method is not lowered again; whatever else could matter lowers it again.</summary>
public class MemoryTests
{
    private const string Method = "partial class D { [Differentiable] public static double F(double x, double[] a) => Other.Scale * x + Other.G(a) + Helper.Level; }";

    private const string Others = """
        partial class Other
        {
            public const int Scale = 2;
            [Differentiable] public static double G(double[] a) { return a[0]; }
        }
        static class Helper { public static double Level => 1; public static double Free() { return 2; } }
        """;

    [Theory]
    [InlineData("return 2;", "return 3 * 7;")]
    [InlineData("Level => 1", "Level => 5")]
    [InlineData("static class Helper", "/* more */ static class Helper")]
    public void An_edit_in_a_body_that_was_not_read_lowers_nothing_again(string text, string replacement)
    {
        (Function before, Function after) = Edit(Others.Replace("[Differentiable] ", ""), text, replacement, Method.Replace("Other.G(a)", "a[0]").Replace("Helper.Level", "1"));
        Assert.Same(before, after);
    }

    [Fact]
    public void A_constant_is_read_again() => AssertChanges("Scale = 2", "Scale = 3");

    [Fact]
    public void A_callee_that_starts_to_write_is_looked_at_again() => AssertChanges("return a[0];", "a[0] = 1; return 1;");

    /// <summary>A helper that derivatives go through, one that it calls, and one that is private to it.</summary>
    [Theory]
    [InlineData("Outer(x)", "Inner(x) + 1", "Inner(x) + x")]
    [InlineData("Outer(x)", "x * x", "x * x * x")]
    [InlineData("Outer(x) + Free(2)", "x * x", "x * x * x")]
    public void A_helper_is_looked_at_again(string value, string text, string replacement)
    {
        (Function before, Function after) = Edit(Helpers, text, replacement, $"partial class D {{ [Differentiable] public static double F(double x) => Other.{value.Replace("+ ", "+ Other.")}; }}");
        Assert.NotEqual(before, after);
    }

    /// <summary>It is looked into for what gives something else each time, and nothing else.</summary>
    [Theory]
    [InlineData("x + 8", true)]
    [InlineData("x + Random.Shared.NextDouble()", false)]
    public void A_helper_that_stays_a_call_changes_nothing_unless_it_starts_to_draw(string replacement, bool isSame)
    {
        (Function before, Function after) = Edit(Helpers, "x + 7", replacement, "partial class D { [Differentiable] public static double F(double x) => Other.Free(2) * x; }");
        Assert.Equal(isSame, before.Equals(after));
    }

    private const string Helpers = "class Other { public static double Outer(double x) => Inner(x) + 1; private static double Inner(double x) => x * x; public static double Free(double x) => x + 7; }";

    [Fact]
    public void A_better_overload_is_found() => AssertChanges("static class Helper", "partial class Other { [Differentiable] public static double G(Span<double> a, int n = 0) => 1; [Differentiable] public static double G(double[] a, int n = 1) { return n; } } static class Helper", "G(double[] a)", "G2(double[] a)");

    [Fact]
    public void A_property_that_becomes_a_constant_is_noticed() => AssertChanges("static double Level => 1", "const double Level = 1");

    [Fact]
    public void Options_are_noticed()
    {
        SyntaxTree tree = Compiler.Parse("partial class E { [Differentiable] public static double F(double x, int n) => x * checked(n + 1); }");
        CSharpCompilation compilation = Compiler.Compile(tree);
        Function before = Lower(compilation, tree), after = Lower(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)), tree);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void A_constructor_that_does_more_is_noticed()
    {
        (Function before, Function after) = Edit(
            "public struct Box { public double X { get; } public Box(double x) { X = x; } public static Box Make(double x) => new(x); }",
            "public Box(double x) { X = x; }", "public Box(double x) { X = 2 * x; }",
            "partial class D { [Differentiable] public static double F(double x, [NonDifferentiable] Box b) => b.X * x; }");
        Assert.NotSame(before, after);
    }

    private static void AssertChanges(params string[] replacements)
    {
        string edited = Others;
        for (int i = 0; i < replacements.Length; i += 2)
            edited = edited.Replace(replacements[i], replacements[i + 1]);
        (Function before, Function after) = Edit(Others, Others, edited, Method);
        Assert.NotEqual(before, after);
    }

    private static (Function Before, Function After) Edit(string others, string text, string replacement, string method)
    {
        SyntaxTree tree = Compiler.Parse(method, "D.cs"), other = Compiler.Parse(others, "Other.cs");
        CSharpCompilation compilation = Compiler.Compile(tree, other);
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(other, Compiler.Parse(others.Replace(text, replacement), "Other.cs"));
        Compiler.AssertCompiles(edited);
        Function before = Lower(compilation, tree);
        Function after = Lower(edited, tree);
        GC.KeepAlive(compilation);
        return (before, after);
    }

    private static Function Lower(Compilation compilation, SyntaxTree tree)
    {
        MethodDeclarationSyntax method = Compiler.Methods(tree).Single();
        SemanticModel model = compilation.GetSemanticModel(tree);
        return LoweringMemory.Lower(model.GetDeclaredSymbol(method)!, method, model, CancellationToken.None)!;
    }
}
