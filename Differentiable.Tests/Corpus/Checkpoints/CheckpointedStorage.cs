using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Checkpoints;

/// <summary>Storage around, before and behind loops with checkpoints.</summary>
public static partial class CheckpointedStorage
{
    /// <summary>The rounds are counted first, and the arrays change places meanwhile.</summary>
    [Differentiable]
    public static double SwappedUntil([Length(2)] double[] start, double x, [Values(6, 0, 2)] int steps, [Values(4, 9)] int last)
    {
        double[] u = [.. start], v = new double[2];
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.SquareRoot();
            for (int i = 0; i < 2; i++)
                v[i] = Math.Sin(u[i] * x) + u[1 - i];
            (u, v) = (v, u);
            if (k == last)
                break;
        }
        return u[0] * v[1];
    }

    /// <summary>The elements before the loop are needed by what runs before it, those behind it by what follows.</summary>
    [Differentiable]
    public static double NeededAround([Length(3)] Span<double> u, double x, [Values(5, 0, 1)] int steps)
    {
        double before = u[0] * u[1] * x;
        u[2] = u[2] * u[0];
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            u[k % 3] = Math.Sin(u[k % 3] * u[(k + 1) % 3]) + x;
        }
        u[0] *= u[1];
        u[1] = u[1] * u[1];
        return before + u[0] * u[1] * u[2];
    }

    /// <summary>What rounds only read changes behind the loop, before they are run again.</summary>
    [Differentiable]
    public static double ChangedBehind([Length(3)] Span<double> c, double x, [Values(5, 1)] int steps)
    {
        double y = x;
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(2);
            y = Math.Sin(y * c[k % 3]) + y;
        }
        for (int i = 0; i < c.Length; i++)
            c[i] = y * i;
        return y + c[1] * c[2];
    }

    /// <summary>An inactive reading as well: the branch that a round takes.</summary>
    [Differentiable]
    public static double DecisionsChangedBehind(double x, int[] choices, [Values(6)] int steps)
    {
        double y = x;
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(1);
            y += choices[k % choices.Length] % 2 == 0 ? 0.1 * y * y : -0.1 * x * y;
        }
        for (int i = 0; i < choices.Length; i++)
            choices[i]++;
        return y * choices[0];
    }

    /// <summary>Written only, and read before the loop and behind it.</summary>
    [Differentiable]
    public static double WrittenOnly([Length(6)] Span<double> path, double x, [Values(6, 0)] int steps)
    {
        double before = path[0] * path[1] + path[5] * x;
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            x += 0.1 * Math.Sin(x);
            path[k] = x * x;
        }
        double behind = 0;
        foreach (double p in path)
            behind += p * p;
        return before + behind;
    }

    /// <summary>Sums in an array, as in a histogram.</summary>
    [Differentiable]
    public static void Histogram([Length(3)] Span<double> bins, double x, [Values(7)] int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Logarithmic();
            x += 0.3 * Math.Sin(3 * x);
            bins[k % 3] += x * x;
        }
    }

    [Differentiable]
    public static double ThroughSlices([Length(6)] ReadOnlySpan<double> start, double rate, [Values(5)] int steps)
    {
        double[] u = start.ToArray();
        Span<double> left = u.AsSpan(0, 3), right = u.AsSpan(3);
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            Span<double> inner = k % 2 == 0 ? left[1..] : right[..2];
            for (int i = 0; i < inner.Length; i++)
                inner[i] += 0.1 * rate * left[i] * right[i + 1];
            left[0] = Math.Sin(u[5] + left[0]);
        }
        return u[0] * u[1] + u[2] * u[3] + u[4];
    }

    /// <summary>An array variable takes turns with others, one of them the caller's.</summary>
    [Differentiable]
    public static double TakingTurns([Length(2)] double[] a, double x, [Values(6, 0)] int steps)
    {
        double[] b = [x, x * x];
        double[] current = a;
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            current[k % 2] = Math.Sin(current[k % 2] + b[0] * a[1]);
            if (k % 3 != 1)
                current = k % 2 == 0 ? b : a;
        }
        return current[0] * a[1] + b[1];
    }

    /// <summary>Three buffers of different lengths go round.</summary>
    [Differentiable]
    public static double Rotation([Length(2)] ReadOnlySpan<double> s, double x, [Values(7, 1)] int steps)
    {
        double[] a = s.ToArray(), b = [x, x, x * x], c = [1, x];
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(2);
            a[0] += 0.1 * b[1] * c[1];
            b[^1] = Math.Sin(b[^1] * a[1]);
            (a, b, c) = (b, c, a);
        }
        return a[0] * b[1] + c[0] * c[^1];
    }

    /// <summary>Made before the loop by one way or another.</summary>
    [Differentiable]
    public static double MadeInBranches([Length(3)] double[] a, double x, [Values(5)] int steps)
    {
        double[] u;
        if (x > 1)
        {
            u = new double[3];
            u[0] = x;
        }
        else
        {
            u = a;
        }
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(3);
            u[k % 3] += 0.2 * Math.Cos(u[(k + 1) % 3] * x);
        }
        return u[0] * u[1] + u[2] * a[0];
    }

    /// <summary>Local arrays that each round makes, with callees that fill them.</summary>
    [Differentiable, Allocates("makes matrices and jagged arrays, and a callee returns an array")]
    public static double MadeInRounds(double x, double y, [Values(5)] int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            double[] rates = Rates(x, y);
            double[][] table = [[x, y], rates];
            double[,] m = new double[2, 2];
            m[0, 1] = table[1][0] * x;
            m[1, 0] = table[1][1] * y;
            x += 0.1 * m[0, 1] * rates[1];
            y -= 0.1 * m[1, 0];
        }
        return x * y;
    }

    [Differentiable]
    public static double[] Rates(double x, double y) => [x * (1 - y), Math.Sin(y * x)];

    /// <summary>The elements of arrays in arrays in arrays are the state.</summary>
    [Differentiable, Allocates("makes arrays of jagged arrays")]
    public static double Layers(double x, double y, [Length(2)] double[] start, [Values(5, 1)] int steps)
    {
        double[][][] layers = [[[.. start], [x, y, x]], [[y, x], [1, y]]];
        double sum = layers[0][0][1] * layers[1][0][0];
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            for (int i = 0; i < 2; i++)
                layers[i][1][k % 2] = Math.Sin(layers[1 - i][k % 2][1] + x * layers[i][1][0]);
            layers[0][0][0] *= layers[1][1][1];
            sum += layers[0][1][1];
        }
        return sum * layers[0][0][0] + layers[0][1][2] * layers[1][1][0];
    }

    /// <summary>Matrices in an array, and arrays in a matrix.</summary>
    [Differentiable, Allocates("makes arrays of matrices")]
    public static double MatricesAndRows(double x, double y, [Values(4, 0)] int steps)
    {
        double[][,] matrices = [new double[2, 2], new double[1, 3]];
        double[,][] rows = new double[2, 1][];
        rows[0, 0] = [x, y];
        rows[1, 0] = [y, y, x];
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(1);
            matrices[k % 2][0, 1] = Math.Sin(matrices[0][1, k % 2] + rows[k % 2, 0][1]);
            matrices[0][1, 0] += y * matrices[1][0, 1];
            rows[1, 0][2] *= Math.Cos(matrices[0][1, 0] + rows[0, 0][0]);
            rows[0, 0][k % 2] += 0.5 * rows[1, 0][2];
        }
        return matrices[0][0, 1] * matrices[1][0, 1] + matrices[0][1, 0] * rows[0, 0][1] + rows[1, 0][2];
    }
}
