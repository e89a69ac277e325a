using Differentiable.Generators.Lowering.Statements;

namespace Differentiable.Tests.Diagnostics;

/// <summary>What a method and its type must be: each diagnostic fires at its place, and not for the nearest neighbour.</summary>
public class MethodDiagnosticTests
{
    [Theory]
    [InlineData("public static class {|DIFF0001:C|} { [Differentiable] public static double F(double x) => x; }")]
    [InlineData("public static class {|DIFF0001:Outer|} { public static partial class C { [Differentiable] public static double F(double x) => x; } }")]
    [InlineData("public static partial class C { [Differentiable] public static double F(double x) => x; }")]
    [InlineData("public static class C { public static double F(double x) => x; }")]
    public Task Containing_types_are_partial(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("{|DIFF0002:file|} static partial class C { [Differentiable] public static double F(double x) => x; }")]
    [InlineData("internal static partial class C { [Differentiable] public static double F(double x) => x; }")]
    public Task Containing_types_are_not_file_local(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("x * {|DIFF0002:K.Two|}")]
    [InlineData("x * {|DIFF0002:K.Twice(2)|}")]
    [InlineData("x * {|DIFF0002:new N[2]|}.Length")]
    [InlineData("x * {|DIFF0002:new N[2][]|}.Length")]
    [InlineData("x * K.Three")]
    [InlineData("new V { X = x }.Twice().X")]
    public Task Generated_code_does_not_name_file_local_types(string value) => Analysis.AssertReports($$"""
        file static class K { public const double Three = 3; public static double Two => 2; public static double Twice(double x) => 2 * x; }
        file struct N { public int Count; }
        file record struct V(double X) { public V Twice() => new(2 * X); }
        public static partial class C { [Differentiable] public static double F(double x) => {{value}}; }
        """);

