namespace Differentiable.Tests.Diagnostics;

/// <summary>Callers see no more of a method than its text. What it writes or returns by a name that they do not follow is told where it does.</summary>
public class UnseenNameTests
{
    [Theory]
    [InlineData("double {|DIFF0030:F|}(double[] x) { V v = x; return v.G * x[0]; }")]
    [InlineData("double[] {|DIFF0030:F|}(double[] x, double s) => x is var a ? a : [s];")]
    [InlineData("double F(double[] x) { double[] y = [.. x]; V v = y; return v.G * x[0]; }")]
    [InlineData("double[] F(double[] x, double s) => x is { Length: 1 } ? [x[0]] : [s];")]
    public Task What_callers_do_not_follow_is_told(string method) => Analysis.AssertReports($$"""
        using Differentiable;
        public struct V { public double G; public static implicit operator V(double[] a) { a[0] = 2; return new V { G = a[1] }; } }
        public static partial class C
        {
            [Differentiable]
            public static {{method}}
        }
        """);
}
