namespace Differentiable.Tests.Diagnostics;

/// <summary>References whose target shows only at run time: each diagnostic fires at the exact place, and not for the nearest neighbour.</summary>
public class ReferenceDiagnosticTests
{
    [Theory]
    [InlineData("ref double[] w = ref (n > 0 ? ref {|DIFF0028:a|} : ref {|DIFF0028:b|}); w[0] = x; return x;")]
    [InlineData("ref double r = ref (n > 0 ? ref {|DIFF0028:rows[0][0]|} : ref x); r *= 2; return x;")]
    [InlineData("ref double r = ref (n > 0 ? ref rows[0][n] : ref rows[0][1]); r *= 2; return r;")]
    [InlineData("double[] row = rows[0]; ref double r = ref (n > 0 ? ref row[0] : ref x); r *= 2; return x;")]
    public Task One_of_two_is_a_number_with_a_place(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("ref double r = ref a[0]; if (n > 0) {|DIFF0028:r = ref b[0]|}; r *= 2; return r;")]
    [InlineData("scoped ref double r = ref a[0]; while (n-- > 0) { {|DIFF0028:r = ref x|}; } r *= 2; return x;")]
    [InlineData("scoped ref double r = ref x; if (n > 0) {|DIFF0028:r = ref a[0]|}; r *= 2; return x;")]
    [InlineData("ref double r = ref rows[0][0]; for (int i = 0; i < n; i++, {|DIFF0028:r = ref rows[1][0]|}) x *= r; return x;")]
    [InlineData("ref double r = ref a[0]; for (int i = 0; i < n; i++, r = ref a[i]) r *= x; return r;")]
    [InlineData("double[] row = rows[0]; ref double r = ref row[0]; if (n > 0) r = ref row[1]; r *= x; return r;")]
    [InlineData("scoped ref double r = ref a[0]; r *= x; r = ref b[0]; r *= x; r = ref x; r *= 2; return x;")]
    public Task A_reference_moves_within_one_array(string body) => Analysis.AssertReports(In(body));

    [Fact]
    public Task A_parameter_is_one_reference() => Analysis.AssertReports("""
        using Differentiable;
        public static partial class C
        {
            [Differentiable]
            public static void F(ref double x, double[] a) { x *= 2; {|DIFF0028:x = ref a[0]|}; x *= 2; }
        }
        """);

    private static string In(string body) => $$"""
        using System;
        using Differentiable;
        public static partial class C
        {
            [Differentiable]
            public static double F(double x, double[] a, double[] b, double[][] rows, int n) { {{body}} }
        }
        """;
}
