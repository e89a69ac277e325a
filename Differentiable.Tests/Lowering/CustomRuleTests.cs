using Differentiable.Generators.Ir;

namespace Differentiable.Tests.Lowering;

/// <summary>What a call says of the rules of its method: each mode finds there what it calls.</summary>
public class CustomRuleTests
{
    [Fact]
    public void Both_forms_are_found_with_what_their_parameters_are_given()
    {
        CustomRule rule = RuleOf("""
            public static double F(double x, ReadOnlySpan<double> w, int n) => x;
            [DerivativeOf(typeof(Source), nameof(F))]
            public static double P(double x, int n, int wLength, double dresult, double result, Span<double> dw) => x;
            [DerivativeOf(typeof(Source), nameof(F))]
            public static (double value, double valueDot) T(double x, ReadOnlySpan<double> w, int n, double xDot, ReadOnlySpan<double> wDot) => (x, xDot);
            [Differentiable] public static double Caller(double x, double[] w) => F(x, w, 2);
            """);
        Assert.Equal(("global::N.Source", "P"), (rule.Pullback!.Callee.Type, rule.Pullback.Callee.Name));
        Assert.Equal("Input 0, Input 2, Length 1, ResultCotangent 0, Value 0, Destination 1", Operands(rule.Pullback));
        Assert.Equal("Input 0, Input 1, Input 2, Tangent 0, Tangent 1", Operands(rule.Tangent!));
        Assert.Equal([IrType.Double, IrType.Double], rule.Tangent!.Callee.Result.Components);
        Assert.False(rule.Tangent.IsDifferentiable);
    }

    [Fact]
    public void Receivers_come_first()
    {
        Callee callee = CallIn("""
            public class Curve { public double At(double x) => x; }
            [DerivativeOf(typeof(Curve), nameof(Curve.At))] public static double P(Curve self, double x, double dresult) => x;
            [Differentiable] public static double Caller(double x, [NonDifferentiable] Curve curve) => curve.At(x);
            """).Callee;
        Assert.Equal([ParameterOrigin.Argument, ParameterOrigin.Receiver], callee.Parameters.Select(parameter => parameter.Origin));
        Assert.Equal("Input 1, Input 0, ResultCotangent 0", Operands(callee.Rule!.Pullback!));
    }

    [Fact]
    public void Type_arguments_follow_from_the_method()
    {
        CustomRule rule = RuleOf("[Differentiable] public static float Caller(float[] x) => System.Numerics.Tensors.TensorPrimitives.Sum(new ReadOnlySpan<float>(x));");
        Assert.Equal(("SumPullback", "<float>"), (rule.Pullback!.Callee.Name, rule.Pullback.Callee.TypeArguments));
        Assert.Equal(("SumTangent", "<float>"), (rule.Tangent!.Callee.Name, rule.Tangent.Callee.TypeArguments));
    }

    [Fact]
    public void A_tangent_rule_may_have_rules_itself()
    {
        CustomRule rule = RuleOf("""
            [CustomGradient(nameof(T))] public static double F(double x) => x;
            [CustomGradient(nameof(P))] public static (double value, double valueDot) T(double x, double xDot) => (x, xDot);
            public static (double x, double xDot) P(double x, double xDot, (double value, double valueDot) dresult) => dresult;
            [Differentiable] public static double Caller(double x) => F(x);
            """);
        Assert.Equal("P", rule.Tangent!.Callee.Rule!.Pullback!.Callee.Name);
        Assert.True(rule.Tangent.Callee.Parameters.All(parameter => parameter.IsActive));
    }

    [Theory]
    [InlineData("w[0]", false)]
    [InlineData("w.Length * Read(w)", false)]
    [InlineData("ReadArray(w)", false)]
    [InlineData("w[0]++", true)]
    [InlineData("Write(w)", true)]
    [InlineData("new List<double[]> { w }[0][0] = 1", true)]
    [InlineData("(w[1], _) = (1.0, 2)", true, "double Body() { (w[1], _) = (1.0, 2); return 1; } return Body();")]
    public void Arrays_count_as_written_unless_they_are_only_read_for_sure(string value, bool isWritten, string? body = null)
    {
        Call call = CallIn($$"""
            [CustomGradient(nameof(P))] public static double F(double[] w) { {{body ?? $"return {value};"}} }
            public static void P(double dresult, Span<double> dw) { }
            static double Read(ReadOnlySpan<double> w) => 1;
            static double Write(double[] w) => w[0] = 1;
            static double ReadArray(double[] w) => w.Length + Rank(w) + ((double[])w.Clone())[0];
            static int Rank(double[] w) => w.Rank + w.GetLength(0);
            [Differentiable] public static double Caller(double[] w) => F(w);
            """);
        Assert.Equal(isWritten, call.Callee.Parameters[0].IsMutated);
    }

    private static string Operands(RuleMethod rule) => string.Join(", ", rule.Operands.Select(operand => $"{operand.Kind} {operand.Parameter}"));

    private static CustomRule RuleOf(string members) => CallIn(members).Callee.Rule!;

    private static Call CallIn(string members)
    {
        var tree = Compiler.Parse(Compiler.InClass(members));
        var compilation = Compiler.Compile(tree);
        Compiler.AssertCompiles(compilation);
        Function function = Compiler.Lower(compilation, tree, "Caller").Function!;
        return function.Body.DescendantStatements().OfType<Call>().Single();
    }
}
