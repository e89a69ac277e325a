using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A recursion of matrices that local functions make, and that takes the place of the last one.</summary>
public static partial class RiccatiRecursion
{
    [Differentiable, Allocates("local matrices")]
    public static double Gain([Rows(2)][Columns(2)] double[,] a, [Rows(2)][Columns(1)] double[,] b, double r, [Values(2, 4)] int steps)
    {
        double[,] p = { { 1, 0 }, { 0, 1 } };
        for (int k = 0; k < steps; k++)
        {
            double[,] pa = Multiply(p, a), pb = Multiply(p, b);
            double[,] bt = Transpose(b), at = Transpose(a);
            double s = r + Multiply(bt, pb)[0, 0];
            double[,] btpa = Multiply(bt, pa);
            double[,] next = Multiply(at, pa);
            for (int i = 0; i < 2; i++)
                for (int j = 0; j < 2; j++)
                    next[i, j] -= btpa[0, i] * btpa[0, j] / s - (i == j ? 0.1 : 0);
            p = next;
        }
        return p[0, 0] + 2 * p[0, 1] + p[1, 1];

        static double[,] Multiply(double[,] a, double[,] b)
        {
            int n = a.GetLength(0), m = b.GetLength(1), inner = a.GetLength(1);
            if (inner != b.GetLength(0))
                throw new ArgumentException($"{inner} columns and {b.GetLength(0)} rows");
            var c = new double[n, m];
            for (int i = 0; i < n; i++)
                for (int j = 0; j < m; j++)
                    for (int k = 0; k < inner; k++)
                        c[i, j] += a[i, k] * b[k, j];
            return c;
        }

        static double[,] Transpose(double[,] a)
        {
            var t = new double[a.GetLength(1), a.GetLength(0)];
            for (int i = 0; i < a.GetLength(0); i++)
                for (int j = 0; j < a.GetLength(1); j++)
                    t[j, i] = a[i, j];
            return t;
        }
    }
}

/// <summary>Elimination with pivots, a permutation, and the sign of a determinant.</summary>
public static partial class PivotedElimination
{
    [Differentiable, Allocates("matrix copy")]
    public static double Solve([Rows(3, 4)][Columns(3, 4)][DiagonallyDominant] double[,] matrix, [Length(3, 4)] double[] rhs)
    {
        int n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        int[] perm = new int[n];
        for (int i = 0; i < n; i++) perm[i] = i;
        int sign = 1;
        for (int c = 0; c < n; c++)
        {
            int pivot = c;
            for (int r = c + 1; r < n; r++)
                if (Math.Abs(a[r, c]) > Math.Abs(a[pivot, c]))
                    pivot = r;
            if (pivot != c)
            {
                for (int k = 0; k < n; k++)
                    (a[c, k], a[pivot, k]) = (a[pivot, k], a[c, k]);
                (perm[c], perm[pivot]) = (perm[pivot], perm[c]);
                sign = -sign;
            }
            for (int r = c + 1; r < n; r++)
            {
                double factor = a[r, c] /= a[c, c];
                for (int k = c + 1; k < n; k++)
                    a[r, k] -= factor * a[c, k];
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            double s = rhs[perm[i]];
            for (int j = 0; j < i; j++) s -= a[i, j] * x[j];
            x[i] = s;
        }
        for (int i = n - 1; i >= 0; i--)
        {
            double s = x[i];
            for (int j = i + 1; j < n; j++) s -= a[i, j] * x[j];
            x[i] = s / a[i, i];
        }
        double det = sign, norm = 0;
        for (int i = 0; i < n; i++) { det *= a[i, i]; norm += (i + 1) * x[i] * x[i]; }
        return norm + Math.Log(Math.Abs(det));
    }
}

/// <summary>Least squares by reflections, in a view of a span that returns references.</summary>
public static partial class HouseholderLeastSquares
{
    private readonly ref struct View(Span<double> data, int rows, int columns)
    {
        private readonly Span<double> _data = data;
        public int Rows { get; } = rows;
        public int Columns { get; } = columns;
        public ref double this[int i, int j] => ref _data[i * Columns + j];
        public Span<double> Row(int i) => _data.Slice(i * Columns, Columns);
    }

    [Differentiable]
    public static double Residual([Length(8)] ReadOnlySpan<double> matrix, [Length(4)] ReadOnlySpan<double> rhs)
    {
        Span<double> storage = stackalloc double[matrix.Length];
        matrix.CopyTo(storage);
        Span<double> b = rhs.ToArray();
        Span<double> v = stackalloc double[4];
        var a = new View(storage, 4, 2);
        for (int c = 0; c < a.Columns; c++)
        {
            double norm = 0;
            for (int i = c; i < a.Rows; i++)
                norm += a[i, c] * a[i, c];
            norm = Math.Sqrt(norm);
            double alpha = a[c, c] > 0 ? -norm : norm;
            v.Clear();
            for (int i = c; i < a.Rows; i++)
                v[i] = a[i, c];
            v[c] -= alpha;
            double vv = 0;
            foreach (double e in v) vv += e * e;
            for (int j = c; j < a.Columns; j++)
            {
                double dot = 0;
                for (int i = c; i < a.Rows; i++) dot += v[i] * a[i, j];
                for (int i = c; i < a.Rows; i++) a[i, j] -= 2 * dot / vv * v[i];
            }
            double db = 0;
            for (int i = c; i < a.Rows; i++) db += v[i] * b[i];
            for (int i = c; i < a.Rows; i++) b[i] -= 2 * db / vv * v[i];
        }
        double r = 0;
        foreach (ref readonly double e in b[2..])
            r += e * e;
        double x1 = b[1] / a[1, 1], x0 = (b[0] - a.Row(0)[1] * x1) / a[0, 0];
        return r + x0 * x0 + 2 * x1 * x1;
    }
}
