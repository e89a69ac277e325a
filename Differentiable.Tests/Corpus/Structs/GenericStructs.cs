using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A vector of the plane, for every precision.</summary>
public readonly record struct Plane2<T>(T X, T Y)
    where T : IFloatingPointIeee754<T>
{
    public static readonly T Half = T.CreateChecked(0.5);

    public static Plane2<T> Zero => new(T.Zero, T.Zero);

    public T Length => T.Sqrt(Dot(this));

    public T this[int index] => index == 0 ? X : index == 1 ? Y : throw new IndexOutOfRangeException();

    public static Plane2<T> operator +(Plane2<T> a, Plane2<T> b) => new(a.X + b.X, a.Y + b.Y);

    public static Plane2<T> operator -(Plane2<T> a, Plane2<T> b) => new(a.X - b.X, a.Y - b.Y);

    public static Plane2<T> operator -(Plane2<T> a) => new(-a.X, -a.Y);

    public static Plane2<T> operator *(T factor, Plane2<T> a) => new(factor * a.X, factor * a.Y);

    public static implicit operator Plane2<T>((T X, T Y) pair) => new(pair.X, pair.Y);

    public T Dot(Plane2<T> other) => X * other.X + Y * other.Y;

    public Plane2<T> Rotated(T angle)
    {
        (T sine, T cosine) = T.SinCos(angle);
        return new(cosine * X - sine * Y, sine * X + cosine * Y);
    }

    public Plane2<TOther> As<TOther>()
        where TOther : IFloatingPointIeee754<TOther> => new(TOther.CreateChecked(X), TOther.CreateChecked(Y));
}

/// <summary>A matrix of such vectors, which changes in place.</summary>
public struct Square2<T>(Plane2<T> row0, Plane2<T> row1)
    where T : IFloatingPointIeee754<T>
{
    public Plane2<T> Row0 = row0, Row1 = row1;

    public static Square2<T> Identity => new((T.One, T.Zero), (T.Zero, T.One));

    public readonly T Determinant => Row0.X * Row1.Y - Row0.Y * Row1.X;

    public static Plane2<T> operator *(Square2<T> m, Plane2<T> v) => new(m.Row0.Dot(v), m.Row1.Dot(v));

    public void Scale(T factor)
    {
        Row0 = factor * Row0;
        Row1 = factor * Row1;
    }
}

/// <summary>Anything, with how often it was set.</summary>
public struct Slot<T>
{
    private int _count;

    public T Value { get; private set; }

    public readonly int Count => _count;

    public void Set(T value) => (Value, _count) = (value, _count + 1);
}

public static class Planes
{
    public static T Cross<T>(this Plane2<T> a, Plane2<T> b)
        where T : IFloatingPointIeee754<T> => a.X * b.Y - a.Y * b.X;
}

/// <summary>Members of generic structs, generic members, generic extensions and generic local functions, in the place of their calls.</summary>
public static partial class GenericStructs
{
    [Differentiable(Derivatives.All)]
    public static double Spiral(Plane2<double> a, Plane2<double> b, double angle, [Values(3, 0)] int rounds)
    {
        Plane2<double> sum = Plane2<double>.Zero;
        for (int i = 1; i <= rounds; i++)
            sum += Plane2<double>.Half * a.Rotated(angle * i) - b;
        return (sum + a).Length + sum.Cross(b) * (-a)[1];
    }

    /// <summary>In code that is generic itself, the type arguments are its type parameters.</summary>
    [Differentiable(Derivatives.All)]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static TReal Stretched<TReal>(Plane2<TReal> a, Plane2<TReal> b, TReal t)
        where TReal : IFloatingPointIeee754<TReal>
    {
        Square2<TReal> m = Square2<TReal>.Identity;
        m.Row1 = a;
        m.Scale(TReal.Exp(t));
        return (m * b).Length * m.Determinant + TReal.Pi * t;
    }

    /// <summary>The same struct for two precisions, and in itself.</summary>
    [Differentiable]
    public static float Mixed(Plane2<float> a, float t)
    {
        Plane2<double> precise = a.As<double>();
        Plane2<float> back = (0.25 * precise).As<float>();
        Slot<double> slot = default;
        slot.Set(t * precise.X);
        Slot<Slot<Plane2<float>>> nested = default;
        Slot<Plane2<float>> inner = default;
        inner.Set(a);
        inner.Set((float)slot.Value * a);
        nested.Set(inner);
        return nested.Value.Value.Length + nested.Value.Count * back.Dot(a) + slot.Count;
    }

    [Differentiable]
    public static double InArrays(Plane2<double>[] points, double x, [Values(0, 2)] int shift)
    {
        T Norm<T>(Plane2<T> v, T power)
            where T : IFloatingPointIeee754<T> => T.Pow(v.Length, power) + v.Dot(v);

        T Pick<T>(bool first, T one, T other) => first ? one : other;

        double sum = 0;
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = x * points[i] + points[(i + shift) % points.Length].Rotated(x);
            sum += Norm(points[i], 1.5) + Pick(i % 2 == 0, points[i].X, x * x);
        }
        return sum;
    }
}

/// <summary>Methods in a generic struct that call its members.</summary>
public static partial class GenericStructs
{
    [TypeArguments(typeof(double))]
    public readonly partial record struct Ray<T>(Plane2<T> Origin, Plane2<T> Direction)
        where T : IFloatingPointIeee754<T>
    {
        public Plane2<T> At(T t) => Origin + t * Direction;

        [Differentiable]
        public static T Distance(Plane2<T> origin, Plane2<T> direction, Plane2<T> point, T t)
        {
            Ray<T> ray = new(origin, direction);
            return (ray.At(t) - point).Length + ray.At(-t).Dot(point);
        }
    }
}
