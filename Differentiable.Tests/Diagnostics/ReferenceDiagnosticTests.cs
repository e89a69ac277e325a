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
    [InlineData("switch (n) { case 0: ref double r = ref a[0]; r *= 2; break; default: {|DIFF0028:r = ref a[1]|}; r *= 2; break; } return x;")]
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

    [Theory]
    [InlineData("{|DIFF0028:g.Larger(0, 1)|} = x; return a[0];")]
    [InlineData("{|DIFF0028:Larger(0, 1)|} *= x; return a[0]; ref double Larger(int i, int j) { if (a[i] > a[j]) return ref a[i]; return ref a[j]; }")]
    [InlineData("ref double r = ref {|DIFF0028:System.Runtime.InteropServices.MemoryMarshal.GetReference(a.AsSpan())|}; return x;")]
    [InlineData("Again(1) = x; return a[0]; ref double Again(int i) => ref i > 0 ? ref {|DIFF0019:Again(i - 1)|} : ref a[0];")]
    [InlineData("return x * g.Larger(0, 1) * g.At(n);")]
    [InlineData("g.At(n) = x; ref double r = ref g.At(0); r *= 2; return a[0];")]
    public Task What_the_last_statement_returns_is_a_place(string body) => Analysis.AssertReports($$"""
        using System;
        using Differentiable;
        public readonly struct Grid(double[] data)
        {
            private readonly double[] _data = data;
            public ref double At(int i) => ref _data[i];
            public ref double Larger(int i, int j) { if (_data[i] > _data[j]) return ref _data[i]; return ref _data[j]; }
        }
        public static partial class C
        {
            [Differentiable]
            public static double F(double x, double[] a, int n) { Grid g = new(a); {{body}} }
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
