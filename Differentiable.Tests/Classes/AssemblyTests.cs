using System.Reflection;
using System.Runtime.Loader;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Differentiable.Tests.Classes;

/// <summary>Differentiable methods of another assembly, of which a caller sees the metadata only.</summary>
public class AssemblyTests
{
    private const string Library = """
        namespace Lib;

        public static partial class Functions
        {
            [Differentiable]
            public static double Square(double x) => x * x;

            [Differentiable]
            public static double Noisy(double x) => x * Random.Shared.NextDouble();

            [Differentiable]
            public static double[] Scaled(double[] u, double s)
            {
                for (int i = 0; i < u.Length; i++)
                    u[i] *= s;
                return u;
            }

            [Differentiable]
            public static double[] Larger(double[] u, double[] v) => u[0] > v[0] ? u : v;

            [Differentiable]
            public static double Total(double[] u) { double s = 0; foreach (double x in u) s += x; return s; }

            [Differentiable]
            public static double Polar((double X, double Y) p, out double angle) { angle = Math.Atan2(p.Y, p.X); return Math.Sqrt(p.X * p.X + p.Y * p.Y); }

            [Differentiable]
            public static void Decay(Model model, double rate) { for (int i = 0; i < model.Weights.Length; i++) model.Weights[i] *= rate; }

            [Differentiable]
            public static (double[] Values, double Sum) Squares(Model model)
            {
                double[] values = new double[model.Weights.Length];
                double sum = 0;
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = model.Weights[i] * model.Weights[i];
                    sum += values[i];
                }
                return (values, sum);
            }

            [Differentiable]
            public static void Advance(ref Counter counter, double x) { counter.Step(x); counter.Total *= x; }

            [Differentiable]
            public static double[] Given(Model model, double x) { model.Weights[0] *= x; return model.Weights; }

            [Differentiable]
            public static T Cube<T>(T x) where T : System.Numerics.INumber<T> => x * x * x;
        }

        public readonly partial record struct Model(double[] Weights, double Bias)
        {
            [Differentiable]
            public double Predicted(double x) => Weights[0] * x + Weights[1] * x * x + Bias;
        }

        public partial struct Counter
        {
            public double[] Rates;
            public double Total;
            public int Steps;

            [Differentiable]
            public void Step(double x) { Total += Rates[0] * x; Rates[1] *= Total; Steps++; }

            [Differentiable]
            public readonly void Scale(double x) => Rates[1] *= x;
        }

        public partial struct Oscillator(double stiffness)
        {
            public double Stiffness = stiffness;

            [Differentiable]
            public readonly double Energy(double x) => 0.5 * Stiffness * x * x;
        }

        public partial class Layer(double bias)
        {
            [Differentiable]
            protected double[] _weights = [2, 3];

            [Differentiable]
            public double Bias { get; } = bias;

            [Differentiable]
            private double _hidden = 0.5;

            [Differentiable]
            public double Output(double x) => _weights[0] * x * x + _weights[1] * x + Bias;

            [Differentiable]
            public double Secret(double x) => _hidden * x;
        }
        """;

    private const string Application = """
        namespace App;

        public static partial class Program
        {
            [Differentiable]
            public static double Call(double x) => Lib.Functions.Square(x) * x;

            [Differentiable]
            public static double InPlace(double[] w, double x)
            {
                double[] u = [.. w];
                double[] v = Lib.Functions.Scaled(u, x);
                v[0] += 1;
                return Lib.Functions.Total(u) * x;
            }

            [Differentiable]
            public static double Fitted(Lib.Model model, double x)
            {
                double before = model.Predicted(x);
                Lib.Functions.Decay(model, x);
                (double[] values, double sum) = Lib.Functions.Squares(model);
                return before + values[1] * sum + model.Bias * model.Weights[0];
            }

            [Differentiable]
            public static double Counted(double x)
            {
                Lib.Counter counter = new() { Rates = [x, 2], Total = 1 };
                counter.Step(x);
                counter.Scale(x);
                Lib.Functions.Advance(ref counter, x);
                return counter.Total * counter.Rates[1] * counter.Steps;
            }

            [Differentiable]
            public static double Others(Lib.Oscillator oscillator, double x)
            {
                double radius = Lib.Functions.Polar((x, 2), out double angle);
                return oscillator.Energy(x) + radius * angle + Lib.Functions.Cube(x);
            }
        }

        public partial class Squashed(double bias) : Lib.Layer(bias)
        {
            [Differentiable]
            public double Squared(double x) => Output(x) * Output(x);
        }
        """;

