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
    [InlineData("double[] row = rows[0]; {|DIFF0029:x *= BySpan(rows);|} x *= row[0];")]
    [InlineData("double[] row = rows[0]; {|DIFF0029:x *= ByReference(rows);|} x *= row[0];")]
    [InlineData("double[] row = rows[0]; {|DIFF0029:x *= ByMember(rows);|} x *= row[0];")]
    [InlineData("double[] row = rows[0]; {|DIFF0029:x *= ByOperator(rows);|} x *= row[0];")]
    [InlineData("double[] row = rows[0]; {|DIFF0029:x *= ByStaticMember(rows);|} x *= row[0];")]
    [InlineData("double[] row = rows[0]; {|DIFF0029:x *= ByArgument(rows);|} x *= row[0];")]
    [InlineData("double Go(double v, int k) { if (k == 0) return v; Span<double> s = rows[0]; for (int i = 0; i < 3; i++) { v *= s[0]; {|DIFF0029:s = i % 2 == 0 ? rows[1] : rows[2].AsSpan(1);|} } return Go(v, k - 1); } x *= Go(x, n);")]
    [InlineData("double[] last = rows[1]; foreach (double[] row in rows) last = row; {|DIFF0029:x *= Solve(rows);|} x *= last[0];")]
    [InlineData("double[] last; if (n > 0) last = rows[0]; else last = rows[1]; {|DIFF0029:x *= Solve(rows);|} x *= last[0];")]
    [InlineData("foreach (double[] row in rows) { x *= row[0]; {|DIFF0029:x *= Solve(rows);|} x *= row[1]; }")]
    [InlineData("foreach (double[] row in rows) x *= row[0]; x *= Solve(rows);")]
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
    [InlineData("double[] row = rows[0]; x *= OfItsOwn(rows); x *= row[0];")]
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

            public struct Sheet
            {
                public double[][] Rows;
                public void Put(int i, double[] row) => Rows[i] = row;
                public readonly double At(int i) => Rows[i][0];
                public static void Turn(Sheet s) => (s.Rows[0], s.Rows[1]) = (s.Rows[1], s.Rows[0]);
                public static Sheet operator ~(Sheet s) { Turn(s); return s; }
            }
            [Differentiable] public static double BySpan(double[][] m) { Span<double[]> s = m; s.Reverse(); return m[0][0]; }
            [Differentiable] public static double ByReference(double[][] m) { double[] first = m[0]; ref double[] row = ref m[0]; row = m[1]; row = ref m[1]; row = first; return m[0][0]; }
            [Differentiable] public static double ByMember(double[][] m) { var s = new Sheet { Rows = m }; double[] first = m[0]; s.Put(0, m[1]); s.Put(1, first); return m[0][0]; }
            [Differentiable] public static double ByOperator(double[][] m) { var s = new Sheet { Rows = m }; s = ~s; return m[0][0]; }
            [Differentiable] public static double ByStaticMember(double[][] m) { var s = new Sheet { Rows = m }; Sheet.Turn(s); return m[0][0]; }
            [Differentiable] public static double ByArgument(double[][] m) { static void Put(ref double[] to, double[] row) => to = row; double[] first = m[0]; Put(ref m[0], m[1]); Put(ref m[1], first); return m[0][0]; }
            [Differentiable] public static double OfItsOwn(double[][] m) { double[][] own = [[1], [2]]; own[0] = own[1]; var t = new Sheet { Rows = m }; m[0][0] *= t.At(1); return m[0][0] * own[0][0]; }

            [Differentiable]
            public static double {{name}}(double x, double[] a, double[] b, double[][] rows, int n) { double[] current = a; {{body}} return x; }
        }
        """;
}
