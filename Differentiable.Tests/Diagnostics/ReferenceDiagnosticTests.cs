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