    [Fact]
    public void Halves_of_another_assembly_are_called()
    {
        Assembly application = Load(Application);
        Type program = application.GetType("App.Program")!;
        Assert.Equal(12.0, program.GetMethod("CallGradient")!.Invoke(null, [2.0]));
    }

    /// <summary>(x w₀ + 1 + x w₁) x at w = (1, 2), x = 3.</summary>
    [Fact]
    public void An_array_that_is_given_back_is_the_same_array()
    {
        MethodInfo gradient = Load(Application).GetType("App.Program")!.GetMethod("InPlaceGradient", [typeof(double[]), typeof(double)])!;
        (double[] w, double x) = ((double[], double))gradient.Invoke(null, [new double[] { 1, 2 }, 3.0])!;
        Assert.Equal([9.0, 9.0], w);
        Assert.Equal(19.0, x);
    }

    /// <summary>w₀ x + w₁ x² + b + u₁² (u₀² + u₁²) + b u₀ for u = w x, at w = (1, 2), b = 3, x = 2.</summary>
    [Fact]
    public void Structs_with_arrays_are_given_to_another_assembly()
    {
        Type program = Load(Application).GetType("App.Program")!;
        MethodInfo gradient = program.GetMethods().Single(method => method.Name == "FittedGradient" && method.GetParameters().Length == 2);
        Type model = gradient.GetParameters()[0].ParameterType;
        object returned = gradient.Invoke(null, [Activator.CreateInstance(model, new double[] { 1, 2 }, 3.0), 2.0])!;
        object derivative = returned.GetType().GetField("Item1")!.GetValue(returned)!;
        Assert.Equal([136.0, 580.0], (double[])model.GetProperty("Weights")!.GetValue(derivative)!);
        Assert.Equal(3.0, model.GetProperty("Bias")!.GetValue(derivative));
        Assert.Equal(652.0, returned.GetType().GetField("Item2")!.GetValue(returned));
    }

    /// <summary>4 x² (1 + x²) (1 + 2 x²)² at x = 1.</summary>
    [Fact]
    public void Structs_with_arrays_are_changed_by_another_assembly()
    {
        const string All = "[assembly: DefaultDerivatives(Derivatives.All)] ";
        Type program = Load(Application, All).GetType("App.Program")!;
        Assert.Equal(408.0, program.GetMethod("CountedGradient")!.Invoke(null, [1.0]));
        Assert.Equal((72.0, 408.0), program.GetMethod("CountedJvp", [typeof(double), typeof(double)])!.Invoke(null, [1.0, 1.0]));
    }

    /// <summary>(2 x² + 3 x + b)² at x = 2, b = 1.</summary>
    [Fact]
    public void Members_of_a_base_class_are_inputs()
    {
        Type type = Load(Application).GetType("App.Squashed")!;
        object squashed = Activator.CreateInstance(type, 1.0)!;
        (double x, double[] weights, double bias) =
            ((double, double[], double))type.GetMethod("SquaredGradient", [typeof(double)])!.Invoke(squashed, [2.0])!;
        Assert.Equal(330.0, x);
        Assert.Equal([120.0, 60.0], weights);
        Assert.Equal(30.0, bias);
    }

    /// <summary>(2 x² + 3 x + b)² at x = 2, b = 1.</summary>
    [Fact]
    public void Members_of_a_base_class_are_inputs_in_every_mode()
    {
        const string All = "[assembly: DefaultDerivatives(Derivatives.All)] ";
        Type type = Load(Application, All).GetType("App.Squashed")!;
        object squashed = Activator.CreateInstance(type, 1.0)!;
        Assert.Equal(new[,] { { 330.0, 120, 60, 30 } }, type.GetMethod("SquaredJacobian", [typeof(double)])!.Invoke(squashed, [2.0]));
        var hessian = (double[,])type.GetMethod("SquaredHessian", [typeof(double)])!.Invoke(squashed, [2.0])!;
        Assert.Equal((362.0, 32.0, 2.0), (hessian[0, 0], hessian[1, 1], hessian[3, 3]));
        Assert.Equal((hessian[0, 1], hessian[2, 3]), (hessian[1, 0], hessian[3, 2]));
    }

