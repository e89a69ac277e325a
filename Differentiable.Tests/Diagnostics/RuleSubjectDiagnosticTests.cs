using System.Globalization;
using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Diagnostics;

/// <summary>What may have rules, beside methods: operators, conversions, properties that a struct computes; and methods that change their struct.</summary>
public class RuleSubjectDiagnosticTests
{
    [Theory]
    [InlineData("[CustomGradient(nameof(P))] public static V operator -(V a) => a; static V P(V dresult) => dresult;")]
    [InlineData("[CustomGradient(nameof(P))] public static explicit operator double(V a) => a.X; static V P(double dresult) => new() { X = dresult };")]
    [InlineData("[CustomGradient(nameof(P))] public double Half => X / 2; static V P(double dresult) => new() { X = dresult / 2 };")]
    [InlineData("public double Half { [CustomGradient(nameof(P))] get => X / 2; set => X = 2 * value; } static V P(double dresult) => new() { X = dresult / 2 };")]
    [InlineData("[CustomGradient(nameof(P))] public double this[int i] => X * i; static V P(int i, double dresult) => new() { X = i * dresult };")]
    [InlineData("public double this[int i] => X * i; [DerivativeOf(typeof(V), \"this[]\")] static V P(int i, double dresult) => new() { X = i * dresult };")]
    [InlineData("[CustomGradient(nameof(P))] public void Halve() => X /= 2; static void P(ref V dself) => dself.X /= 2;")]
    [InlineData("[CustomGradient(nameof(P))] public double Next() => ++X; static void P(double dresult, ref V dself) => dself.X += dresult;")]
    [InlineData("[CustomGradient(nameof(P))] public double Next() => ++X; static (double value, double valueDot) P(ref V self, ref V selfDot) => (++self.X, selfDot.X);")]
    [InlineData("public static V operator +(V a, V b) => a; [DerivativeOf(typeof(V), \"op_Addition\")] static (V a, V b) P(V dresult) => (dresult, dresult);")]
    public Task Rules_that_fit_are_silent(string members) => Analysis.AssertReports(InStruct(members));

    [Theory]
    [InlineData("[{|DIFF0051:CustomGradient(nameof(P))|}] public static V operator -(V a) => a; static V P(V b, V dresult) => dresult;")]
    [InlineData("[{|DIFF0051:CustomGradient(nameof(P))|}] public double this[int i] => X * i; static V P(int k, double dresult) => default;")]
    [InlineData("[{|DIFF0051:CustomGradient(nameof(P))|}] public void Halve() => X /= 2; static V P(V self) => self;")]
    [InlineData("[{|DIFF0051:CustomGradient(nameof(P))|}] public double Half => X / 2; static void P(double dresult, ref V dself) => dself.X += dresult / 2;")]
    public Task Rules_that_do_not_fit_are_told(string members) => Analysis.AssertReports(InStruct(members));

    [Theory]
    [InlineData("[{|DIFF0056:CustomGradient(nameof(P))|}] public static bool operator true(V a) => a.X > 0; public static bool operator false(V a) => a.X <= 0; static V P(V a) => a;")]
    [InlineData("[{|DIFF0056:CustomGradient(nameof(P))|}] public static V operator checked ++(V a) => a; public static V operator ++(V a) => a; static V P(V a) => a;")]
    [InlineData("[{|DIFF0056:CustomGradient(nameof(P))|}] public double Stored { get; set; } static V P(double dresult) => default;")]
    [InlineData("[{|DIFF0056:CustomGradient(nameof(P))|}] public static double One => 1; static V P(double dresult) => default;")]
    [InlineData("public double Half { get => X / 2; [{|DIFF0056:CustomGradient(nameof(P))|}] set => X = 2 * value; } static V P(double dresult) => default;")]
    [InlineData("public static bool operator <(V a, V b) => true; public static bool operator >(V a, V b) => true; [{|DIFF0056:DerivativeOf(typeof(V), \"op_LessThan\")|}] static (V a, V b) P(V a, V b) => (a, b);")]
    [InlineData("[{|DIFF0056:DerivativeOf(typeof(V), nameof(X2))|}] static V P(double dresult) => default; public double X2 { get; set; }")]
    [InlineData("[{|DIFF0056:CustomGradient(nameof(P))|}] static (double[] Q, double D) Factors(double[] m) => (m, m[0]); static void P(double[] m, (double[], double) dresult, System.Span<double> dm) { }")]
    [InlineData("[{|DIFF0056:DerivativeOf(typeof(V), \".ctor\")|}] static void P(V dresult) { }")]
    [InlineData("public double Half => X / 2; [{|DIFF0050:DerivativeOf(typeof(V), \"get_Half\")|}] static V P(double dresult) => default;")]
    public Task What_has_no_rules_is_told(string members) => Analysis.AssertReports(InStruct(members));

