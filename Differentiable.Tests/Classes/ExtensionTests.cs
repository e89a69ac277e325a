using Differentiable.Tests.Diagnostics;

namespace Differentiable.Tests.Classes;

/// <summary>Calls of extension methods are calls like others.</summary>
public class ExtensionTests
{
    [Fact]
    public void Extension_methods_are_called_by_dots_as_by_names()
    {
        double[] a = [0.5, -0.3, 0.8];
        (double value, double[] da, double dx) = Extensions.ByDotsValueAndGradient(a, 0.7);
        (double expected, double[] expectedA, double expectedX) = Extensions.ByNamesValueAndGradient(a, 0.7);
        Assert.Equal(expected, value);
        Assert.Equal(expectedA, da);
        Assert.Equal(expectedX, dx);
        double difference = (Extensions.ByNames(a, 0.7 + 1e-6) - Extensions.ByNames(a, 0.7 - 1e-6)) / 2e-6;
        Assert.Equal(difference, dx, 1e-6);
        Assert.Equal(Extensions.ByNamesJvp(a, 0.7, [1, 2, 3], 0.5), Extensions.ByDotsJvp(a, 0.7, [1, 2, 3], 0.5));
        Assert.Equal(Extensions.ByNamesJacobian(a, 0.7), Extensions.ByDotsJacobian(a, 0.7));
        Assert.Equal(Extensions.ByNamesHessian(a, 0.7), Extensions.ByDotsHessian(a, 0.7));
    }

    [Fact]
    public void Rules_reach_the_members_of_blocks()
    {
        Assert.Equal(1.5 * 0.7 * 0.7 + 0.5, RulesOfExtensions.PropertyByDotGradient(0.7), 1e-14);
        Assert.Equal(2 * (1.5 * 0.7 * 0.7 + 0.5), RulesOfExtensions.PropertyByDotJvp(0.7, 2).valueDot, 1e-14);
        (double x, double y) = RulesOfExtensions.MethodByDotGradient(0.7, 1.25);
        Assert.Equal((2 * 0.7 * 1.953125, 3 * 0.49 * 1.5625), (x, y), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-14);
        Assert.Equal((1.5625, 2 * 0.7 * 1.25), RulesOfExtensions.PropertyOfTupleGradient(0.7, 1.25), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-14);
    }

    [Fact]
    public Task A_result_may_be_what_stands_before_the_dot() => Analysis.AssertReports("""
        public static partial class C
        {
            [Differentiable] static double[] Same(this double[] a) => a;
            [Differentiable] static double[] Chosen(this double[] a, double x) => x > 0 ? a.Same() : [x];
            [Differentiable] static double F(double[] a, double x) { double[] b = [.. a]; double[] c = {|DIFF0031:b.Chosen(x)|}; c[0] += 1; return b[0]; }
        }
        """);

    [Fact]
    public void What_is_extended_may_be_a_struct()
    {
        (double x, double angle) = ExtensionMembers.TurnsGradient(0.8, 0.3);
        Assert.Equal(Math.Cos(0.3) - 2 * Math.Sin(0.3), x, 1e-12);
        Assert.Equal(-0.8 * Math.Sin(0.3) - 1.6 * Math.Cos(0.3), angle, 1e-12);
        Assert.Equal([x, angle], ExtensionMembers.TurnsJacobian(0.8, 0.3).Cast<double>());
        Assert.Equal(((1.0, -0.0), -2.0), ExtensionMembers.TurnedGradient((1, 2), 0.0));
    }

    [Fact]
    public void Extension_blocks_of_structs_are_looked_into() => AssertGradient(ExtendedStructs.Uses, ExtendedStructs.UsesGradient, (spot, dot) => ExtendedStructs.UsesJvp(spot, dot).valueDot);

    [Fact]
    public void Marked_members_of_extension_blocks_are_called() =>
        AssertGradient(ExtendedStructs.UsesMarked, ExtendedStructs.UsesMarkedGradient, (spot, dot) => ExtendedStructs.UsesMarkedJvp(spot, dot).valueDot);

    [Fact]
    public void Members_of_blocks_are_called_by_their_class() =>
        AssertGradient(ExtendedStructs.UsesByClass, ExtendedStructs.UsesByClassGradient, (spot, dot) => ExtendedStructs.UsesByClassJvp(spot, dot).valueDot);

    private static void AssertGradient(Func<Spot, double> function, Func<Spot, Spot> gradientOf, Func<Spot, Spot, double> tangentOf)
    {
        (double x, double y, double h) = (0.7, 0.6, 1e-5);
        Spot gradient = gradientOf(new(x, y));
        Assert.Equal((function(new(x + h, y)) - function(new(x - h, y))) / (2 * h), gradient.X, 1e-7);
        Assert.Equal((function(new(x, y + h)) - function(new(x, y - h))) / (2 * h), gradient.Y, 1e-7);
        Assert.Equal(gradient.X - 2 * gradient.Y, tangentOf(new(x, y), new(1, -2)), 1e-12);
    }

    [Fact]
    public void Members_of_extension_blocks_are_static_methods_with_one_parameter_more()
    {
        double[] w = [0.5, 2];
        const double X = 0.8, K = 0.25;
        (double[] dw, double dx) = ExtensionMembers.UsesGradient(w, X, K);
        double norm = w[0] * w[0] + 2.25 * w[1] * w[1];
        Assert.Equal(2 * w[0] * Math.Pow(X, 5), dw[0], 1e-12);
        Assert.Equal(2 * 2.25 * w[1] * Math.Pow(X, 5), dw[1], 1e-12);
        Assert.Equal(5 * norm * Math.Pow(X, 4) + (1 - K + 2 * K * X) * 2 * K * 3 * K, dx, 1e-12);
        Assert.Equal(3 * X * X, ExtensionMembers.PowerGradient(X, 3), 1e-12);
        double[,] jacobian = ExtensionMembers.UsesJacobian(w, X, K), hessian = ExtensionMembers.UsesHessian(w, X, K);
        (double[] ddw, double ddx) = ExtensionMembers.UsesHvp(w, X, K, [0, 0], 1);
        Assert.Equal([dw[0], dw[1], dx], jacobian.Cast<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(ExtensionMembers.UsesJvp(w, X, K, [0, 0], 1).valueDot, dx, 1e-12);
        Assert.Equal(20 * norm * Math.Pow(X, 3) + 2 * K * 2 * K * 3 * K, ddx, 1e-12);
        Assert.Equal((hessian[0, 2], hessian[1, 2], hessian[2, 2]), (ddw[0], ddw[1], ddx));
    }
}