    [Theory]
    [InlineData("Gradient")]
    [InlineData("Jvp")]
    [InlineData("Jacobian")]
    [InlineData("Jacobian | Derivatives.Jvp")]
    [InlineData("Hvp")]
    [InlineData("Hessian | Derivatives.Hvp")]
    public void What_one_mode_calls_is_there_in_the_other_assembly(string mode) => Load(Application, $"[assembly: DefaultDerivatives(Derivatives.{mode})] ");

    [Theory]
    [InlineData("using Differentiable; public partial class C : Lib.Layer { public C() : base(1) { } [Differentiable] public double F(double x) => Secret(x); }", "DIFF0074")]
    [InlineData("using Differentiable; public static partial class C { [Differentiable] public static double F(double[] u, double[] v) { var w = Lib.Functions.Larger(u, v); w[0] = 1; return u[0] * v[0]; } }", "DIFF0031")]
    [InlineData("using Differentiable; public static partial class C { [Differentiable] public static double F(Lib.Model m, double x) { var w = Lib.Functions.Given(m, x); w[0] = 1; return m.Weights[0]; } }", "DIFF0031")]
    [InlineData("using Differentiable; public static partial class C { [Differentiable] public static double F(double x) { for (int i = 0; i < 9; i++) { Checkpoint.Every(3); x *= Lib.Functions.Noisy(x); } return x; } }", "DIFF0062")]
    [InlineData("using Differentiable; public static partial class C { [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)] public static double[] F(double[] x) => [x[0] * x[1] * Draw()]; private static int Draw() => (int)Lib.Functions.Noisy(9); }", "DIFF0062")]
    public async Task What_cannot_be_seen_is_refused(string source, string id)
    {
        CSharpCompilation compilation = Compilations.Of(source).AddReferences(Reference(Library, "Lib").Metadata);
        var analyzed = compilation.WithAnalyzers([new Differentiable.Generators.DifferentiableAnalyzer()]);
        Assert.Equal([id], (await analyzed.GetAnalyzerDiagnosticsAsync()).Select(d => d.Id).Distinct());
    }

    [Fact]
    public async Task Assemblies_without_derivatives_are_refused()
    {
        using MemoryStream image = new();
        Assert.True(Compilations.Of("using Differentiable; " + Library).WithAssemblyName("Lib").Emit(image).Success);
        image.Position = 0;
        CSharpCompilation compilation = Compilations.Of("using Differentiable; " + Application).AddReferences(MetadataReference.CreateFromStream(image));
        var analyzed = compilation.WithAnalyzers([new Differentiable.Generators.DifferentiableAnalyzer()]);
        Assert.All(await analyzed.GetAnalyzerDiagnosticsAsync(), d => Assert.Equal("DIFF0015", d.Id));
    }

    private static Assembly Load(string source, string request = "")
    {
        (MetadataReference metadata, byte[] library) = Reference(request + Library, "Lib");
        CSharpCompilation compilation = Compilations.Of("using Differentiable; " + request + source).AddReferences(metadata);
        AssemblyLoadContext context = new(nameof(AssemblyTests));
        context.LoadFromStream(new MemoryStream(library));
        return context.LoadFromStream(new MemoryStream(Emit(compilation)));
    }

    private static (MetadataReference Metadata, byte[] Image) Reference(string source, string name)
    {
        byte[] image = Emit(Compilations.Of("using Differentiable; " + source).WithAssemblyName(name));
        return (MetadataReference.CreateFromImage(image), image);
    }

    private static byte[] Emit(CSharpCompilation compilation)
    {
        Compilation output = new GeneratorRun().On(compilation).Output;
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }
}
