using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.References;

/// <summary>Four numbers in one place.</summary>
[InlineArray(4)]
public struct Quadruple
{
    private double _first;
}

/// <summary>A pair whose methods see their own changes through references.</summary>
public partial struct Wound
{
    public double X, Y;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public double Update(in Wound other, double k)
    {
        X += other.Y * k;
        Y *= other.X;
        return X * Y;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public void Pull(ref double k)
    {
        X *= k;
        k += X;
        Y -= k * X;
    }
}

/// <summary>One variable by two references that come through other code: methods in between, local functions, spans over inline arrays, structs.</summary>
public static partial class SharedReferences
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Between(ref double a, ref double b) => SharedArguments.Mingle(ref a, ref b);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ThroughAMethod([Length(3)] double[] x)
    {
        double[] y = [.. x];
        Between(ref y[1], ref y[1]);
        Between(ref y[0], ref y[2]);
        return y[0] * y[1] * y[2];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ThroughLocalFunctions([Length(3)] double[] x)
    {
        double[] y = [.. x];
        double t = x[0];
        WithElement(ref y[1]);
        WithVariable(ref t);
        return y[0] * y[1] * t;

        void WithElement(ref double a) => SharedArguments.Mingle(ref a, ref y[1]);

        void WithVariable(ref double a) => SharedArguments.Mingle(ref a, ref t);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ThroughSpans([Length(5)] double[] x)
    {
        double[] y = [.. x];
        Span<double> behind = y.AsSpan(1), before = y.AsSpan(0, 4);
        SharedArguments.Mingle(ref behind[0], ref before[1]);
        Quadruple inline = default;
        inline[1] = x[0];
        inline[2] = x[1];
        Span<double> elements = inline;
        SharedArguments.Mingle(ref elements[1], ref inline[1]);
        return y[0] * y[1] + inline[1] * inline[2];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Lift(ref double value, in double by)
    {
        value += by;
        value *= by;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ThroughWhatIsOnlyRead([Length(3)] double[] x)
    {
        double[] y = [.. x];
        ReadOnlySpan<double> seen = y;
        Lift(ref y[0], in seen[0]);
        ref readonly double last = ref y[2];
        Lift(ref y[2], in last);
        LiftLocally(ref y[1], in seen[1]);
        return y[0] * y[1] * y[2];

        static void LiftLocally(ref double value, in double by)
        {
            value += by;
            value *= by;
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ThroughStructs(Wound p, double k)
    {
        ref Wound same = ref p;
        double s = same.Update(p, k);
        ref double y = ref p.Y;
        p.Pull(ref y);
        Wound[] all = [p, new() { X = k, Y = s }];
        foreach (ref Wound one in all.AsSpan())
            s += one.Update(all[0], 1);
        return all[0].X * s + all[1].Y;
    }
}
