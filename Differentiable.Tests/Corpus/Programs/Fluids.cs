using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A laboratory's formulas, in units that are types: tables, cubic equations of state with all their roots, saturation, mixtures.</summary>
public static partial class Fluids
{
    public readonly record struct Kelvin(double Value) : IAdditionOperators<Kelvin, Kelvin, Kelvin>, IComparable<Kelvin>
    {
        public static implicit operator Kelvin(Celsius c) => new(c.Value + 2.7315);
        public static explicit operator double(Kelvin k) => k.Value;
        public static Kelvin operator +(Kelvin a, Kelvin b) => new(a.Value + b.Value);
        public static double operator /(Kelvin a, Kelvin b) => a.Value / b.Value;
        public static bool operator <(Kelvin a, Kelvin b) => a.Value < b.Value;
        public static bool operator >(Kelvin a, Kelvin b) => a.Value > b.Value;
        public static bool operator <=(Kelvin a, Kelvin b) => a.Value <= b.Value;
        public static bool operator >=(Kelvin a, Kelvin b) => a.Value >= b.Value;
        public int CompareTo(Kelvin other) => Value.CompareTo(other.Value);
    }

    public readonly record struct Celsius(double Value);

    /// <summary>Between the points of a grid, and beyond its ends.</summary>
    public readonly struct Table(double[] xs, double[] ys, double[,] values)
    {
        public double[] Xs { get; } = xs;

        public double[] Ys { get; } = ys;

        public double[,] Values { get; } = values;

        public double this[double x, double y]
        {
            get
            {
                int i = Below(Xs, x), j = Below(Ys, y);
                double a = (x - Xs[i]) / (Xs[i + 1] - Xs[i]), b = (y - Ys[j]) / (Ys[j + 1] - Ys[j]);
                return (1 - a) * ((1 - b) * Values[i, j] + b * Values[i, j + 1]) + a * ((1 - b) * Values[i + 1, j] + b * Values[i + 1, j + 1]);
            }
        }

        private static int Below(double[] grid, double x)
        {
            int k = Array.BinarySearch(grid, x);
            return Math.Clamp(k < 0 ? ~k - 1 : k, 0, grid.Length - 2);
        }
    }

    [Differentiable, Allocates("an array that other code searches")]
    public static double Enthalpy([Rows(3), Columns(4)] double[,] values, Celsius warmth, double pressure, [Range(-0.3, 0.3)] double[] coefficients)
    {
        Table table = new([2.8, 3.2, 3.7], [-1, 0, 0.5, 2], values);
        Kelvin at = warmth, critical = new(6.47);
        if (at + new Kelvin(0.1) >= critical)
            throw new ArgumentOutOfRangeException(nameof(warmth));
        double theta = 1 - at / critical, sum = 0, power = 1;
        foreach (double c in coefficients)
            sum += c * (power *= theta);
        return table[(double)at, Math.Log10(pressure)] * Math.Exp(sum) + table[at.Value + 3, 0.5 * pressure];
    }

    /// <summary>The cubic equation of van der Waals in reduced units, by Cardano: one root, or the outer ones of three.</summary>
    [Differentiable, Allocates("the order")]
    public static double Volume([Range(0.86, 0.95)] double temperature, [Range(0.6, 0.64)] double pressure, [NonDifferentiable, Values(0, 1)] bool isLiquid)
    {
        double c2 = -(1 + 8 * temperature / pressure) / 3, c1 = 3 / pressure, c0 = -1 / pressure;
        double q = (3 * c1 - c2 * c2) / 9, r = (9 * c2 * c1 - 27 * c0 - 2 * c2 * c2 * c2) / 54, discriminant = q * q * q + r * r;
        if (discriminant > 0)
            return Math.Cbrt(r + Math.Sqrt(discriminant)) + Math.Cbrt(r - Math.Sqrt(discriminant)) - c2 / 3;
        double angle = Math.Acos(r / Math.Sqrt(-q * q * q)), m = 2 * Math.Sqrt(-q);
        Span<double> roots =
        [
            m * Math.Cos(angle / 3) - c2 / 3,
            m * Math.Cos((angle + 2 * Math.PI) / 3) - c2 / 3,
            m * Math.Cos((angle + 4 * Math.PI) / 3) - c2 / 3,
        ];
        roots.Sort();
        return isLiquid ? roots[0] : roots[^1];
    }

    /// <summary>Where both phases are equal (Maxwell), by steps through the marked equation until nothing moves.</summary>
    [Differentiable, Allocates("the order")]
    public static double Saturation([Range(0.88, 0.92)] double temperature, double scale)
    {
        double p = Differentiate.StopGradient(0.6);
        for (int i = 0; i < 40; i++)
        {
            double liquid = Volume(temperature, p, isLiquid: true), gas = Volume(temperature, p, isLiquid: false);
            double excess = 8 * temperature / 3 * Math.Log((3 * gas - 1) / (3 * liquid - 1)) + 3 / gas - 3 / liquid - p * (gas - liquid);
            double step = excess / (gas - liquid);
            p += step;
            if (i > 5 && Math.Abs(step) < 1e-12)
                break;
        }
        return p * scale;
    }

    /// <summary>A mixing rule over shares that are made to sum to one.</summary>
    [Differentiable, Allocates("local arrays")]
    public static double Mixture([Length(3)] double[] amounts, [Range(0.05, 0.1)] double[,] interactions, [Length(3)] double[] criticals, double temperature)
    {
        var (n, attraction) = (amounts.Length, 0.0);
        double total = amounts.Sum();
        var shares = amounts.Select(v => v / total).ToArray();
        var alphas = criticals.Select(c =>
        {
            double slope = 0.48 + 1.5 * 0.2;
            double root = 1 + slope * (1 - Math.Sqrt(temperature / c));
            return root * root * c;
        }).ToArray();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                attraction += shares[i] * shares[j] * (1 - interactions[i, j]) * Math.Sqrt(alphas[i] * alphas[j]);
        }
        double entropy = 0;
        for (int i = 0; i < n; i++)
        {
            if (shares[i] <= 0)
                continue;
            entropy += shares[i] * Math.Log(shares[i]);
        }
        return attraction / temperature + entropy;
    }
}
