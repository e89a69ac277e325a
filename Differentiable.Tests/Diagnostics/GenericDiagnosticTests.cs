namespace Differentiable.Tests.Diagnostics;

/// <summary>Generic code: each diagnostic fires at its place, and not for the nearest neighbour.</summary>
public class GenericDiagnosticTests
{
    [Theory]
    [InlineData("[Differentiable] static T F<T>(T x) where T : ITrigonometricFunctions<T> => {|DIFF0065:T.Asin(x)|};")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : ITrigonometricFunctions<T>, IRootFunctions<T> => T.Asin(x);")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : INumberBase<T> => {|DIFF0065:T.Abs(x)|};")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : INumber<T> => T.Abs(x);")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : INumber<T>, IPowerFunctions<T> => {|DIFF0065:T.Pow(x, x)|};")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : INumber<T>, IPowerFunctions<T> => T.Pow(x, T.CreateChecked(0.5));")]
    [InlineData("[Differentiable] static T F<T>(T x, [NonDifferentiable] T p) where T : INumber<T>, IPowerFunctions<T> => T.Pow(x, p);")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : INumber<T> => {|DIFF0065:T.One % x|} + x % T.One;")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : INumber<T> { x %= T.One; T y = T.One; {|DIFF0065:y %= x|}; return y; }")]
    public Task Derivatives_need_interfaces(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("[Differentiable] static double F<T>(double x, T {|DIFF0068:y|}) => x;")]
    [InlineData("[Differentiable] static double F<T>(double x, ReadOnlySpan<T[]> {|DIFF0068:y|}) => x;")]
    [InlineData("[Differentiable] static double F<T>(double x, T y) where T : class => x;")]
    [InlineData("[Differentiable] static double F<T>(double x, T y) where T : IBinaryInteger<T> => x;")]
    [InlineData("[Differentiable] static T F<T>(T x) where T : INumberBase<T> => x;")]
    [InlineData("[Differentiable] static T {|DIFF0009:F|}<T>(T x) where T : IBinaryInteger<T> => x;")]
    public Task Type_parameters_are_numbers(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("public partial interface I { [Differentiable] static virtual double {|DIFF0066:F|}(double x) => x; }")]
    [InlineData("public partial interface I { [Differentiable] static abstract double F(double x); }")]
    [InlineData("public partial interface I { [Differentiable] static double F(double x) => x; }")]
    [InlineData("public interface {|DIFF0001:I|} { [Differentiable] static abstract double F(double x); }")]
    [InlineData("public partial interface I { [Differentiable] static abstract double {|DIFF0009:F|}(int x); }")]
    [InlineData("public partial interface I { [Differentiable] static abstract double F(double[] {|DIFF0067:x|}, ReadOnlySpan<double> y, int[] z); }")]
    [InlineData("public partial interface I { [Differentiable] static abstract double F(double x, Span<double> {|DIFF0067:y|}); }")]
    [InlineData("public interface I { static abstract double F(double x); } public partial class C : I { [{|DIFF0008:Differentiable|}] static double I.F(double x) => x; }")]
    [InlineData("public partial interface I { [Differentiable] static abstract double F(double x); } public partial class C : I { [{|DIFF0008:Differentiable|}] static double I.F(double x) => x; }")]
    public Task Interfaces_declare_what_is_implemented(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("interface I { static abstract double F(double x); } [Differentiable] static double G<T>(double x) where T : I => {|DIFF0015:T.F(x)|};")]
    [InlineData("[Differentiable] static double G<T>(double x, [NonDifferentiable] T y) where T : IComparable<double> => y.CompareTo(1) * x;")]
    [InlineData("[Differentiable] static T G<T>(T x) where T : INumber<T> => x.CompareTo(T.One) > 0 || x.Equals(T.Zero) ? x : T.IsInteger(x) ? -x : x * x;")]
    [InlineData("[Differentiable] static {|DIFF0012:(double, T)|} P<T>(double x, [NonDifferentiable] T y) => (x, y); [Differentiable] static double G(double x) => P(x, 1).Item1 + P(x, x).Item1;")]
    [InlineData("[Differentiable] static T P<T>(T x) where T : INumber<T> => x * x; [Differentiable] static double G(double x, int n) => x * P(n) + P(x);")]
    [InlineData("[Differentiable] static T G<T>(ReadOnlySpan<T> x) where T : struct, IFloatingPointIeee754<T> => {|DIFF0015:System.Numerics.Tensors.TensorPrimitives.Dot(x, x)|};")]
    [InlineData("[Differentiable] static T G<T>(ReadOnlySpan<T> x) where T : unmanaged, IFloatingPointIeee754<T> => System.Numerics.Tensors.TensorPrimitives.Dot(x, x);")]
    [InlineData("[Differentiable] static T G<T>(T x) where T : INumber<T> => {|DIFF0015:T.CreateSaturating(2 * double.CreateChecked(x))|};")]
    [InlineData("[Differentiable] static T G<T>(T x) where T : IFloatingPointIeee754<T> => T.CreateSaturating(2 * double.CreateTruncating(x));")]
    [InlineData("[Differentiable] static T G<T>(T x) where T : INumber<T> => (T){|DIFF0016:(object)x|};")]
    [InlineData("[Differentiable] static T G<T, U>(T x, [NonDifferentiable] U y) where T : INumber<T>, IMultiplyOperators<T, U, T> => {|DIFF0015:x * y|};")]
    public Task Calls_follow_derivatives(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("[Differentiable] static double F(double x) => x; [Differentiable] static double F<T>(double x) => x;")]
    [InlineData("[Differentiable] static T {|DIFF0013:F|}<T>(T x) where T : INumber<T> => x; static void FGradient<T>(T y) { }")]
    public Task Arity_tells_overloads_apart(string members) => Analysis.AssertReports(In(members));

    private static string In(string members) =>
        $"using System; using System.Numerics; public static partial class C {{ {members} }}";

    /// <summary>Each stands in the place of its call for each type, so these must come to an end.</summary>
    [Theory]
    [InlineData("F<Square>(x)")]
    [InlineData("F<Twice<Twice<Square>>>(x)")]
    [InlineData("F<Endless<Square>>(x)", "{|DIFF0019:C.F<Endless<Endless<T>>>(x)|}")]
    public Task Types_that_say_what_is_done_may_be_nested(string value, string inEndless = "C.F<Endless<Endless<T>>>(x)") => Analysis.AssertReports($$"""
        public interface IFunction { static abstract double At(double x); }
        public readonly struct Square : IFunction { public static double At(double x) => x * x; }
        public readonly struct Twice<T> : IFunction where T : IFunction { public static double At(double x) => C.F<T>(T.At(x)); }
        public readonly struct Endless<T> : IFunction where T : IFunction { public static double At(double x) => {{inEndless}}; }
        public static partial class C
        {
            public static double F<T>(double x) where T : IFunction => T.At(x);
            [Differentiable] public static double G(double x) => {{value}};
        }
        """);
}
