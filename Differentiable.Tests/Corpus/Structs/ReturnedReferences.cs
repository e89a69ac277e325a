using System.Diagnostics.CodeAnalysis;
using Differentiable.Tests.Corpus.References;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A matrix over an array, with references to its elements.</summary>
public readonly struct Grid(double[] elements, int width)
{
    private readonly double[] _elements = elements;
    private readonly int _width = width;

    public ref double this[int row, int column] => ref _elements[row * _width + column];

    public ref readonly double First => ref _elements[0];

    public ref double At(int index)
    {
        if (index < 0)
            throw new ArgumentOutOfRangeException(nameof(index));
        int place = index % _elements.Length;
        return ref _elements[place];
    }

    public readonly ref double Larger(int one, int other)
    {
        if (_elements[one] > _elements[other])
            return ref _elements[one];
        return ref _elements[other];
    }

    public Span<double> Row(int row) => _elements.AsSpan(row * _width, _width);

    public void Scale(double s)
    {
        for (int i = 0; i < _elements.Length; i++)
            At(i) *= s;
    }
}

/// <summary>A point whose coordinates are also known by their numbers.</summary>
public struct Spot
{
    public double X, Y, Z;
    public int Touched;

    [UnscopedRef]
    public ref double this[int axis] => ref axis == 0 ? ref X : ref axis == 1 ? ref Y : ref Z;

    [UnscopedRef]
    public ref double Largest
    {
        get
        {
            Touched++;
            return ref (X > Y ? ref X : ref Y);
        }
    }

    [UnscopedRef]
    public readonly ref readonly double Height => ref Z;

    public void Turn(double s)
    {
        Largest *= s;
        ref double r = ref this[Touched % 3];
        r += X * Y;
        r = ref Z;
        r *= this[0];
    }
}

/// <summary>References that come from elsewhere.</summary>
public static class Spots
{
    public static ref double Middle(this ref Spot s) => ref s.Y;

    public static ref double Around(Span<double> values, int index) => ref values[(index + values.Length) % values.Length];

    public static ref double Larger(ref double one, ref double other) => ref one > other ? ref one : ref other;

    public static ref readonly double Seen(in double one, in double other)
    {
        if (one > other)
            return ref one;
        return ref other;
    }

    public static ref readonly double Read(this in Spot s, int axis) => ref axis == 0 ? ref s.X : ref s.Y;
}

/// <summary>Calls that are places: members of structs, local functions and static methods that return references.</summary>
public static partial class ReturnedReferences
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfElements([Length(6)] double[] x, double s, [Values(1, 2)] int k)
    {
        double[] a = [.. x];
        Grid g = new(a, 3);
        g[0, k] = s * g[1, 0];
        for (int row = 0; row < 2; row++)
            for (int column = 0; column < 3; column++)
                g[row, column] += g.At(row + 2 * column) * s;
        g.At(7)++;
        g.Scale(g.First);
        ref double corner = ref g[1, 2];
        corner *= g.Larger(0, 1);
        corner = ref g.At(k);
        corner *= s;
        return a[0] * a[1] + a[2] * a[3] + a[4] * a[5];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfFields(Spot p, double s, [Values(0, 1, 2)] int axis)
    {
        p[0] *= s;
        p[axis] += p[1] * p[2];
        p.Largest = p.X * p.Y;
        p.Turn(s);
        p.Middle() *= p.Height;
        ref readonly double height = ref p.Height;
        p.Z += s;
        Spot[] all = [p, new Spot { X = s, Y = p.X }];
        all[axis % 2].Largest *= height;
        all[1][axis] += all[0].Read(axis);
        ref readonly double read = ref all[1].Read(0);
        all[1].X *= s;
        return all[0].X * all[1].Y + all[0].Y * read + all[1].Z * p.Touched + all[1].Touched;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfMethods([Length(3)] double[] x, double s, double t)
    {
        double[] a = [.. x];
        Spots.Larger(ref s, ref t) *= a[0];
        for (int i = 0; i < 2; i++)
        {
            ref double larger = ref Spots.Larger(ref a[i], ref a[i + 1]);
            larger += s * t;
            larger *= Spots.Larger(ref s, ref larger);
        }
        Spots.Around(a, 4) -= Spots.Seen(in s, in a[1]);
        return a[0] * a[1] * a[2] + s * t;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfLocalFunctions([Length(4)] double[] x, double s, double t)
    {
        double[] a = [.. x], b = [s, t];
        At(1) = At(2) * s;
        Either(s > t) *= At(0);
        ref double last = ref At(At(3) > 0 ? 3 : 0);
        last += Either(false);
        Behind(a, 2) -= s * Either(true);
        return a[0] * a[1] + a[2] * a[3] + b[0] * b[1];

        ref double At(int i) => ref a[i];

        ref double Either(bool first) => ref first ? ref b[0] : ref At(0);

        static ref double Behind(double[] values, int count)
        {
            int index = values.Length - count;
            return ref values[index];
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double Bump(double[] a, double s)
    {
        ref double At(int i) => ref a[i];
        At(1) *= s;
        return At(0) * s;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double BumpAround(double[] a, double s)
    {
        Spots.Around(a, -1) *= s;
        return Spots.Around(a, 4) * s;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double BumpGrid(double[] a, double s)
    {
        Grid g = new(a, 2);
        g.At(1) *= s;
        return g[0, 0];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double ScaleGrid(double[] a, double s)
    {
        Grid g = new(a, 2);
        g.Scale(s * a[0]);
        return g[0, 1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ByOtherMethods([Length(3)] double[] x, double s)
    {
        double[] a = [.. x];
        double sum = 0;
        for (int i = 0; i < 2; i++)
            sum += Bump(a, s) * BumpAround(a, s) * BumpGrid(a, s) * ScaleGrid(a, s);
        return sum * a[0] * a[1] * a[2];
    }

    /// <summary>What is returned may be what a method is given beside it.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double AsArguments([Length(3)] double[] x, Spot p)
    {
        double[] a = [.. x];
        Grid g = new(a, 3);
        SharedArguments.Mingle(ref g[0, 1], ref a[1]);
        SharedArguments.Mingle(ref p[0], ref p.X);
        SharedArguments.Mingle(ref Own(2), ref Own(2));
        SharedArguments.Mingle(ref g.Row(0)[1], ref g.Row(0)[1]);
        ref double r = ref p[1];
        SharedArguments.Mingle(ref r, ref p.Y);
        return a[0] * a[1] * a[2] + p.X * p.Y * p.Z;

        ref double Own(int i) => ref a[i];
    }
}
