using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Diagnostics;

/// <summary>Methods without attribute that a derivative goes through: what is wrong in them is said where it is, and what cannot be looked into where it is called.</summary>
public class HelperDiagnosticTests
{
    [Theory]
    [InlineData("static double Square(double x) => x * x;", "Square(x) * Square(2)")]
    [InlineData("static double Read() { try { return 1; } catch { return 2; } }", "x * Read()")]
    [InlineData("static double Read(double x) { try { return x; } catch { return 2; } }", "x * Read(2) * Read(Differentiate.StopGradient(x)) * Read(Math.Floor(x))")]
    [InlineData("static double Read(double x) { try { return x; } {|DIFF0021:catch|} { return 2; } }", "x * Read(2) * Read(x) * Read(x)")]
    [InlineData("static double Count(double x) { {|DIFF0017:s_state|}++; return x * x; } static double s_state;", "Count(x)")]
    [InlineData("static double List(double x) { var set = {|DIFF0016:new HashSet<double> { x }|}; return set.Count; }", "List(x) + List(2 * x)")]
    [InlineData("static double Outer(double x) => Inner(x); static double Inner(double x) => {|DIFF0015:Outside(2 * x)|} + {|DIFF0015:Outside(x)|} * Outside(2);", "Outer(x)")]
    [InlineData("static double At(B b, double x) => {|DIFF0015:b.At(x)|}; public abstract class B { public abstract double At(double x); } static B s_b = null!;", "At(s_b, x)")]
    [InlineData("static void Set(double[] y, double x) { y[0] = x; {|DIFF0017:s_all[0]|} = x; } static double[] s_all = [1]; static double Made(double x) { var y = new double[1]; Set(y, x); return y[0]; }", "Made(x)")]
    public Task What_is_wrong_in_them_is_said_there(string members, string value) => Analysis.AssertReports(In(members, value));

    [Theory]
    [InlineData("static double Of(IReadOnlyList<double> values) => values[0];", "Of({|DIFF0016:new double[] { x }|})")]
    [InlineData("static async System.Threading.Tasks.Task<double> Later(double x) { await System.Threading.Tasks.Task.Yield(); return x; }", "{|DIFF0015:Later(x)|}.Result")]
    [InlineData("static IEnumerable<double> Each(double x) { yield return x; }", "{|DIFF0015:Each(x)|}.First()")]
    [InlineData("static double Of(Func<double, double> f, double x) => f(x); static Func<double, double> s_f = Math.Sin;", "{|DIFF0018:Of(s_f, x)|}")]
    [InlineData("static double Of(Func<int, double> f, double x) => f(2) * x; static Func<int, double> s_f = i => i;", "Of(s_f, x)")]
    [InlineData("static double Of([NonDifferentiable] double[] a, [NonDifferentiable] double b, double x) => a[0] * b * x;", "Of([2], x, x)")]
    [InlineData("static double Of([NonDifferentiable] double[] a, double x) => a[0] * x;", "{|DIFF0015:Of(a, x)|}")]
    [InlineData("public class Curve { public double At(double x) => x; } static Curve s_curve = new();", "{|DIFF0015:s_curve.At(x)|}")]
    public Task What_they_cannot_be_given_is_refused(string members, string value) => Analysis.AssertReports(In(members, value));

