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

    /// <summary>Where matrices are made one column at a time, that is made of the tangents of callees.</summary>
    [Theory]
    [InlineData("[Differentiable(Derivatives.Jacobian)] static double G(double x) => x; [Differentiable(Derivatives.Jacobian)] static double F(P[] p) => {|DIFF0032:G(p[0].X)|};")]
    [InlineData("[Differentiable(Derivatives.Jacobian)] static double G(double x) => x; [Differentiable(Derivatives.Jacobian)] static double F(System.Half x) => {|DIFF0032:G((double)x)|};")]
    [InlineData("[Differentiable(Derivatives.Jacobian | Derivatives.Jvp)] static double G(double x) => x; [Differentiable(Derivatives.Jacobian)] static double F(P[] p) => G(p[0].X);")]
    [InlineData("[Differentiable(Derivatives.Jacobian)] static double G(P[] p) => p[0].X; [Differentiable(Derivatives.Jacobian)] static double F(P[] p) => G(p);")]
    public Task Callees_have_tangents_for_one_direction(string members) => Analysis.AssertReports(In(members));

    private static string In(string members) => $"{Point} public static partial class C {{ {members} }}";
}
