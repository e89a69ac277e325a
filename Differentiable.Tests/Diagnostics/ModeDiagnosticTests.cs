namespace Differentiable.Tests.Diagnostics;

/// <summary>What can be asked for: each diagnostic fires at its place, and not for the nearest neighbour.</summary>
public class ModeDiagnosticTests
{
    private const string Point = "public record struct P(double X, double Y);";

    [Theory]
    [InlineData("[Differentiable] static double G(double x) => x; [Differentiable(Derivatives.Gradient | Derivatives.Jvp)] static double F(double x) => {|DIFF0032:G(x)|};")]
    [InlineData("[Differentiable(Derivatives.All)] static double G(double x) => x; [Differentiable(Derivatives.Jvp)] static double F(double x) => G(x);")]
    [InlineData("[Differentiable(Derivatives.Jvp)] static double G(double x) => x; [Differentiable(Derivatives.Jvp, Order = 2)] static double F(double x) => {|DIFF0032:G(x)|};")]
    [InlineData("[Differentiable(Derivatives.Jvp)] static double G(double x) => x; [Differentiable] static double F(double x) => {|DIFF0032:G(x)|};")]
    public Task Called_methods_have_the_same_derivatives(string members) => Analysis.AssertReports(In(members));

    [Theory]
    [InlineData("[Differentiable(Derivatives.Hessian)] static double {|DIFF0033:F|}(P[] p) => p[0].X;")]
    [InlineData("[Differentiable(Derivatives.Jacobian)] static double {|DIFF0033:F|}(System.Half x) => (double)x;")]
    [InlineData("[Differentiable(Derivatives.Hvp | Derivatives.Jvp)] static double F(P[] p) => p[0].X * p[0].Y;")]
    [InlineData("[Differentiable(Derivatives.Hessian | Derivatives.Jacobian)] static double F(P p) => p.X * p.Y;")]
    public Task Matrices_are_of_numbers(string members) => Analysis.AssertReports(In(members));

    private static string In(string members) => $"{Point} public static partial class C {{ {members} }}";
}
