using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Matrices and fields that are views of spans: structs that hold spans, and references.</summary>
public static partial class SpanViews
{
    private readonly ref struct MatrixView(Span<double> elements, int columns)
    {
        private readonly Span<double> _elements = elements;

        public int Columns { get; } = columns;

        public int Rows => _elements.Length / Columns;

        public ref double this[int row, int column] => ref _elements[row * Columns + column];

        public Span<double> Row(int row) => _elements.Slice(row * Columns, Columns);

        public MatrixView From(int row) => new(_elements[(row * Columns)..], Columns);
    }

    private ref struct Cursor
    {
        private readonly ReadOnlySpan<double> _values;
        private int _at;

        public Cursor(ReadOnlySpan<double> values)
        {
            _values = values;
            _at = 0;
        }

        public readonly bool IsAtEnd => _at >= _values.Length;

        public double Next() => _values[_at++];

        public double NextSum(int count)
        {
            double sum = 0;
            while (count-- > 0 && !IsAtEnd)
                sum += Next();
            return sum;
        }
    }

    [Differentiable]
    public static double CholeskyLogDeterminant([Length(9), DiagonallyDominant] ReadOnlySpan<double> matrix)
    {
        int n = (int)Math.Sqrt(matrix.Length);
        Span<double> work = stackalloc double[matrix.Length];
        matrix.CopyTo(work);
        MatrixView a = new(work, n);
        double sum = 0;
        for (int j = 0; j < a.Rows; j++)
        {
            for (int k = 0; k < j; k++)
                a[j, j] -= a[j, k] * a[j, k];
            a[j, j] = Math.Sqrt(a[j, j]);
            sum += 2 * Math.Log(a[j, j]);
            for (int i = j + 1; i < n; i++)
            {
                double s = a[i, j];
                for (int k = 0; k < j; k++)
                    s -= a[i, k] * a[j, k];
                a[i, j] = s / a[j, j];
            }
        }
        MatrixView rest = a.From(1);
        foreach (double v in rest.Row(0))
            sum += 0.1 * v * v;
        return sum;
    }

    [Differentiable]
    public static double Decoded([Length(7, 8)] ReadOnlySpan<double> values)
    {
        Cursor cursor = new(values);
        double product = 1;
        for (int size = 1; !cursor.IsAtEnd; size++)
            product = product * cursor.NextSum(size) + Math.Sin(product);
        return product;
    }

    [Differentiable]
    public static void Diffuse([Length(12)] Span<double> field, double rate, [Values(2, 3)] int sweeps)
    {
        MatrixView grid = new(field, 4);
        for (int k = 0; k < sweeps; k++)
        {
            for (int r = 1; r < grid.Rows; r++)
            {
                Span<double> above = grid.Row(r - 1);
                for (int c = 1; c < grid.Columns - 1; c++)
                {
                    ref double cell = ref grid[r, c];
                    cell += rate * (above[c] + grid[r, c - 1] + grid[r, c + 1] - 3 * cell) * cell;
                }
            }
        }
    }
}
