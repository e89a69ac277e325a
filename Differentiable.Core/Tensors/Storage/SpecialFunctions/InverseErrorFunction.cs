using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// The inverse of the error function, to the accuracy of <see cref="double"/>: an approximation to three digits (Winitzki, "A handy approximation for the error function and its inverse", 2008),
/// improved by Halley's method, which trebles their number each time. Narrower types are rounded from it.
/// </summary>
internal static class InverseErrorFunction
{
    private const int Improvements = 3;

    public static T Of<T>(T y)
        where T : INumberBase<T> => T.CreateTruncating(Of(double.CreateTruncating(y)));

    private static double Of(double y)
    {
        double distance = 1 - Math.Abs(y);
        if (y == 0 || !(distance >= 0))
            return y == 0 ? y : double.NaN;
        return Math.CopySign(distance == 0 ? double.PositiveInfinity : Improved(Math.Abs(y), distance), y);
    }

    /// <summary>For a y from 0 to 1, whose distance from 1 is exact where it is small.</summary>
    private static double Improved(double y, double distance)
    {
        double x = Approximate(Math.Log(distance * (1 + y)));
        for (int i = 0; i < Improvements; i++)
        {
            double error = y < 0.5 ? ErrorFunction.Erf(x) - y : distance - ErrorFunction.Erfc(x);
            double step = error * (Math.Sqrt(Math.PI) / 2) * Math.Exp(x * x);
            x -= step / (1 + (x * step));
        }
        return x;
    }

    /// <param name="logarithm">That of <c>1 - y²</c>.</param>
    private static double Approximate(double logarithm)
    {
        const double A = 0.147;
        double half = (2 / (Math.PI * A)) + (logarithm / 2);
        return Math.Sqrt(Math.Sqrt((half * half) - (logarithm / A)) - half);
    }
}
