using System.Globalization;
using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Diagnostics;

/// <summary>What is wrong with a rule is said where it says what it is for, and where its method is called.</summary>
public class RuleDiagnosticTests
{
    [Theory]
    [InlineData("[DerivativeOf(typeof(Lib), \"F\")] public static double P(double x, double dresult) => dresult;")]
    [InlineData("[DerivativeOf(typeof(Lib), nameof(Lib.F))] public static double P(double dresult, double result) => dresult * result;")]
    [InlineData("[DerivativeOf(typeof(Lib), nameof(Lib.F))] public static (double value, double valueDot) T(double x, double xDot) => (x, xDot);")]
    [InlineData("[DerivativeOf(typeof(Lib), nameof(Lib.G))] public static void P(int aLength, double dresult, System.Span<double> da) { }")]
    [InlineData("[DerivativeOf(typeof(Lib), nameof(Lib.G))] public static void P(System.ReadOnlySpan<double> a, double dresult, System.Span<double> da) { }")]
    [InlineData("[DerivativeOf(typeof(Lib), nameof(Lib.H))] public static T P<T>(T x, T dresult) => dresult;")]
    [InlineData("[DerivativeOf(typeof(Lib), nameof(Lib.H))] public static float P(float x, float dresult) => dresult;")]
    [InlineData("[DerivativeOf(typeof(Lib), nameof(Lib.I))] public static double P(Lib self, double x, double dresult) => dresult;")]
    [InlineData("[DerivativeOf(typeof(Lib), nameof(Lib.F)), DerivativeOf(typeof(Lib), nameof(Lib.E))] public static double P(double x, double dresult) => dresult;")]
    public Task A_rule_that_fits_is_silent(string rule) => Analysis.AssertReports(InClass(rule));

    [Theory]
    [InlineData("public static double P(float x, float dresult) => dresult;")]
    [InlineData("public static double P(double y, double dresult) => dresult;")]
    [InlineData("public static double P(double x) => x;")]
    [InlineData("public static float P(double x, double dresult) => 1;")]
    [InlineData("public static double T(double x, double xDot) => xDot;")]
    [InlineData("public static (double value, double valueDot) T(double xDot) => (xDot, xDot);")]
    [InlineData("public double P(double x, double dresult) => dresult;")]
    public Task A_rule_that_does_not_fit_is_told(string rule) => Analysis.AssertReports($$"""
        using Differentiable;
        {{Library}}
        public partial class C { [{|DIFF0051:DerivativeOf(typeof(Lib), nameof(Lib.F))|}] {{rule}} }
        """);

    /// <summary>The elements of tuples are told apart by their names, for their types are the same.</summary>
    [Theory]
    [InlineData("static double F(double a, double b) => a * b;", "static (double a, double b) P(double a, double b, double dresult) => (b, a);", true)]
    [InlineData("static double F(double a, double b) => a * b;", "static (double da, double db) P(double a, double b, double dresult) => (b, a);", true)]
    [InlineData("static double F(double a, double b) => a * b;", "static (double, double) P(double a, double b, double dresult) => (b, a);", true)]
    [InlineData("static double F(double a, double b) => a * b;", "static (double db, double da) P(double a, double b, double dresult) => (a, b);", false)]
    [InlineData("static double F(double a, double b) => a * b;", "static (double a, double c) P(double a, double b, double dresult) => (b, a);", false)]
    [InlineData("static double F(double a) => a;", "static (double value, double valueDot) P(double a, double aDot) => (a, aDot);", true)]
    [InlineData("static double F(double a) => a;", "static (double y, double yDot) P(double a, double aDot) => (a, aDot);", true)]
    [InlineData("static double F(double a) => a;", "static (double valueDot, double value) P(double a, double aDot) => (aDot, a);", false)]
    [InlineData("static (double s, double c) F(double a) => (a, a);", "static double P(double a, (double s, double c) dresult) => dresult.s + dresult.c;", true)]
    [InlineData("static (double s, double c) F(double a) => (a, a);", "static double P(double a, (double c, double s) dresult) => dresult.s + dresult.c;", false)]
    [InlineData("static (double s, double c) F(double a) => (a, a);", "static (double c, double s, double cDot, double sDot) P(double a, double aDot) => (a, a, aDot, aDot);", false)]
    [InlineData("static double F((double re, double im) z) => z.re;", "static (double im, double re) P((double re, double im) z, double dresult) => (0, dresult);", false)]
    [InlineData("static double F((double re, double im) z) => z.re;", "static (double re, double im) P((double re, double im) z, double dresult) => (dresult, 0);", true)]
    public Task Names_of_elements_are_looked_at(string method, string rule, bool fits) => Analysis.AssertReports(InClass($$"""
        [{{(fits ? "CustomGradient(nameof(P))" : "{|DIFF0051:CustomGradient(nameof(P))|}")}}] {{method}}
        {{rule}}
        """));

