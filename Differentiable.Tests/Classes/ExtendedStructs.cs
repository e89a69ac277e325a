using System.Numerics;

namespace Differentiable.Tests.Classes;

/// <summary>A point in the plane.</summary>
public record struct Spot(double X, double Y);

/// <summary>A pair of anything that is a number.</summary>
public record struct Both<T>(T First, T Second);

/// <summary>Extension blocks of structs, whose members need no attribute: methods, properties, operators, by reference and generic.</summary>
public static partial class ExtendedStructs
{
    extension(Spot spot)
    {
        public double Norm => spot.X * spot.X + spot.Y;

        public static Spot operator %(Spot a, Spot b) => new(a.X * b.X, a.Y);

        public static Spot OnLine(double x) => new(x, 1);

        public double Twice() => 2 * spot.X;

        public double Scaled(double factor, out double product)
        {
            product = factor * spot.X;
            return product * spot.Norm;
        }
    }

    extension(ref Spot spot)
    {
        public void Shear(double factor)
        {
            spot.X *= factor;
            spot.Y += spot.X;
        }
    }

    extension<T>(Both<T> both)
        where T : IFloatingPointIeee754<T>
    {
        public T Mixed => both.First + both.Second * both.First;
    }

    extension(double[] values)
    {
        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public void MultiplyBy(double[] factors)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] *= factors[i] + factors[0];
        }
    }

    extension<T>(T x)
        where T : INumber<T>
    {
        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public T Squared() => x * x;

        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public static T Parabola(T a) => a + a * a;
    }

    extension(ref Spot spot)
    {
        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public void Push(double factor)
        {
            spot.X += factor * spot.Y;
            spot.Y *= factor;
        }
    }

    /// <summary>Members that are differentiable themselves: generic, by reference, with one array for two parameters.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double UsesMarked(Spot spot)
    {
        spot.Push(spot.X);
        double[] values = [spot.X, spot.Y];
        values.MultiplyBy(values);
        return values[0] * values[1] + spot.X.Squared() * double.Parabola(spot.Y);
    }

    /// <summary>The members of blocks by the names of their class.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double UsesByClass(Spot spot)
    {
        Push(ref spot, spot.X);
        Spot copy = spot;
        Shear(ref copy, 2);
        Push(ref copy, spot.Y);
        return Twice(spot) + Scaled(copy, spot.Y, out double product) + product * spot.Y;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Uses(Spot spot)
    {
        double s = spot.Twice() * spot.Norm * (spot % spot).X * Spot.OnLine(spot.X).X * spot.Scaled(spot.Y, out double product) * product;
        spot.Shear(spot.Y);
        Spot copy = spot;
        copy.Shear(2);
        return s + spot.X * spot.Y * copy.Y + new Both<double>(spot.X, copy.X).Mixed;
    }
}
