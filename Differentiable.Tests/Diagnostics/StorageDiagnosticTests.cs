using System.Globalization;
using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Diagnostics;

/// <summary>What the reverse sweep cannot keep is said at the statement, or at the method; what it can keep in another way is not.</summary>
public class StorageDiagnosticTests
{
    [Theory]
    [InlineData("Span<double> s = rows[0]; for (int k = 0; k < n; k++) { x *= s[0]; {|DIFF0029:s = k % 2 == 0 ? rows[1] : rows[2].AsSpan(1);|} }")]
    [InlineData("double[] row = rows[0]; {|DIFF0029:x *= Solve(rows);|} x *= row[0];")]
    [InlineData("double[][] same = (double[][])rows.Clone(); {|DIFF0029:x *= Solve(rows);|} x *= same[0][0];")]
    public Task What_cannot_be_kept_is_refused_at_the_statement(string body) => Analysis.AssertReports(Method("F", body));

    [Theory]
    [InlineData("rows[1] = a; a[0] *= x; x *= rows[1][0];")]
    public Task What_is_no_matter_of_one_statement_is_refused_at_the_method(string body) => Analysis.AssertReports(Method("{|DIFF0029:F|}", body));

    [Theory]
    [InlineData("for (int k = 0; k < n; k++) { x *= current[k]; (current, b) = (b, current); }")]
    [InlineData("for (int k = 0; k < n; k++) { double[] row = new double[1]; row[0] = x; x *= row[0]; }")]
    [InlineData("for (int k = 0; k < n; k++) { x *= current[k]; current = k % 2 == 0 ? b : a; }")]
    [InlineData("for (int k = 0; k < n; k++) { double[][] made = new double[1][]; made[0] = new double[1]; made[0][0] = x; x *= made[0][0]; }")]
    [InlineData("x *= Solve(rows); rows[0][0] *= x; x *= Solve(rows);")]
    public Task What_can_be_kept_is_not(string body) => Analysis.AssertReports(Method("F", body));

    [Theory]
    [InlineData("for (int k = 0; k < n; k++) { foreach (double v in k % 2 == 0 ? rows[1].AsSpan() : rows[2].AsSpan(1)) x *= v; }")]
    [InlineData("Span<double> s = rows[0]; for (int k = 0; k < n; k++) { x *= (k > 1 ? s : rows[1].AsSpan(1))[0]; s = k % 2 == 0 ? rows[1] : rows[2].AsSpan(1); }")]
    public async Task Invented_names_are_not_told(string body)
    {
        IEnumerable<Diagnostic> problems = await Analysis.Diagnostics(Compiler.Compile(Compiler.Parse(Method("F", body))));
        Assert.Contains("would need a span that lies in one array", Assert.Single(problems).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>A method whose code cannot stand in the place of its call is given two names for what it writes.</summary>
    [Theory]
    [InlineData("[Differentiable] static void M(ReadOnlySpan<double> p, Span<double> q, int n) { q[0] = p[1]; if (n > 0) {|DIFF0076:M(q, q, n - 1)|}; }")]
    [InlineData("[Differentiable] static void M([NonDifferentiable] double[] p, double[] q) => q[0] += p[1] * q[1]; [Differentiable] static void F(double[] a) => {|DIFF0076:M(a, a)|};")]
    [InlineData("[Differentiable] static void M(ref double p, ref double q, int n) { q *= p; if (n > 0) {|DIFF0076:M(ref p, ref p, n - 1)|}; }")]
    [InlineData("[Differentiable] static void M(ref double p, ref double q, int n) { q *= p; if (n > 0) M(ref q, ref p, n - 1); }")]
    [InlineData("[Differentiable] static void M(double[] p, double[] q, int n) { q[0] *= p[1]; if (n > 0) M([.. q], q, n - 1); }")]
    public Task Two_names_for_what_is_written_are_refused(string methods) => Analysis.AssertReports($$"""
        using System;
        using Differentiable;
        public static partial class C { {{methods}} }
        """);

    private static string Method(string name, string body) => $$"""
        using System;
        using Differentiable;
        public static partial class C
        {
            [Differentiable]
            public static double Solve(double[][] m) { (m[0], m[1]) = (m[1], m[0]); m[0][0] *= m[1][0]; return m[0][0]; }

            [Differentiable]
            public static double {{name}}(double x, double[] a, double[] b, double[][] rows, int n) { double[] current = a; {{body}} return x; }
        }
        """;
}