    [Fact]
    public async Task The_message_shows_both_signatures()
    {
        string message = await Message("[DerivativeOf(typeof(Lib), nameof(Lib.G))] public static int Mine(int i) => i;");
        Assert.Contains("'static void Mine(double[] a, double dresult, Span<double> da)'", message, StringComparison.Ordinal);
        Assert.Contains("'static (double value, double valueDot) Mine(double[] a, ReadOnlySpan<double> aDot)'", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_shows_the_names_of_elements()
    {
        string message = await Message("static (double s, double c) Turn((double re, double im) z) => z; [DerivativeOf(typeof(C), nameof(Turn))] static (double im, double re) Mine((double s, double c) dresult) => dresult;");
        Assert.Contains("'static (double re, double im) Mine((double re, double im) z, (double s, double c) dresult)'", message, StringComparison.Ordinal);
        Assert.Contains("'static (double s, double c, double sDot, double cDot) Mine((double re, double im) z, (double re, double im) zDot)'", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_shows_outputs()
    {
        string message = await Message("[DerivativeOf(typeof(Lib), nameof(Lib.O))] public static int Mine(int i) => i;");
        Assert.Contains("'static double Mine(Lib self, double x, double y, System.Span<double> z, double dw, ref double dy, Span<double> dz)'".Replace("System.", ""), message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{|DIFF0050:DerivativeOf(typeof(Lib), \"Missing\")|}] public static double P(double x, double dresult) => dresult;")]
    [InlineData("[CustomGradient(nameof(P))] static void M(ref double a, in double b) => a *= b; static double P(double a, double b, ref double da) => 0; [Differentiable] static double F(double x) { {|DIFF0076:M(ref x, in x)|}; M(ref x, in s_other); return x; } static double s_other;")]
    [InlineData("public struct V { public double X; [{|DIFF0051:CustomGradient(nameof(P))|}] public V Twice() => new() { X = 2 * X }; static V P(V v, V dresult) => dresult; }")]
    [InlineData("[{|DIFF0050:CustomGradient(\"Missing\")|}] static double F(double x) => x;")]
    [InlineData("[{|DIFF0051:CustomGradient(nameof(P))|}] static double F(double x) => x; static double P(double x) => x;")]
    public Task What_does_not_exist_is_told(string members) => Analysis.AssertReports(InClass(members));

    [Fact]
    public Task Two_rules_of_one_form_are_told() => Analysis.AssertReports(InClass("""
        [{|DIFF0052:DerivativeOf(typeof(Lib), nameof(Lib.F))|}] public static double P(double x, double dresult) => dresult;
        [{|DIFF0052:DerivativeOf(typeof(Lib), nameof(Lib.F))|}] public static double Q(double dresult) => dresult;
        [DerivativeOf(typeof(Lib), nameof(Lib.F))] public static (double value, double valueDot) T(double x, double xDot) => (x, xDot);
        [Differentiable] public static double Calls(double x) => {|DIFF0052:Lib.F(x)|};
        """));

    [Fact]
    public Task A_tangent_rule_of_arrays_has_no_reverse_mode_by_itself() => Analysis.AssertReports(InClass("""
        [DerivativeOf(typeof(Lib), nameof(Lib.G))] public static (double value, double valueDot) T(double[] a, double[] aDot) => (a[0], aDot[0]);
        [Differentiable] public static double Calls(double[] a) => {|DIFF0053:Lib.G(a)|};
        """));

    [Fact]
    public Task What_a_refused_call_gives_out_may_be_read() => Analysis.AssertReports(InClass("""
        static void O(System.Span<double> y, out double sum) => sum = y[0] *= 2;
        [DerivativeOf(typeof(C), nameof(O))] static void T(System.Span<double> y, out double sum, System.Span<double> yDot, out double sumDot) { sum = y[0] *= 2; sumDot = yDot[0] *= 2; }
        [Differentiable] public static double Calls(double[] a) { {|DIFF0053:O(a, out double s)|}; double z = a[0]; return s + z; }
        """));

    [Fact]
    public Task A_tangent_rule_that_calls_its_method_has_no_reverse_mode() => Analysis.AssertReports(InClass("""
        [Differentiable, CustomGradient(nameof(T))] public static double {|DIFF0053:F|}(double x) => Math.Exp(x);
        [Differentiable] static (double value, double valueDot) T(double x, double xDot) { double y = {|DIFF0053:F(x)|}; return (y, y * xDot); }
        """));

    [Fact]
    public Task A_rule_is_for_the_calls_that_one_writes() => Analysis.AssertReports(InClass("""
        [DerivativeOf(typeof(Math), nameof(Math.Abs))] public static double P(double value, double dresult) => value < 0 ? -dresult : dresult;
        [Differentiable(Derivatives.Jvp)] public static double F(System.Numerics.Complex a, System.Numerics.Complex b) => (a / b).Real;
        [Differentiable(Derivatives.Jvp)] public static double G(double x) => {|DIFF0055:Math.Abs(x)|};
        """));

    [Theory]
    [InlineData("Gradient", "P", true)]
    [InlineData("Jvp", "P", false)]
    [InlineData("Jvp", "T", true)]
    [InlineData("Gradient | Derivatives.Jvp", "T", true)]
    [InlineData("Hvp", "T", false)]
    [InlineData("Hvp", "D", true)]
    [InlineData("Jacobian", "P", false)]
    [InlineData("Jacobian", "T", true)]
    [InlineData("Hessian", "T", false)]
    [InlineData("Hessian", "D", true)]
    public Task What_rules_do_not_give_is_told(string wanted, string rule, bool isGiven) => Analysis.AssertReports(InClass($$"""
        [CustomGradient(nameof({{rule}}))] static double F(double x) => x;
        static double P(double dresult) => dresult;
        static (double value, double valueDot) T(double x, double xDot) => (x, xDot);
        [Differentiable(Derivatives.Gradient)] static (double value, double valueDot) D(double x, double xDot) => (x, xDot);
        [Differentiable(Derivatives.{{wanted}})] public static double Calls(double x) => {{(isGiven ? "F(x)" : "{|DIFF0055:F(x)|}")}};
        """));

    /// <summary>Each order takes a tangent rule of the one before, and reverse mode over it a rule of that.</summary>
    [Theory]
    [InlineData("Hvp, Order = 1", true)]
    [InlineData("Jvp, Order = 2", true)]
    [InlineData("Hvp, Order = 2", false)]
    [InlineData("Jvp, Order = 3", false)]
    public Task Rules_of_rules_give_higher_orders(string wanted, bool isGiven) => Analysis.AssertReports(InClass($$"""
        [CustomGradient(nameof(T))] static double F(double x) => x;
        [CustomGradient(nameof(TT))] static (double value, double valueDot) T(double x, double xDot) => (x, xDot);
        static (double value, double valueDot, double valueDot2, double valueDotDot) TT(double x, double xDot, double xDot2, double xDotDot) => (x, xDot, xDot2, xDotDot);
        [Differentiable(Derivatives.{{wanted}})] public static double Calls(double x) => {{(isGiven ? "F(x)" : "{|DIFF0055:F(x)|}")}};
        """));

    [Theory]
    [InlineData("Hvp, Order = 1")]
    [InlineData("Jvp, Order = 2")]
    [InlineData("Hvp, Order = 3")]
    public Task Functions_of_TensorPrimitives_give_all_orders(string wanted) => Analysis.AssertReports(InClass($$"""
        [Differentiable(Derivatives.{{wanted}})] public static double Calls(System.ReadOnlySpan<double> x) => System.Numerics.Tensors.TensorPrimitives.Sum(x);
        """));

    [Fact]
    public Task A_rule_that_is_hidden_is_told() => Analysis.AssertReports($$"""
        using Differentiable;
        public static partial class Lib2
        {
            [CustomGradient(nameof(P))] public static double F(double x) => x;
            private static double P(double dresult) => dresult;
            [Differentiable, CustomGradient(nameof(P))] public static double G(double x) => x;
            [Differentiable] public static double Here(double x) => F(x);
        }
        public static partial class C
        {
            [Differentiable] public static double There(double x) => {|DIFF0054:Lib2.F(x)|};
            [Differentiable] public static double ByItsHalves(double x) => Lib2.G(x);
        }
        """);

    private const string Library = """
        public partial class Lib
        {
            public static double F(double x) => x;
            public static double E(double x) => x;
            public static double G(double[] a) => a[0];
            public static T H<T>(T x) => x;
            public double I(double x) => x;
            public void O(double x, ref double y, System.Span<double> z, out double w) => w = x;
        }
        """;

    private static string InClass(string members) => $$"""
        using Differentiable;
        {{Library}}
        public static partial class C
        {
            {{members}}
        }
        """;

    private static async Task<string> Message(string members)
    {
        IEnumerable<Diagnostic> found = await Analysis.Diagnostics(Compiler.Compile(Compiler.Parse(InClass(members))));
        return Assert.Single(found).GetMessage(CultureInfo.InvariantCulture);
    }
}
