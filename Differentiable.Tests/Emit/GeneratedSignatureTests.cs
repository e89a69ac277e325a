using Differentiable.Tests.Snapshots;
using Differentiable.Tests.Testing.Generation;

namespace Differentiable.Tests.Emit;

/// <summary>What generated members ask of their callers, and that the emitted code compiles without a warning.</summary>
public class GeneratedSignatureTests
{
    [Fact]
    public void A_generated_parameter_keeps_away_from_the_users_names()
    {
        string text = OnOneLine("[Differentiable] internal static double F(ReadOnlySpan<double> y, Span<double> dy, double dresult) => dy[0] = y[0] * dresult;");
        Assert.Contains("FGradient(ReadOnlySpan<double> y, Span<double> dy, double dresult, Span<double> dy2, Span<double> ddy)", text);
        Assert.Contains("Destination.RequireLength<double>(dy2, y.Length, nameof(dy2));", text);
        Assert.Contains("(double[] y, double[] dy, double dresult) FGradient(", text);
        Assert.Contains("double dresult2, Span<double> dy2, Span<double> ddy", text);
    }

    [Fact]
    public void A_component_of_a_result_has_a_name_that_tuples_allow()
    {
        string text = OnOneLine("[Differentiable] internal static double F(double Item2, double Rest, double value) => Item2 * Rest * value;");
        Assert.Contains("(double Item2_2, double Rest2, double value) FGradient(double Item2, double Rest, double value)", text);
        Assert.Contains("(double value2, double, double Rest2, double value) FValueAndGradient(", text);
    }

    [Fact]
    public void Allocating_overloads_keep_defaults_and_params()
    {
        string text = OnOneLine("[Differentiable] internal static double F(double x, int n = 1, params double[] rest) => x * n * rest[0];");
        Assert.Contains("(double x, double[] rest) FGradient(double x, int n = 1, params double[] rest)", text);
        Assert.Contains("double FGradient(double x, int n, double[] rest, Span<double> drest)", text);
    }

    [Fact]
    public void Spans_may_be_params_as_well()
    {
        string text = OnOneLine("[Differentiable] internal static double F(params ReadOnlySpan<double> x) => x[0];");
        Assert.Contains("double[] FGradient(params ReadOnlySpan<double> x)", text);
    }

    [Fact]
    public void Annotations_of_nullable_references_stay()
    {
        string text = OnOneLine("""
            [Differentiable] internal static double F(double x, string? s, List<string?> names, double[]? a) =>
                s == null && names.Count == 0 && a != null ? x * a[0] : x;

            internal static double Caller() => FGradient(1, null, [null], null).x + FGradient(1, null, [null], null, []) + FVjp(1, null, [null], null, 1, []);
            """);
        Assert.Contains("string? s, global::System.Collections.Generic.List<string?> names, double[]? a", text);
        Assert.Contains("Destination.RequireLength<double>(da, a?.Length ?? 0, nameof(da));", text);
        Assert.Contains("new double[a?.Length ?? 0]", text);
    }

    [Fact]
    public void Type_parameters_of_interfaces_keep_their_variance()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Differentiable;

            public partial interface IFit<in T, out U>
            {
                [Differentiable] static double Square(double x) => x * x;

                [Differentiable] static double Fourth(double x) => Square(Square(x));
            }
            """);
        Assert.Empty(run.Problems);
        Assert.All(run.Sources.Values, text => Assert.Contains("partial interface IFit<in T, out U>", text));
        Assert.All(run.Sources.Values, text => Assert.DoesNotContain("IFit<T, U>.", text));
    }

    private static string OnOneLine(string method) =>
        string.Join(" ", EmittedSource.Of(method).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("( ", "(", StringComparison.Ordinal);
}
