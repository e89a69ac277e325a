namespace Differentiable.Tests.Diagnostics;

/// <summary>Where checkpoints may stand, and what must not be run again.</summary>
public class CheckpointDiagnosticTests
{
    [Theory]
    [InlineData("{|DIFF0060:Checkpoint.Every(2)|}; return x;")]
    [InlineData("for (int i = 0; i < n; i++) { x *= x; {|DIFF0060:Checkpoint.Every(2)|}; } return x;")]
    [InlineData("for (int i = 0; i < n; i++) { if (i > 2) {|DIFF0060:Checkpoint.Logarithmic()|}; x *= x; } return x;")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); {|DIFF0060:Checkpoint.Binomial(2)|}; x *= x; } return x;")]
    [InlineData("foreach (double v in new double[2, 2]) { {|DIFF0060:Checkpoint.SquareRoot()|}; x *= v + x; } return x;")]
    [InlineData("foreach (double v in a) { Checkpoint.SquareRoot(); x *= v; } while (x < 9) { Checkpoint.Every(n + 1); x *= x; } do Checkpoint.Every(1); while (x < 0); return x;")]
    public Task Markers_stand_at_the_start_of_a_loop(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every({|DIFF0061:i|}); x *= x; } return x;")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every({|DIFF0061:k|}); x *= x; k++; } return x;")]
    [InlineData("foreach (int i in new int[3]) { Checkpoint.Binomial({|DIFF0061:i + 1|}); x *= x; } return x;")]
    [InlineData("while (x < 9) { Checkpoint.Every({|DIFF0061:k++|}); x *= x; } return x;")]
    [InlineData("while (x < 9) { Checkpoint.Every({|DIFF0061:Draw()|}); x *= x; } return x;")]
    [InlineData("while (x < 9) { Checkpoint.Every(a.Length / 2 + k); x *= x; } return x;")]
    public Task Numbers_are_fixed_before_the_loop(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:Draw()|}; } return x;")]
    [InlineData("Random r = new(1); for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:r.NextDouble()|}; } return x;")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); if ({|DIFF0062:DateTime.Now|}.Second > 3) x *= x; } return x;")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); {|DIFF0062:s_log.Add(i)|}; x *= x; } return x;")]
    [InlineData("double[] z = new double[2]; for (int i = 0; i < n; i++) { Checkpoint.Every(2); {|DIFF0062:Fill(z)|}; x *= x + z[0]; } return x;")]
    [InlineData("Ticker t = new(); for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + t.Next(); } return x * t.Next();", Ticker)]
    [InlineData("Ticker t = new(); for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x; t.Advance(); } return x;", Ticker)]
    [InlineData("Ticker t = new(); for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + t.Ahead; } return x;", Ticker)]
    [InlineData("Ticker[] t = new Ticker[1]; for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + t[0].Next(); } return x;", Ticker)]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:s_ticker.Next()|}; } return x;", "private static Ticker s_ticker; " + Ticker)]
    [InlineData("Ticker t = new(); for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + (i > 0 ? t : default).Next(); } return x;", Ticker)]
    [InlineData("Shared s = new(1); for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:s.Next()|}; } return x;", "public readonly struct Shared { private readonly int[] _a; public Shared(int n) => _a = new int[n]; public int Next() => _a[0]++; }")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:G(i)|}; } return x;", "[Differentiable] public static double G(double x) => x * Draw();")]
    [InlineData("Turning t = new(); for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:t[i]|} + {|DIFF0062:(int)t|}; } return x;", "public sealed class Turning { private int _k; public int this[int i] => _k++ + i; public static explicit operator int(Turning t) => t._k++; }")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); {|DIFF0062:Step()|}; x *= x + s_drawn; } return x;", "private static void Step() => s_drawn++;")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:Known(x)|}; } return x;", "public static double Known(double x) => x * Draw(); [DerivativeOf(typeof(C), nameof(Known))] private static double KnownPullback(double x, double dresult) => dresult;")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:G(i)|}; } return x;", "[Differentiable] public static double G(double x) { Func<double, double> f = z => z * Draw(); return f(x); }")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {|DIFF0062:G(i)|}; } return x;", "private static readonly Func<int> s_f = () => Draw(); [Differentiable] public static double G(double x) => x * s_f();")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + G(i); } return x;", "[Differentiable] public static double G(double x) { Func<double, double> f = z => z * z; return f(x); }")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + G(i); } return x;", "private static readonly Func<double, double> s_f = z => z * z, s_g = Math.Sin, s_h = G2; private static double G2(double z) => 2 * z; [Differentiable] public static double G(double x) => s_f(x) * s_g(x) * s_h(x);")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + Fixed(i) + s_log.IndexOf(i); } return x;")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); List<double>.Enumerator e = s_numbers.GetEnumerator(); while (e.MoveNext()) x *= x + e.Current; foreach (double v in s_numbers) x += v; } return x;")]
    [InlineData("int d = Draw(); for (int i = 0; i < n; i++) { Checkpoint.Every(2); Console.WriteLine(i); ArgumentOutOfRangeException.ThrowIfNegative(i); if (i > 99) throw new InvalidOperationException($\"{i}\"); x *= x + d + s_log[0]; } return x + Draw();")]
    public Task What_runs_again_gives_the_same_again(string body, string more = "") => Analysis.AssertReports(In(body, more));

    /// <summary>What no other assembly sees has no other code than that of the project.</summary>
    [Theory]
    [InlineData("internal", "public readonly double Of(int k) => 0.5 * k;", "m.Of(i)")]
    [InlineData("internal", "private int _n; public double Of(int k) => k + _n;", "m.Of(i)")]
    [InlineData("public", "public readonly double Of(int k) => 0.5 * k;", "{|DIFF0062:m.Of(i)|}")]
    [InlineData("internal", "public readonly double Of(int k) => Draw();", "{|DIFF0062:m.Of(i)|}")]
    public Task Members_of_type_parameters_are_those_of_the_project(string access, string code, string call) => Analysis.AssertReports(In("return x;", $$"""
        {{access}} interface IRate { double Of(int k); }
        internal struct Rate : IRate { {{code}} }
        [Differentiable] internal static double G<T>(double x, [NonDifferentiable] T m, int n) where T : IRate { for (int i = 0; i < n; i++) { Checkpoint.Every(2); x *= x + {{call}}; } return x; }
        """));

    [Fact]
    public Task Marked_methods_run_again() => Analysis.AssertReports(In("return x;", """
        [Differentiable, Checkpoint] public static double G(double x) => x * {|DIFF0062:Random.Shared.Next()|};
        """));

    [Fact]
    public Task Helpers_that_run_again_are_looked_into() => Analysis.AssertReports(In("return x;", """
        [Differentiable, Checkpoint] public static double G(double x) => x * {|DIFF0062:Roll()|};
        private static int Roll() => Random.Shared.Next();
        """));

    [Fact]
    public Task A_marked_method_has_a_derivative() => Analysis.AssertReports(In("return x;", """
        [Checkpoint] public static double {|DIFF0063:G|}(double x) => x * x;
        """));

    [Theory]
    [InlineData("double[] u = a; for (int i = 0; i < n; i++) { Checkpoint.Every(2); double[] next = new double[2]; next[0] = u[0] * x; u = next; } return u[0];")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); rows[0] = new double[1]; rows[0][0] = x * rows[1][0]; x *= rows[0][0]; } return x;")]
    public Task Arrays_that_rounds_make_stay_in_them(string body) => Analysis.AssertReports(In(body, name: "{|DIFF0029:F|}"));

    private const string Ticker = "public struct Ticker { private int _k; public int Next() => _k++; public void Advance() => _k++; public int Ahead => ++_k; }";

    [Theory]
    [InlineData("List<int>.Enumerator e = s_log.GetEnumerator(); while (e.MoveNext()) { Checkpoint.Every(2); x *= x + e.Current; } return x;")]
    [InlineData("using List<int>.Enumerator e = s_log.GetEnumerator(); while (e.MoveNext()) { Checkpoint.Every(2); x *= x + e.Current; } return x;")]
    [InlineData("List<double>.Enumerator e = s_numbers.GetEnumerator(); while (e.MoveNext()) { Checkpoint.Every(2); x *= x + e.Current; } return x;")]
    public Task Structs_with_references_do_not_change_from_round_to_round(string body) => Analysis.AssertReports(In(body, name: "{|DIFF0029:F|}"));

    [Theory]
    [InlineData("List<double> u = [x]; for (int i = 0; i < n; i++) { Checkpoint.Every(2); {|DIFF0029:u.Add(u[^1] * x)|}; } return u[^1];")]
    [InlineData("Queue<double> u = new(); u.Enqueue(x); while (n-- > 0) { Checkpoint.Every(2); x *= u.Dequeue(); {|DIFF0029:u.Enqueue(x)|}; } return x;")]
    [InlineData("for (int i = 0; i < n; i++) { Checkpoint.Every(2); Stack<double> u = new(); u.Push(x); x *= u.Pop() + u.Count; } return x;")]
    public Task Lists_do_not_grow_from_round_to_round(string body) => Analysis.AssertReports(In(body));

    private static string In(string body, string more = "", string name = "F") => $$"""
        using System;
        using System.Collections.Generic;
        using Differentiable;

        public static partial class C
        {
            private static readonly List<int> s_log = [];
            private static readonly List<double> s_numbers = [];
            private static int s_drawn;
            private static int Draw() => s_drawn++;
            private static int Fixed(int i) => i % 2;
            private static void Fill(double[] z) { for (int i = 0; i < z.Length; i++) z[i] = s_drawn++; }
            {{more}}

            [Differentiable]
            public static double {{name}}(double x, double[] a, double[][] rows, int n, int k)
            {
                {{body}}
            }
        }
        """;
}
