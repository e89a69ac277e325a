using System.Diagnostics;
using Differentiable.Tests.Testing.Sampling;
using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What has an area, and a point farthest along a direction.</summary>
public interface IShape
{
    double Area { get; }

    (double X, double Y) Support(double x, double y);
}

/// <summary>A round shape.</summary>
public readonly record struct Disc(double Radius) : IShape
{
    public double Area => PI * Radius * Radius;

    public (double X, double Y) Support(double x, double y) => Hypotenuse(x, y) is var n and > 0 ? (x / n * Radius, y / n * Radius) : default;

    private static double Hypotenuse(double x, double y) => Sqrt(x * x + y * y);
}

/// <summary>A crate, whose sides are set by one another.</summary>
public struct Crate : IShape
{
    private double _width;
    private double _height;

    public Crate(double width, double height) => (_width, _height) = (width, height);

    public double Width { readonly get => _width; init => _width = value; }

    public double Height { readonly get => _height; init => _height = Max(value, 0.1); }

    public readonly double Area => _width * _height;

    public readonly (double X, double Y) Support(double x, double y) => (x >= 0 ? _width / 2 : -_width / 2, y >= 0 ? _height / 2 : -_height / 2);

    public void Grow(in double by)
    {
        if (Area > 1)
            this = new() { Width = _width, Height = _height + by };
        else
            this = this with { Width = _width * (1 + by) };
    }

    public static Crate operator ^(Crate crate, double power) => new() { Width = Pow(crate._width, power), Height = Pow(crate._height, power) };

    public static bool operator true(Crate crate) => crate.Area > 0.5;

    public static bool operator false(Crate crate) => crate.Area <= 0.5;
}

/// <summary>Code that is written against interfaces of shapes, in the words of daily use.</summary>
public static partial class Shapes
{
    private static readonly (double X, double Y)[] s_directions = [(1, 0.2), (-0.3, 1), (-1, -0.5)];

    private static readonly double[,] s_weights = { { 0.5, 0.25 }, { 0.125, 2 } };

    [Differentiable]
    public static double Spread(double radius, Crate crate, [Values(2, 3)] int steps)
    {
        Disc disc = new(radius);
        double sum = 0;
        int step = 0;
        while (true)
        {
            if (step >= steps)
                goto done;
            Debug.Assert(radius > 0, $"{radius} is no radius");
            crate.Grow(0.1 * disc.Area);
            foreach (var (x, y) in s_directions)
            {
                if (x * y > 0 && step % 2 == 0)
                    continue;
                sum += Minkowski(disc, crate ^ 1.5, x, y);
            }
            disc = disc with { Radius = disc.Radius * (crate ? 0.9 : 1.1) };
            step++;
        }
    done:
        return sum + Farthest(crate) * Farthest(disc);
    }

    private static double Minkowski<TFirst, TSecond>(in TFirst a, TSecond b, double x, double y) where TFirst : struct, IShape where TSecond : IShape
    {
        var (ax, ay) = a.Support(x, y);
        (double bx, double by) = b.Support(-x, -y);
        return (ax - bx) * x + (ay - by) * y + a.Area * b.Area;
    }

    private static double Farthest<T>(this T shape) where T : struct, IShape
    {
        double best = double.NegativeInfinity;
        for (int i = 0, j = s_directions.Length - 1; i <= j; i++, j--)
            best = Max(best, shape.Support(s_directions[i].X, s_directions[j].Y).X);
        return best;
    }

    /// <summary>A grid of structs, and blocks of it.</summary>
    [Differentiable, Allocates("arrays of two dimensions")]
    public static double Grid([Rows(3), Columns(2)] (double Height, double Flow)[,] cells, [Rows(2), Columns(2)] double[,,] blocks, double rate)
    {
        for (int k = 0; k < 2; k++)
        {
            for (int i = 0; i < cells.GetLength(0); i++)
            {
                for (int j = 0; j < cells.GetLength(1); j++)
                {
                    ref var cell = ref cells[i, j];
                    double slope = i > 0 ? cells[i - 1, j].Height - cell.Height : 0;
                    cell.Flow = FusedMultiplyAdd(rate, slope, 0.9 * cell.Flow) * s_weights[i & 1, j & 1];
                    cell.Height += blocks[k, i % 2, (i + j) % 2] * cell.Flow * cell.Flow;
                    if (i > 0)
                        cells[i - 1, j] = cells[i - 1, j] with { Height = cells[i - 1, j].Height - 0.1 * cell.Flow };
                }
            }
        }
        double sum = 0;
        foreach (var (height, flow) in cells)
            sum += height * height + Cbrt(1 + flow * flow);
        return sum;
    }

    public enum Norm { One, Two, Huber, Largest }

    public readonly record struct Options(Norm Norm, double Delta = 0.5)
    {
        public double Of(double r) => this switch
        {
            { Norm: Norm.One } => Abs(r),
            { Norm: Norm.Two } => r * r / 2,
            { Norm: Norm.Huber, Delta: var d } when Abs(r) <= d => r * r / 2,
            (Norm.Huber, var d) => d * (Abs(r) - d / 2),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Residuals by several norms, of jagged data of several lengths.</summary>
    [Differentiable]
    public static double Residual([RowLengths(3, 1, 2)] double[][] observed, [Length(3)] ReadOnlySpan<double> coefficients, [Values(0, 1, 2, 3)] Norm norm, double delta)
    {
        Options options = new(norm, 0.3 * delta);
        double sum = 0;
        for (int row = 0; row < observed.Length; row++)
        {
            ReadOnlySpan<double> values = observed[row];
            for (int i = values.Length - 1; i >= 0; i--)
            {
                double predicted = 0;
                foreach (double c in coefficients)
                    predicted = predicted * (0.1 * row - i) + c;
                double r = values[i] - predicted;
                if (options.Norm is Norm.Largest)
                    sum = Max(sum, Abs(r) * delta);
                else
                    sum += options.Of(r);
            }
        }
        return sum;
    }
}