    [Theory]
    [InlineData("public partial struct C { [Differentiable] public double {|DIFF0003:F|}(double x) => x; }")]
    [InlineData("public partial interface C { [Differentiable] public sealed double {|DIFF0003:F|}(double x) => x; }")]
    [InlineData("public partial class C { [Differentiable] public double F(double x) => x; }")]
    [InlineData("public partial struct C { [Differentiable] public static double F(double x) => x; }")]
    public Task Methods_are_static_or_of_classes(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("[Differentiable] static double F(double x) { T G<T>(T y) => y; return G(x); }")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : System.Numerics.INumber<T> { T G(T y) => y; return G(x); }")]
    public Task Local_functions_may_be_generic(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("public abstract partial class C { [Differentiable] public static extern double {|DIFF0005:F|}(double x); }")]
    [InlineData("public partial class C { [Differentiable] public static partial double {|DIFF0005:F|}(double x); public static partial double F(double x) => x; }")]
    [InlineData("public partial class C { public static partial double F(double x); [Differentiable] public static partial double F(double x) => x; }")]
    public Task Methods_have_a_body(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("[Differentiable] static {|DIFF0006:async|} System.Threading.Tasks.Task<double> F(double x) { await System.Threading.Tasks.Task.Yield(); return x; }")]
    [InlineData("[Differentiable] static double F(double x) { async System.Threading.Tasks.Task G() { await System.Threading.Tasks.Task.Yield(); } return x; }")]
    public Task Methods_are_synchronous(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("[Differentiable] static {|DIFF0012:IEnumerable<double>|} F(double x) { {|DIFF0007:yield return x;|} }")]
    [InlineData("[Differentiable] static double[] F(double x) { return [x]; }")]
    public Task Methods_are_no_iterators(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("public partial struct C { [{|DIFF0008:Differentiable|}] public static C operator +(C a, C b) => a; }")]
    [InlineData("public partial class C { static double P { [{|DIFF0008:Differentiable|}] get => 1; } }")]
    [InlineData("public partial class C { static double F(double x) { [{|DIFF0008:Differentiable|}] static double G(double y) => y; return G(x); } }")]
    [InlineData("public partial class C { static double F(double x) { static double G(double y) => y; return G(x); } }")]
    public Task Only_methods_are_differentiable(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("[Differentiable] static double {|DIFF0009:F|}(int n) => n;")]
    [InlineData("[Differentiable] static void {|DIFF0009:F|}(out double y) => y = 1;")]
    [InlineData("[Differentiable] static double {|DIFF0009:F|}([NonDifferentiable] double x) => x;")]
    [InlineData("[Differentiable] static double {|DIFF0009:F|}([NonDifferentiable] double[] x, int n) => x[n];")]
    [InlineData("[Differentiable] static double F([NonDifferentiable] double x, double y) => x;")]
    [InlineData("[Differentiable] static double F(double x) => 1;")]
    public Task There_is_something_to_differentiate_with_respect_to(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("[Differentiable] static int {|DIFF0010:F|}(double x) => x > 0 ? 1 : 0;")]
    [InlineData("[Differentiable] static void {|DIFF0010:F|}(ReadOnlySpan<double> x) { }")]
    [InlineData("[Differentiable] static string {|DIFF0010:F|}(double x) => \"\";")]
    [InlineData("[Differentiable] static void F(Span<double> x) { }")]
    [InlineData("[Differentiable] static void F(double x, out double y) => y = x;")]
    [InlineData("[Differentiable] static (double, int) F(double x) => (x, 1);")]
    public Task There_is_a_differentiable_output(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("[Differentiable] static double F(double x, List<double> {|DIFF0011:a|}) => x;")]
    [InlineData("[Differentiable] static double F(double x, (double, double) a, (double, List<double>) {|DIFF0011:b|}) => x;")]
    [InlineData("[Differentiable] static double F(double x, double[,,,] {|DIFF0011:a|}) => x;")]
    [InlineData("[Differentiable] static double F(double x, ref double[] {|DIFF0011:a|}) => x;")]
    [InlineData("[Differentiable] static double F(double x, System.Numerics.Vector3 a, System.Numerics.Vector<double> {|DIFF0011:b|}) => x;")]
    [InlineData("struct P { public double X; } [Differentiable] static double F(double x, P p) => x * p.X;")]
    [InlineData("struct P { public double X; } [Differentiable] static double F(P[] a, Span<(double, P)> b, P[,] c, P[][] d, ref P e, in (double, P) f) => a[0].X;")]
    [InlineData("struct P { double x; } [Differentiable] static double F(double x, P {|DIFF0042:p|}) => x;")]
    [InlineData("readonly struct P { public P(double x) { X = x * 2; } public double X { get; } } [Differentiable] static double F(double x, P {|DIFF0043:p|}) => x;")]
    [InlineData("struct P { public double X; public double[] A; } [Differentiable] static double F(double x, P p, in (double[,], float[][]) q) => x;")]
    [InlineData("struct P { public double X; public double[] A; } [Differentiable] static double F(double x, ref P p) => x * p.A[0];")]
    [InlineData("struct P { public double X; public double[] A; } [Differentiable] static void F(double x, ref P {|DIFF0044:p|}) => p.A = [x];")]
    [InlineData("struct P { public double X; public double[] A, B; } [Differentiable] static void F(double x, double[] a, ref P {|DIFF0044:{|DIFF0044:p|}|}) => (p.A, p.B, p.X) = (p.B, a, x);")]
    [InlineData("struct P { public double X; public double[] A; } [Differentiable] static void F(double x, P q, ref P {|DIFF0044:p|}) { if (x > 0) p = q; }")]
    [InlineData("struct P { public double X; public double[] A, B; } [Differentiable] static void F(double x, ref P {|DIFF0044:{|DIFF0044:p|}|}) { double[] t = p.A; p.A = p.B; p.B = t; }")]
    [InlineData("struct P { public double X; public double[] A; } [Differentiable] static void F(double x, double[] w, ref P {|DIFF0044:p|}) { if (x > 0) w = p.A; p.A = w; }")]
    [InlineData("struct P { public double X; public double[] A, B; } [Differentiable] static void F(double x, ref P p) { double[] t = p.A; p.B[0] *= x; p.A = t; }")]
    [InlineData("record struct P(double X, double[] A); [Differentiable] static void F(double x, ref P p) { P q = p; p = q with { X = x }; }")]
    [InlineData("struct P { public double X; public int[] A; } [Differentiable] static void F(double x, ref P p) => p.X *= x * p.A[0];")]
    [InlineData("struct P { public double X; public int[] A; } [Differentiable] static void F(double x, out P {|DIFF0044:p|}) => p = new() { X = x, A = [1] };")]
    [InlineData("struct P { public double X; public double[] A; } [Differentiable] static void F(double x, out P {|DIFF0044:p|}) => p = new() { X = x, A = [x] };")]
    [InlineData("struct P { public double X; public double[] A; } [Differentiable] static double F(double x, P? {|DIFF0044:p|}) => x;")]
    [InlineData("struct P { public double X; public double[][][] A; } [Differentiable] static double F(double x, P {|DIFF0044:p|}) => x;")]
    [InlineData("struct P { public double X; public double[,,,] A; } [Differentiable] static double F(double x, P {|DIFF0011:p|}) => x;")]
    [InlineData("struct P { public double X; double[] a; } [Differentiable] static double F(double x, P {|DIFF0042:p|}) => x;")]
    [InlineData("struct N { public double X; public string S; } struct P { public N[] A; } [Differentiable] static double F(double x, P p) => x;")]
    [InlineData("struct P { public double?[] A; } [Differentiable] static double F(double x, P {|DIFF0047:p|}) => x;")]
    [InlineData("struct P { public double[] A; } [Differentiable] static double F(double x, P[,] p) => x;")]
    [InlineData("struct P { public double[] A; } [Differentiable] static double F(double x, P[] p) => x * p[0].A[0];")]
    [InlineData("ref struct P { public Span<double> A; public double X; } [Differentiable] static double F(double x, P {|DIFF0011:p|}) => x;")]
    [InlineData("struct P { public double X; public double[] A; } [Differentiable] static double F(double x, [NonDifferentiable] P p) => x * p.A[0];")]
    [InlineData("public partial struct P { public double[] A; [Differentiable] public double F(double x) => A[0] * x; [Differentiable] public void Write(double x) => A[0] *= x; }")]
    [InlineData("public partial struct P { public double[] A; public double X; [Differentiable] public void F(double x) => X *= x * A[0]; [Differentiable] public void {|DIFF0044:G|}(double x) => A = [x]; }")]
    [InlineData("[Differentiable] static double F(ValueTuple<double> {|DIFF0011:a|}, ValueTuple<double, double> b) => a.Item1 * b.Item2;")]
    [InlineData("struct P { public double X; } [Differentiable] static double F(double x, [NonDifferentiable] P p) => x * p.X;")]
    [InlineData("[Differentiable] static double F(double x, [NonDifferentiable] List<double> a) => x * a[0];")]
    [InlineData("[Differentiable] static double F(double x, string s, int? n, List<int> a, DayOfWeek d, Random r, [NonDifferentiable] Func<int, double> f) => x * f(a[0]);")]
    [InlineData("[Differentiable] static double F(double[] a, double[,] b, double[][] c, Span<float> d, in double e, ref double f, params double[] g) => e;")]
    public Task Parameters_can_be_differentiated(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("decimal")]
    [InlineData("decimal[]")]
    [InlineData("(int, decimal)")]
    [InlineData("decimal?")]
    [InlineData("object")]
    [InlineData("object[]")]
    [InlineData("dynamic")]
    [InlineData("IComparable")]
    [InlineData("System.Collections.IList")]
    [InlineData("Func<int, double>")]
    [InlineData("Func<int, List<double>>")]
    [InlineData("Memory<double>")]
    [InlineData("IEnumerable<float>")]
    [InlineData("System.Collections.Immutable.ImmutableArray<double>")]
    [InlineData("Lazy<Half>")]
    [InlineData("IModel")]
    [InlineData("Priced")]
    [InlineData("Derived")]
    [InlineData("Window")]
    public async Task What_may_bring_real_numbers_along_is_constant_only_where_that_is_said(string type)
    {
        const string Types = "interface IModel { double Rate { get; } } struct Priced { public double X; public decimal Price; } class Base { decimal _d; } class Derived : Base; ref struct Window { public double X; } ";
        await Analysis.AssertReports(In(Types + $"[Differentiable] static double F(double x, {type} {{|DIFF0011:a|}}) => x;"));
        await Analysis.AssertReports(In(Types + $"[Differentiable] static double F(double x, [NonDifferentiable] {type} a) => x;"));
    }

    [Theory]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("Int128")]
    [InlineData("int?")]
    [InlineData("List<string>")]
    [InlineData("System.Collections.BitArray")]
    [InlineData("Func<int, int>")]
    [InlineData("Action<double>")]
    [InlineData("IComparer<string>")]
    public Task Integers_and_what_holds_no_real_numbers_are_constant_by_nature(string type) =>
        Analysis.AssertReports(In($"[Differentiable] static double F(double x, {type} a) => x;"));

