using System.Diagnostics.CodeAnalysis;
using Differentiable.Tests.Corpus.References;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A ring of the latest four numbers.</summary>
public struct Ring
{
    public Quadruple Latest;
    public int Count;

    [UnscopedRef]
    public ref double this[int index] => ref Latest[index];

    [UnscopedRef]
    public ref double Next()
    {
        Count++;
        return ref Latest[Count % 4];
    }

    public void Push(double value)
    {
        Next() = value;
        this[0] += value;
    }
}

/// <summary>A point that is made anew when it changes.</summary>
public record struct Mark(double X, double Y)
{
    public readonly double Norm => X * X + Y;
}

/// <summary>References where the order of things, or what else refers to the same, decides.</summary>
public static partial class ReferenceSubtleties
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OrderOfEvaluation([Length(4)] double[] x, double s)
    {
        double[] a = [.. x];
        int i = 0;
        At(i++) = At(i) * i++ + s;
        (i > 1 ? ref a[i] : ref a[0]) += (i = 1) * a[1];
        At(i) = At(i = 2) * s;
        double larger = (a[0] > a[1] ? ref a[0] : ref a[1]) *= s;
        double steps = At(3)++ + ++At(3) * At(3)--;
        return a[0] * a[1] + a[2] * a[3] + larger + i + steps;

        ref double At(int k) => ref a[k];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ArraysThatChangePlaces([Length(4)] double[] x, double s, [Values(3, 0)] int n)
    {
        double[] a = [.. x], b = [s, s * x[0], 1, x[1]];
        for (int i = 0; i < n; i++)
        {
            ref double r = ref (i % 2 == 0 ? ref a[i] : ref b[i]);
            ref double q = ref a[1];
            (a, b) = (b, a);
            r *= s;
            q += r * a[0];
            q = ref b[2];
            q += a[1];
        }
        return a[0] * a[1] + b[2] * b[3] + a[2];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double InlineArrays([Length(4)] double[] x, double s)
    {
        Ring b = default;
        for (int i = 0; i < 4; i++)
            b.Push(x[i] * s);
        b[2] *= b.Next();
        ref double r = ref b.Next();
        r += b.Count;
        Ring c = b;
        c.Next() *= s;
        ref double q = ref (s > 0 ? ref b.Latest[1] : ref c.Latest[2]);
        q *= 3;
        return b[0] * b[1] + b[2] * b[3] + c[0] * c[1] * c[2] * c[3] + b.Count * s;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), TypeArguments(typeof(double))]
    public static T Generic<T>([Length(4)] T[] x, T s)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        T[] a = [.. x];
        ref T r = ref a[1];
        r += s;
        r = ref Larger(ref a[0], ref a[3]);
        r *= s;
        (a[1] > a[2] ? ref a[1] : ref s) += r;
        return a[0] * a[1] + a[2] * a[3] * s;
    }

    private static ref T Larger<T>(ref T one, ref T other)
        where T : System.Numerics.IFloatingPointIeee754<T> => ref one > other ? ref one : ref other;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OneInASection([Length(4)] double[] x, double s, [Values(0, 1)] int n)
    {
        double[] a = [.. x];
        switch (n)
        {
            case 0:
                ref double r = ref a[0];
                r *= s;
                r = ref a[1];
                r *= s;
                break;
            default:
                ref double q = ref a[2];
                q += s;
                if (s > 0)
                    q = ref a[3];
                q *= s;
                break;
        }
        return a[0] * a[1] + a[2] * a[3];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Tuples([Length(3)] double[] x, double s)
    {
        double[] a = [.. x];
        (double U, double V) p = (x[0], s), q = (x[1], x[2]);
        ref (double U, double V) r = ref (s > 1 ? ref p : ref q);
        r.U *= s;
        (r.U, r.V) = (r.V, r.U);
        r = (r.U + 1, s);
        ref double w = ref r.V;
        w *= 2;
        ((s > 0 ? ref a[0] : ref p.U), w) = (w, a[0]);
        return p.U * p.V + q.U * q.V + a[0];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Turn(double angle, out double sine, out double cosine)
    {
        sine = Math.Sin(angle);
        cosine = Math.Cos(angle);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double GivenOut([Length(4)] double[] x, double s)
    {
        double[] a = [.. x];
        double u = 1, v = 2;
        Turn(s, out At(0), out At(1));
        ref double r = ref (s > 1 ? ref u : ref v);
        Turn(a[2], out r, out (s > 0 ? ref a[3] : ref u));
        SharedArguments.Mingle(ref r, ref s);
        return a[0] * a[1] + a[2] * a[3] + u * v + s;

        ref double At(int i) => ref a[i];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Records([Length(4)] double[] x, double s)
    {
        Mark[] all = [new(x[0], s), new(x[1], x[2])];
        Mark one = new(s, x[3]);
        ref Mark r = ref (s > 1 ? ref one : ref all[1]);
        r = r with { X = r.Y * s };
        r.Y += r.Norm;
        ref Mark moving = ref all[0];
        for (int i = 0; i < 2; i++)
        {
            moving = moving with { Y = moving.X + s * moving.Y };
            moving = ref all[1 - i];
        }
        moving.X *= all[1].Norm;
        return all[0].X * all[0].Y + all[1].X * all[1].Y + one.X;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Checkpointed([Length(4)] double[] x, double s, [Values(7, 0)] int n)
    {
        double[] a = [.. x];
        ref double r = ref a[0];
        for (int i = 0; i < n; i++)
        {
            Checkpoint.Every(2);
            r = r * s + a[1];
            if (r > a[3])
                r = ref a[i % 4];
            (i % 2 == 0 ? ref a[2] : ref s) *= 0.9;
        }
        return r * a[0] + a[1] * a[2] * a[3];
    }

    /// <summary>References that may only be read see what happens to what they refer to.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ReadOnly([Length(2)] double[] x, double s)
    {
        Spot p = new() { X = x[0], Y = x[1] };
        Spot[] all = [p, new() { X = s, Y = 3 }];
        int k = 0;
        ref readonly double y = ref First(in p);
        p.X *= s;
        ref readonly double z = ref Later(in p.X, in all[k].Y);
        ref readonly double w = ref First(in all[k]);
        k++;
        p.Y += 10;
        p.X += 1;
        all[0].Y *= 2;
        all[0].X *= s;
        return y * p.X * p.Y + z * w + all[k].X;
    }

    private static ref readonly double Later(in double one, in double other) => ref one > other ? ref one : ref other;

    private static ref readonly double First(in Spot spot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spot.Touched);
        return ref spot.X;
    }
}
