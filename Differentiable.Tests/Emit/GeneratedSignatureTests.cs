using Differentiable.Tests.Snapshots;

namespace Differentiable.Tests.Emit;

/// <summary>What generated members ask of their callers, and that the emitted code compiles without a warning.</summary>
public class GeneratedSignatureTests
{
    [Fact]
    public void A_generated_parameter_keeps_away_from_the_users_names()
    {
        string text = EmittedSource.Of("[Differentiable] internal static double F(ReadOnlySpan<double> y, Span<double> dy, double dresult) => dy[0] = y[0] * dresult;");
        Assert.Contains("FGradient(ReadOnlySpan<double> y, Span<double> dy, double dresult, Span<double> dy2, Span<double> ddy)", text);
        Assert.Contains("Destination.RequireLength<double>(dy2, y.Length, nameof(dy2));", text);
        Assert.Contains("(double[] y, double[] dy, double dresult) FGradient(", text);
        Assert.Contains("double dresult3, Span<double> dy2, Span<double> ddy", string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void A_component_of_a_result_has_a_name_that_tuples_allow()
    {
        string text = EmittedSource.Of("[Differentiable] internal static double F(double Item2, double Rest, double value) => Item2 * Rest * value;");
        Assert.Contains("(double Item2_2, double Rest2, double value) FGradient(double Item2, double Rest, double value)", text);
        Assert.Contains("(double value2, double Item2, double Rest2, double value) FValueAndGradient(", text);
    }
}
