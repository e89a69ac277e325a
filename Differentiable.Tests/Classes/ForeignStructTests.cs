using System.Numerics;
using System.Reflection;
using System.Runtime.Loader;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Classes;

/// <summary>Structs of assemblies that know nothing of derivatives, and whose source is not there: rules say what their members are.</summary>
public class ForeignStructTests
{
    private const string Library = """
        namespace Lib;

        public record struct Angle(double Radians)
        {
            public static Angle operator +(Angle a, Angle b) => new(a.Radians + b.Radians);

            public static Angle operator *(double factor, Angle a) => new(factor * a.Radians);

            public static Angle operator ++(Angle a) => new(a.Radians + 1);

            public static explicit operator double(Angle a) => a.Radians * 180 / Math.PI;

            public static implicit operator Angle(double degrees) => new(degrees * Math.PI / 180);

            public readonly double Sine => Math.Sin(Radians);

            public void Square() => Radians *= Radians;

            public readonly bool IsAcute => Radians < 1;

            public readonly int Turns(double unit) => (int)(Radians / unit);
        }
        """;

    private const string Application = """
        using Lib;

        public static class AngleRules
        {
            [DerivativeOf(typeof(Angle), "op_Addition")]
            public static (Angle a, Angle b) SumPullback(Angle dresult) => (dresult, dresult);

            [DerivativeOf(typeof(Angle), "op_Multiply")]
            public static (double factor, Angle a) MultiplePullback(double factor, Angle a, Angle dresult) => (a.Radians * dresult.Radians, new(factor * dresult.Radians));

            [DerivativeOf(typeof(Angle), "op_Increment")]
            public static Angle NextPullback(Angle dresult) => dresult;

            [DerivativeOf(typeof(Angle), "op_Explicit")]
            public static Angle DegreesPullback(double dresult) => new(dresult * 180 / Math.PI);

            [DerivativeOf(typeof(Angle), "op_Implicit")]
            public static double FromPullback(Angle dresult) => dresult.Radians * Math.PI / 180;

            [DerivativeOf(typeof(Angle), nameof(Angle.Sine))]
            public static Angle SinePullback(Angle self, double dresult) => new(dresult * Math.Cos(self.Radians));

            [DerivativeOf(typeof(Angle), nameof(Angle.Square))]
            public static void SquarePullback(Angle self, ref Angle dself) => dself = new(2 * self.Radians * dself.Radians);

            [DerivativeOf(typeof(System.Numerics.Complex), "op_Division")]
            public static (System.Numerics.Complex left, System.Numerics.Complex right) QuotientPullback(
                System.Numerics.Complex right, System.Numerics.Complex dresult, System.Numerics.Complex result)
            {
                System.Numerics.Complex dleft = dresult / System.Numerics.Complex.Conjugate(right);
                return (dleft, -dleft * System.Numerics.Complex.Conjugate(result));
            }
        }

        public struct Arm
        {
            public Angle Joint;

            public void Bend(double by)
            {
                Joint += 2 * new Angle { Radians = by };
                Joint.Square();
            }
        }

        public static partial class Program
        {
            [Differentiable]
            public static double F(double x)
            {
                Arm arm = new() { Joint = 90 * x };
                arm.Bend(x);
                Angle before = arm.Joint++;
                return (double)before * arm.Joint.Sine;
            }

            [Differentiable]
            public static double Asked(double x)
            {
                Angle angle = new() { Radians = x };
                return (angle.IsAcute ? x * x : x) * angle.Turns(0.2 * x * x);
            }

            [Differentiable]
            public static double Quotient(double re, double im)
            {
                System.Numerics.Complex z = new(re, im);
                z /= 2 + z * z;
                return z.Real * z.Imaginary;
            }
        }
        """;

    [Fact]
    public void Operators_conversions_properties_and_changes_go_by_their_rules()
    {
        double slope = (double)Program().GetMethod("FGradient")!.Invoke(null, [0.4])!;
        Assert.Equal((F(0.4 + 1e-6) - F(0.4 - 1e-6)) / 2e-6, slope, 1e-6);
    }

    [Fact]
    public void Structs_of_the_platform_may_have_rules_too()
    {
        static double Quotient(double re, double im)
        {
            Complex z = new(re, im);
            z /= 2 + z * z;
            return z.Real * z.Imaginary;
        }

        (double re, double im) = ((double, double))Program().GetMethod("QuotientGradient")!.Invoke(null, [0.7, 0.3])!;
        Assert.Equal((Quotient(0.7 + 1e-6, 0.3) - Quotient(0.7 - 1e-6, 0.3)) / 2e-6, re, 1e-8);
        Assert.Equal((Quotient(0.7, 0.3 + 1e-6) - Quotient(0.7, 0.3 - 1e-6)) / 2e-6, im, 1e-8);
    }

    /// <summary>What returns no real number and says that it leaves the struct as it is.</summary>
    [Fact]
    public void Questions_need_no_rules()
    {
        Assert.Equal(2 * 0.6 * 8, (double)Program().GetMethod("AskedGradient")!.Invoke(null, [0.6])!, 1e-14);
        Assert.Equal(3, (double)Program().GetMethod("AskedGradient")!.Invoke(null, [1.5])!, 1e-14);
    }

    private static double F(double x)
    {
        double angle = Math.PI / 2 * x + 2 * x;
        return angle * angle * 180 / Math.PI * Math.Sin(angle * angle + 1);
    }

    private static Type Program()
    {
        byte[] library = Emit(Compilations.Of(Library).WithAssemblyName("Lib"));
        CSharpCompilation application = Compilations.Of("using Differentiable; " + Application).AddReferences(MetadataReference.CreateFromImage(library));
        Compilation output = new GeneratorRun().On(application).Output;
        AssemblyLoadContext context = new(nameof(ForeignStructTests));
        context.LoadFromStream(new MemoryStream(library));
        return context.LoadFromStream(new MemoryStream(Emit(output))).GetType("Program")!;
    }

    private static byte[] Emit(Compilation compilation)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }
}
