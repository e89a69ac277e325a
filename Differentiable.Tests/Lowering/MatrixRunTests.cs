using System.Reflection;
using Differentiable.Generators.Emit;
using Differentiable.Generators.Lowering;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Transforms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Lowering;

/// <summary>What lowering takes for one run of the method is one: the members that make matrices, which know more, run it no more often.</summary>
public class MatrixRunTests
{
    [Theory]
    [InlineData("Jacobian", "1, 2, 3, 4", "double F(double a, double b, double c, double d) => a * b * c * d * Tick();")]
    [InlineData("Jacobian", "1, 2, 3, 4, 5", "double F(double a, double b, double c, double d, double e) => a * b * c * d * e * Tick();")]
    [InlineData("Jacobian", "1, 2, 3, 4, 5", "(double, double) F(double a, double b, double c, double d, double e) => (a * b, c * d * e * Tick());")]
    [InlineData("Jacobian", "new double[9]", "double F(double[] x) => x[0] * x[8] * Tick();")]
    [InlineData("Jacobian", "new double[9], [1]", "(double, double) F(double[] x, [NonDifferentiable] double[] y) => (x[0] * x[8] * y[0], x[1] * Tick());")]
    [InlineData("Jacobian", "new double[9], 1", "void F(double[] x, out double y, ref double z) { y = x[0] * x[8] * z; z = x[1] * Tick(); }")]
    [InlineData("Jacobian", "1, new double[9]", "void F(double x, Span<double> y) => y[0] = x * y[8] * Tick();")]
    [InlineData("Jacobian", "1", "double[] F(double x) => [x, x * x, Tick(), x, x, x, x, x, x];")]
    [InlineData("Jacobian", "new double[9]", "Four F(double[] x) { Four y = new(); y[0] = x[0]; y[3] = x[8] * Tick(); return y; }")]
    [InlineData("Jacobian", "new Four(), new double[9]", "double F(Four x, double[] y) => x[0] * x[3] * y[8] * Tick();")]
    [InlineData("Jacobian", "new Four()", "double F(Four x) => x[0] * x[3] * Tick();")]
    [InlineData("Jacobian", "new Four()", "Four F(Four x) { x[3] *= x[0] * Tick(); return x; }")]
    [InlineData("Jacobian", "new double[9], new Four()", "void F(double[] x, ref Four y) => y[0] *= x[0] * x[8] * Tick();")]
    [InlineData("Jacobian", "new double[9], 1", "void F(double[] x, double y, out Four z) { z = new(); z[0] = x[0] * x[8] * y * Tick(); }")]
    [InlineData("Jacobian", "1.0", "T F<T>(T x) where T : System.Numerics.IFloatingPointIeee754<T> => x * x * T.CreateChecked(Tick());")]
    [InlineData("Jacobian | Derivatives.Gradient", "1.0, 2.0", "T F<T>(T x, T y) where T : System.Numerics.IFloatingPointIeee754<T> => x * y * T.CreateChecked(Tick());")]
    [InlineData("Hessian", "1, 2, 3, 4", "double F(double a, double b, double c, double d) => a * b * c * d * Tick();")]
    [InlineData("Hessian", "1, 2, 3, 4, 5", "double F(double a, double b, double c, double d, double e) => a * b * c * d * e * Tick();")]
    [InlineData("Hessian", "new double[9]", "double F(double[] x) => x[0] * x[8] * Tick();")]
    [InlineData("Hessian", "new Four()", "double F(Four x) => x[0] * x[3] * Tick();")]
    public void One_run_is_one(string derivatives, string arguments, string method)
    {
        SyntaxTree source = Compiler.Parse(In(derivatives, method));
        CSharpCompilation compilation = Compiler.Compile(source);
        LoweringResult lowered = Compiler.Lower(compilation, source, "F");
        Assert.Empty(lowered.Diagnostics);
        string generated = Emitter.Emit(Differentiation.TryDifferentiate(lowered.Function!).File!);
        string call = $"public static partial class C {{ public static int CountRuns() {{ F{derivatives.Split(' ')[0]}({arguments}); return s_runs; }} }}";
        int runs = RunsOf(compilation.AddSyntaxTrees(Compiler.Parse(generated, "Generated.cs"), Compiler.Parse(call, "Call.cs")));
        Assert.Equal(MatrixRuns.AreSeveral(lowered.Function!), runs > 1);
    }

    private static int RunsOf(CSharpCompilation compilation)
    {
        Compiler.AssertCompiles(compilation);
        using MemoryStream image = new();
        Assert.True(compilation.Emit(image).Success);
        return (int)Assembly.Load(image.ToArray()).GetType("C")!.GetMethod("CountRuns")!.Invoke(null, null)!;
    }

    private static string In(string derivatives, string method) => $$"""
        [System.Runtime.CompilerServices.InlineArray(4)] public struct Four { private double _first; }

        public static partial class C
        {
            private static int s_runs;

            [System.Diagnostics.Contracts.Pure]
            private static double Tick() { s_runs++; return 2; }

            [Differentiable(Derivatives.{{derivatives}})]
            public static {{method}}
        }
        """;
}