    [Theory]
    [InlineData("struct P { public double X; } [Differentiable] static double F(double x, P p) => x * p;")]
    [InlineData("struct P { public double X; } [Differentiable] static (double, double) F(double x, P p) => x * p;")]
    [InlineData("[Differentiable] static double F(double x) => x * \"a\";")]
    [InlineData("[Differentiable] static double F(double x) { double y = Missing(x) * x; return y; }")]
    [InlineData("[Differentiable] static double F(double x) { int? n = new List<int> { x }; return x; }")]
    public async Task About_code_that_does_not_compile_there_is_nothing_to_add(string members) =>
        Assert.Empty(await Analysis.Diagnostics(Lowering.Compiler.Compile(Lowering.Compiler.Parse(In(members)))));

    [Theory]
    [InlineData("public partial struct C { public double X; public decimal Price; [Differentiable] public double {|DIFF0011:F|}(double x) => X * x; }")]
    [InlineData("public partial struct C { public double X; public int N; [Differentiable] public double F(double x) => X * x; }")]
    [InlineData("public partial class C { ref struct R { public double X; } [Differentiable] static {|DIFF0012:R|} F(double x) => new R { X = x }; }")]
    public Task Structs_can_be_differentiated(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("[Differentiable] static {|DIFF0012:Span<double>|} F(Span<double> x) => x;")]
    [InlineData("[Differentiable] static {|DIFF0012:double[,,,]|} F(double x) => null!;")]
    [InlineData("[Differentiable] static {|DIFF0012:List<double>|} F(double x) => null!;")]
    [InlineData("[Differentiable] static {|DIFF0012:(double, List<double>)|} F(double x) => (x, null!);")]
    [InlineData("[Differentiable] static (double, (double, System.Numerics.Complex)) F(double x) => (x, (x, x));")]
    [InlineData("[Differentiable] static {|DIFF0012:ref double|} F(Span<double> x) => ref x[0];")]
    [InlineData("[Differentiable] static (double, double[]) F(double x) => (x, [x]);")]
    [InlineData("[Differentiable] static {|DIFF0012:(double[], double[])|} F(double x) { double[] r = [x]; return (r, r); }")]
    [InlineData("[Differentiable] static {|DIFF0012:(double[], double[][])|} F(double x) { double[] r = [x]; return (r, [[x], r]); }")]
    [InlineData("[Differentiable] static {|DIFF0012:(double[][], double[][])|} F(double x) { double[] r = [x]; double[][] s = [r], t = new double[1][]; t[0] = r; return (s, t); }")]
    [InlineData("[Differentiable] static (double[], double[][]) F(double x) { double[] r = [x]; return (r, [[x], [r[0]]]); } [Differentiable] static double[][] G(double x) { double[] r = [x]; return [r, r]; }")]
    [InlineData("[Differentiable] static (double[], double[]) F(double x) { double[] r = [x]; return (r, [.. r]); }")]
    [InlineData("struct P { public double[] A; } [Differentiable] static double F(double x, P? {|DIFF0044:p|}, (double[], double)? {|DIFF0044:q|}) => x;")]
    [InlineData("[Differentiable] static (double, double[,]) F(double x) => (x, new double[1, 1]);")]
    [InlineData("[Differentiable] static {|DIFF0012:(double, double[])?|} F(double x) => (x, [x]);")]
    [InlineData("[Differentiable] static (double, int) F(double x) => (x, 1);")]
    [InlineData("[Differentiable] static double[] F(double x) => [x];")]
    public Task Results_can_be_differentiated(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("static double FGradient; [Differentiable] static double {|DIFF0013:F|}(double x) => x;")]
    [InlineData("static double FGradient(double x) => 1; [Differentiable] static double {|DIFF0013:F|}(double x) => x;")]
    [InlineData("static double FVjp(double x, double y) => 1; [Differentiable] static double {|DIFF0013:F|}(double x) => x;")]
    [InlineData("static double FGradient(string s) => 1; static double FVjp(double x) => 1; [Differentiable] static double F(double x) => x;")]
    public Task Names_of_generated_members_are_free(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("[Differentiable] static double {|DIFF0014:F|}(double[] x) => x[0]; [Differentiable] static double {|DIFF0014:F|}(ReadOnlySpan<double> x) => x[0];")]
    [InlineData("[Differentiable] static double {|DIFF0014:F|}(ReadOnlySpan<double> x) => x[0]; [Differentiable] static double {|DIFF0014:F|}(ReadOnlySpan<double> x, Span<double> y) => x[0];")]
    [InlineData("[Differentiable] static double F(double x) => x; [Differentiable] static float F(float x) => x; [Differentiable] static double F(double x, int n) => x;")]
    [InlineData("[Differentiable] static double F(double x) => x; static double F(double[] x) => x[0]; static double F(ReadOnlySpan<double> x) => x[0];")]
    public Task Overloads_generate_different_members(string members) => Analysis.AssertReports(In(members));

    private static string In(string members) => $"public static partial class C {{ {members} }}";
}
