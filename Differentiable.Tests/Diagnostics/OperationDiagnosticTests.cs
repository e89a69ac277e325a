namespace Differentiable.Tests.Diagnostics;

/// <summary>Which methods can be one operation on tensors.</summary>
public class OperationDiagnosticTests
{
    private const string Usings = "using Differentiable; using Differentiable.Tensors; using System; ";

    [Theory]
    [InlineData("public static float {|DIFF0082:F|}(double x) => (float)x;")]
    [InlineData("public static double {|DIFF0082:F|}(double x, float y) => x * y;")]
    [InlineData("public static double {|DIFF0082:F|}(ref double x) => x;")]
    [InlineData("public static double {|DIFF0082:F|}(double x, out double y) => y = x;")]
    [InlineData("public static double {|DIFF0082:F|}(double[][] x) => x[0][0];")]
    [InlineData("public static double {|DIFF0082:F|}((double, double) x) => x.Item1;")]
    [InlineData("public static double {|DIFF0082:F|}(Point p) => p.X;")]
    [InlineData("public static double {|DIFF0082:F|}(double x, [NonDifferentiable] Point p) => x * p.X;")]
    [InlineData("public static Point {|DIFF0082:F|}(double x) => new(x);")]
    [InlineData("public static (double, int) {|DIFF0082:F|}(double x) => (x, 1);")]
    [InlineData("public static void {|DIFF0082:F|}(ReadOnlySpan<double> x, Span<double> y) { for (int i = 0; i < x.Length; i++) y[i] = x[i]; }")]
    [InlineData("public static double {|DIFF0082:F|}(double[] x) { x[0] *= 2; return x[0]; }")]
    [InlineData("public static T {|DIFF0082:F|}<T>(T x) where T : System.Numerics.IFloatingPointIeee754<T> => x;")]
    [InlineData("[Differentiable] public double W; {|#|}public double {|DIFF0082:F|}(double x) => W * x;")]
    [InlineData("public static double F(double x) => {|DIFF0062:Random.Shared.Next()|} * x;")]
    [InlineData("public static double {|DIFF0013:F|}(double x) => x; static Tensor<double> F(Tensor<double> x) => x;")]
    [InlineData("public static double {|DIFF0013:F|}(double[] x) => x[0]; static Tensor<double> F(Tensor<double> x) => x;")]
    [InlineData("public static (double, double) F(double x) => (x, x * x);")]
    [InlineData("public static double F(double x, [NonDifferentiable] ReadOnlySpan<double> y) => x * y[0];")]
    [InlineData("public static double F(double x, int n, [NonDifferentiable] double[] w) => x * w[n];")]
    [InlineData("public static double[] F(double[,] a, double x) { var y = new double[a.GetLength(0)]; for (int i = 0; i < y.Length; i++) y[i] = a[i, 0] * x; return y; }")]
    [InlineData("public double F(in double x) => x;")]
    [InlineData("public static double F(double x) => G(x); [Differentiable(Derivatives.Gradient | Derivatives.Hvp)] static double G(double x) => x * x;")]
    [InlineData("public static double F(double x) => {|DIFF0032:G(x)|}; [Differentiable] static double G(double x) => x * x;")]
    [InlineData("public static T F<T>(T[] x) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => x[0];")]
    public Task Methods_of_numbers_and_arrays(string method) => AssertReports(method);

    [Theory]
    [InlineData("public static Tensor<double> {|DIFF0082:F|}(Tensor<double> x, double y) => Tensor.Multiply(x, y);")]
    [InlineData("public static double {|DIFF0082:F|}(Tensor<double> x) => Tensor.Sum(x).ToScalar();")]
    [InlineData("public static Tensor<double> {|DIFF0082:F|}(Layer layer) => layer.Weights;")]
    [InlineData("public static Tensor<double> {|DIFF0082:F|}(ref Tensor<double> x) => x;")]
    [InlineData("public static Tensor<double> {|DIFF0082:F|}(Variable<double>[] x) => Tensor.Exp(x[0]);")]
    [InlineData("public static (Tensor<double>, Tensor<float>) {|DIFF0082:F|}(Tensor<double> x) => (x, Tensor.Cast<double, float>(x));")]
    [InlineData("public static Tensor<double> {|DIFF0013:F|}(Tensor<double> x) => x; public static int FOperation => 1;")]
    public Task Methods_over_tensors(string method) => AssertReports(method);

    /// <summary>These projects do not allow interceptors.</summary>
    [Theory]
    [InlineData("public static Tensor<double> {|DIFF0086:F|}(Tensor<double> x, [NonDifferentiable] double y) => Tensor.Multiply(x, y);")]
    [InlineData("public static (Tensor<double>, Tensor<double>) {|DIFF0086:F|}(Variable<double> x, Tensor<double>[] y) => (Tensor.Multiply(x, y[0]), Tensor.Add(x, y[1]));")]
    [InlineData("private static Tensor<double> {|DIFF0086:F|}(Tensor<double> x) => x;")]
    [InlineData("public static Tensor<double> {|DIFF0086:F|}(Tensor<double> x) => G(x); [Differentiable] static Tensor<double> G(Tensor<double> x) => Tensor.Multiply(x, x);")]
    public Task Calls_that_are_not_redirected_are_warned_of(string method) => AssertReports(method);

    private static Task AssertReports(string method)
    {
        string[] parts = method.Split("{|#|}");
        return Analysis.AssertReports(
            $"{Usings}public record struct Point(double X); public record struct Layer(Tensor<double> Weights); public partial class C {{ {string.Concat(parts[..^1])} [Differentiable(Derivatives.Operation)] {parts[^1]} }}");
    }
}
