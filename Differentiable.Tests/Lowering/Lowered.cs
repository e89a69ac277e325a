using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Lowering;

/// <summary>A piece of source, lowered, to be compared.</summary>
internal sealed class Lowered(Function function)
{
    private const string Surroundings = """
        public static partial class C
        {
            private static readonly double[] s_table = [1, 2];
            private static double s_level;

            [Differentiable] public static double Half(double x) => x / 2;
            [Differentiable] public static double Bump(ref double x) { x += 1; return x; }
            [Differentiable] public static double Scale(double x, double by = 2, int times = 1) => x * by * times;
            [Differentiable] public static void Split(double x, out double low, out double high) { low = x / 3; high = x - low; }
            [Differentiable] public static (double, double) Pair(double x) => (x, x * x);
            [Differentiable] public static double Dot(ReadOnlySpan<double> a, Span<double> b) => a[0] * b[0];
        }
        """;

    public Function Function { get; } = function;

    /// <summary>The body of a method with parameters of several kinds, in a class with some other members.</summary>
    public static Lowered Body(string body) => Source($$"""
        public static partial class C
        {
            [Differentiable]
            public static double F(double x, double[] a, int n, string name, DayOfWeek day)
            {
                {{body}}
            }
        }
        """);

    /// <summary>The first differentiable method of the source.</summary>
    public static Lowered Source(string source) => new(Result(source).Function!);

    public static LoweringResult Result(string source, string? method = null)
    {
        SyntaxTree tree = Compiler.Parse(source);
        CSharpCompilation compilation = Compiler.Compile(tree, Compiler.Parse(Surroundings, "Surroundings.cs"));
        Compiler.AssertCompiles(compilation);
        LoweringResult result = Compiler.Lower(compilation, tree, method);
        Assert.Empty(result.Diagnostics);
        return result;
    }

    public void Is(string expected) => Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", LoweredText.Of(Function));
}