    [Fact]
    public async Task The_message_names_the_operators()
    {
        string source = InStruct("public static V operator +(V a, V b) => a; public static V operator -(V a) => a; [DerivativeOf(typeof(V), \"op_Plus\")] static V P(V a) => a;");
        IEnumerable<Diagnostic> found = await Analysis.Diagnostics(Compiler.Compile(Compiler.Parse(source)));
        string message = Assert.Single(found).GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("'V' has no method 'op_Plus': name one that it has (its operators are 'op_Addition', 'op_UnaryNegation')", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{|DIFF0055:v + v|}")]
    [InlineData("{|DIFF0055:v += v|}")]
    [InlineData("{|DIFF0055:(V)x|}")]
    [InlineData("{|DIFF0055:++v|}")]
    [InlineData("new V { X = {|DIFF0055:v.Half|} }")]
    public Task What_rules_do_not_give_is_told_at_their_use(string use) => Analysis.AssertReports($$"""
        using Differentiable;
        public struct V
        {
            public double X;
            public static V operator +(V a, V b) => new() { X = a.X + b.X };
            public static V operator ++(V a) => new() { X = a.X + 1 };
            public static explicit operator V(double x) => new() { X = x };
            public double Half => X / 2;
        }
        public static partial class C
        {
            [DerivativeOf(typeof(V), "op_Addition")] static (V a, V b) OfSum(V dresult) => (dresult, dresult);
            [DerivativeOf(typeof(V), "op_Increment")] static V OfNext(V dresult) => dresult;
            [DerivativeOf(typeof(V), "op_Explicit")] static double OfCast(V dresult) => dresult.X;
            [DerivativeOf(typeof(V), nameof(V.Half))] static V OfHalf(double dresult) => new() { X = dresult / 2 };
            [Differentiable(Derivatives.Jvp)] public static double F(double x) { V v = new() { X = x }; V w = {{use}}; return w.X; }
        }
        """);

    [Fact]
    public Task A_rule_and_its_method_agree_on_the_struct() => Analysis.AssertReports("""
        using Differentiable;
        public struct V
        {
            public double X;
            [CustomGradient(nameof(OfNext))] public double Next() => ++X;
            [CustomGradient(nameof(OfTwice))] public double Twice() => 2 * X;
            internal static V OfNext(double dresult) => new() { X = dresult };
            internal static void OfTwice(double dresult, ref V dself) => dself.X += 2 * dresult;
        }
        public static partial class C
        {
            [Differentiable] public static double F(double x) { V v = new() { X = x }; return {|DIFF0015:v.Next()|}; }
            [Differentiable] public static double G(double x) { V v = new() { X = x }; return {|DIFF0015:v.Twice()|}; }
        }
        """);

    [Fact]
    public Task A_tangent_rule_that_uses_its_operator_has_no_reverse_mode() => Analysis.AssertReports("""
        using Differentiable;
        public struct V { public double X; public static V operator +(V a, V b) => new() { X = a.X + b.X }; }
        public static partial class C
        {
            [DerivativeOf(typeof(V), "op_Addition"), Differentiable] static (V value, V valueDot) T(V a, V b, V aDot, V bDot) => ({|DIFF0053:a + b|}, aDot);
            [Differentiable] public static double F(double x) { V v = new() { X = x }; return ({|DIFF0053:v + v|}).X; }
        }
        """);

    private static string InStruct(string members) => $$"""using Differentiable; public struct V { public double X; {{members}} }""";
}
