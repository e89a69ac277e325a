namespace Differentiable.Tests.Diagnostics;

/// <summary>What the reverse sweep cannot keep is said at the method; what it can keep in another way is not.</summary>
public class StorageDiagnosticTests
{
    [Theory]
    [InlineData("for (int k = 0; k < n; k++) { x *= current[k]; current = k % 2 == 0 ? b : a; }")]
    [InlineData("for (int k = 0; k < n; k++) { double[][] rows = new double[1][]; rows[0] = new double[1]; rows[0][0] = x; x *= rows[0][0]; }")]
    public Task An_array_variable_set_in_a_loop_is_refused(string loop) =>
        Analysis.AssertReports($"public static partial class C {{ [Differentiable] public static double {{|DIFF0029:F|}}({Rest(loop)}");

    [Theory]
    [InlineData("for (int k = 0; k < n; k++) { x *= current[k]; (current, b) = (b, current); }")]
    [InlineData("for (int k = 0; k < n; k++) { double[] row = new double[1]; row[0] = x; x *= row[0]; }")]
    public Task Arrays_that_change_places_are_kept(string loop) =>
        Analysis.AssertReports($"public static partial class C {{ [Differentiable] public static double F({Rest(loop)}");

    private static string Rest(string loop) => $"double x, double[] a, double[] b, int n) {{ double[] current = a; {loop} return x; }} }}";
}