    [Theory]
    [InlineData("static void Keep(List<double> list, double x) => {|DIFF0015:list.Add(x)|};", "var other = list; Keep(other, x)", "list[0]")]
    [InlineData("static void Keep(List<double> list, double x) => list.Add(x);", "Keep(list, x)", "list[0]")]
    [InlineData("static void Keep(double x) => {|DIFF0015:s_list.Add(x)|}; static List<double> s_list = [];", "Keep(x)", "s_list[0]")]
    [InlineData("static void Keep(double x) => Set(2 * x); static void Set(double x) { {|DIFF0017:s_last|} = x; } static double s_last;", "Keep(x)", "s_last")]
    [InlineData("static int Keep(double x) { {|DIFF0017:s_all[0]|} = x; return 1; } static double[] s_all = [1];", "Keep(x)", "s_all[0]")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"m\")] static extern void Keep(List<double> list, double x);", "{|DIFF0015:Keep(list, x)|}", "list[0]")]
    [InlineData("static void Show(string name, double x) { if (x < 0) throw new ArgumentException(name); Console.WriteLine(\"{0}: {1}\", name, x); Console.WriteLine(x); }", "Show(\"x\", x * x)", "x")]
    [InlineData("static void Keep(double x) => s_list.Add(x); static List<double> s_list = [];", "Keep(2)", "s_list[0] * x")]
    public Task What_they_keep_of_a_number_is_not_lost(string members, string statement, string value) => Analysis.AssertReports(In(
        $"{members} static double Run(double x) {{ var list = new List<double>(); {statement}; return {value}; }}", "Run(x) * x"));

    [Theory]
    [InlineData("static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);", "Power(x, n)")]
    [InlineData("static double Even(double x, int n) => n == 0 ? x : Odd(x, n - 1); static double Odd(double x, int n) => n == 0 ? 1 : Even(x, n - 1);", "Even(x, n)")]
    [InlineData("static Span<double> Rest(Span<double> y, int n) => n == 0 ? y : Rest(y[1..], n - 1);", "{|DIFF0019:Rest(a, n)|}[0]")]
    [InlineData("static double Of<T>(double x, int n) => n == 0 ? x : {|DIFF0019:Of<List<T>>(x, n - 1)|};", "Of<int>(x, n)")]
    [InlineData("struct V { public double X; public double Half(int n) => n == 0 ? X : {|DIFF0015:Of(X / 2, n - 1)|}; } static double Of(double x, int n) => new V { X = x }.Half(n);", "Of(x, n)")]
    public Task Those_that_call_themselves_are_functions_of_their_own(string members, string value) => Analysis.AssertReports(In(members, value));

    /// <summary>Each calls the one before twice: the last of 30 would be a thousand million copies of the first.</summary>
    [Fact]
    public async Task Code_that_would_be_too_long_is_refused_once()
    {
        Diagnostic problem = await Only(In(Chain(30, calls: 2), "x + H30(x) * H30(2)"));
        Assert.Equal("DIFF0015", problem.Id);
        Assert.Matches("'C.H[0-9]+', whose code is too long to stand in the place of each of its calls: mark it", problem.GetMessage());
        Assert.DoesNotContain("go through this code", problem.GetMessage());
    }

    [Fact]
    public async Task One_that_is_marked_ends_the_chain() =>
        Assert.Empty(await Diagnostics(In(Chain(10, calls: 2).Replace("static double H5(", "[Differentiable] static double H5("), "H10(x)")));

    [Fact]
    public async Task Helpers_that_call_each_other_too_deep_are_refused() =>
        Assert.Contains("more than 32 deep: mark it", (await Only(In(Chain(40, calls: 1), "H40(x)"))).GetMessage());

    [Fact]
    public async Task Chains_that_are_not_too_deep_are_not() => Assert.Empty(await Diagnostics(In(Chain(30, calls: 1), "H30(x)")));

    [Fact]
    public async Task Each_method_that_needs_the_code_is_named()
    {
        const string Wrong = "static double Wrong(double x) { try { return x; } catch { return 2; } } [Differentiable] public static double G(double x) => Wrong(x);";
        IEnumerable<Diagnostic> problems = await Diagnostics(In(Wrong, "Wrong(x)"));
        Assert.Equal(
            ["'catch' cannot be differentiated: handle exceptions in a caller (the derivatives of 'C.F' go through this code)", "'catch' cannot be differentiated: handle exceptions in a caller (the derivatives of 'C.G' go through this code)"],
            problems.Select(problem => problem.GetMessage()).Order());
    }

    [Fact]
    public async Task Code_of_another_file_is_named_there()
    {
        Compilation compilation = Compiler.Compile(
            Compiler.Parse("static partial class C { [Differentiable] public static double F(double x) => D.Wrong(x); }", "C.cs"),
            Compiler.Parse("static class D { public static double Wrong(double x) { try { return x; } catch { return 2; } } }", "D.cs"));
        Assert.Equal("D.cs", Assert.Single(await Analysis.Diagnostics(compilation)).Location.SourceTree!.FilePath);
    }

    [Fact]
    public async Task About_what_does_not_compile_the_compiler_has_said_enough() =>
        Assert.Empty(await Diagnostics(In("static double Wrong(double x) => x + y;", "Wrong(x)")));

    /// <summary>What shows only in later stages is at the call.</summary>
    [Fact]
    public Task What_cannot_be_kept_is_said_at_the_call() => Analysis.AssertReports("""
        public static class D
        {
            public static double Of(double[][] rows, double x, int n)
            {
                Span<double> s = rows[0];
                for (int k = 0; k < n; k++)
                {
                    x *= s[0];
                    s = k % 2 == 0 ? rows[1] : rows[2].AsSpan(1);
                }
                return x;
            }
        }
        public static partial class C
        {
            [Differentiable]
            public static double F(double x, double[][] rows, int n)
            {
                {|DIFF0029:return x * D.Of(rows, x, n);|}
            }
        }
        """);

    private static async Task<Diagnostic> Only(string source) => Assert.Single(await Diagnostics(source));

    private static Task<IEnumerable<Diagnostic>> Diagnostics(string source) => Analysis.Diagnostics(Compiler.Compile(Compiler.Parse(source)));

    private static string Chain(int length, int calls) => "static double H0(double x) => Math.Sin(x) * x; "
        + string.Join(" ", Enumerable.Range(1, length).Select(i => $"static double H{i}(double x) => {string.Join(" + ", Enumerable.Range(1, calls).Select(k => $"H{i - 1}({k} * x)"))};"));

    private static string In(string members, string value) => $$"""
        public static partial class C
        {
            {{members}}
            [System.Runtime.InteropServices.DllImport("m")] static extern double Outside(double x);
            [Differentiable] public static double F(double x, double[] a, int n) => {{value}};
        }
        """;
}
