using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Emit;

/// <summary>A method that has no derivatives for what is in its body keeps its members, so that the error there is the only one.</summary>
public class RefusedMethodTests
{
    [Theory]
    [InlineData("if (x > 9) goto inside; again: x -= 1; inside: if (x > 1) goto again; return x * w[0];")]
    [InlineData("try { return x; } catch (ArithmeticException) { return w[0]; }")]
    [InlineData("lock (w) { return x * w[0]; }")]
    public void Callers_are_warned_and_compile(string body)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Differentiable;
            [assembly: DefaultDerivatives(Derivatives.All)]
            public static partial class Model
            {
                [Differentiable]
                public static double F(double x, double[] w) { {{body}} }

                [Differentiable]
                public static double Caller(double x, double[] w) => F(x * x, w) * w[0];

                public static double Gradient() => FGradient(1, [2]).x + CallerGradient(1, [2]).x;
            }
            """);
        Assert.DoesNotContain(run.Problems, problem => problem.Severity == DiagnosticSeverity.Error);
        Diagnostic warning = Assert.Single(run.Problems, problem => problem.Id == "CS0618");
        Assert.Contains("'F' has no derivatives", warning.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_every_kind_are_kept()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Differentiable;
            [assembly: DefaultDerivatives(Derivatives.All)]
            public record struct P(double X, double Y);
            public static partial class Model
            {
                [Differentiable]
                public static (double A, P B) F(P p, ref double r, out P o, System.Span<double> s, double[,] m, double[][] j, in double q)
                {
                    o = p;
                    lock (m)
                        r = 2;
                    return (p.X, p);
                }

                [Differentiable]
                public static double[] G(double[] p) { goto a; a: return p; }

                [Differentiable]
                public static T H<T>(T x) where T : System.Numerics.INumber<T> => (T)(object)x;
            }
            """);
        Assert.Equal(3, run.Sources.Count);
        Assert.DoesNotContain(run.Problems, problem => problem.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void While_the_body_does_not_compile_the_members_are_there()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Differentiable;
            public static partial class Model
            {
                [Differentiable]
                public static double F(double x) => x * undefined;

                public static double Gradient() => FGradient(1);
            }
            """);
        Assert.Equal(["CS0103"], run.Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => problem.Id));
    }

    [Fact]
    public void A_signature_that_has_no_derivative_has_no_members() =>
        Assert.Empty(GeneratorRun.Of("using Differentiable; public static partial class Model { [Differentiable] public static double F(int n) => n; }").Sources);
}
