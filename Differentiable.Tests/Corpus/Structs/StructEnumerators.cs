using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary><c>foreach</c> over structs of one's own, whose enumerators are structs.</summary>
public static partial class StructEnumerators
{
    /// <summary>Every other element.</summary>
    public readonly struct Evens(double[] values)
    {
        private readonly double[] _values = values;

        public Enumerator GetEnumerator() => new(_values);

        public struct Enumerator(double[] values)
        {
            private readonly double[] _values = values;
            private int _index = -2;

            public readonly double Current => _values[_index];

            public bool MoveNext()
            {
                _index += 2;
                return _index < _values.Length;
            }
        }
    }

    /// <summary>Counts up, without any real number.</summary>
    public readonly struct Counts(int count)
    {
        public Enumerator GetEnumerator() => new(count);

        public struct Enumerator(int count)
        {
            private int _index = -1;

            public readonly int Current => _index;

            public bool MoveNext() => ++_index < count;
        }
    }

    [Differentiable]
    public static double OverCounts([Length(4)] double[] x, double y)
    {
        double s = y;
        foreach (int i in new Counts(x.Length))
        {
            foreach (int j in new Counts(i))
            {
                if (j == 2)
                    break;
                s += x[i] * x[j] * s;
            }
        }
        return s;
    }

    /// <summary>Numbers at equal distances, with their squares.</summary>
    public readonly record struct Steps(double From, double To, int Count)
    {
        public Enumerator GetEnumerator() => new(this);

        public struct Enumerator(Steps steps)
        {
            private readonly double _step = (steps.To - steps.From) / steps.Count;
            private int _left = steps.Count + 1;

            public (double At, double Square) Current { get; private set; } = (steps.From, 0);

            public bool MoveNext()
            {
                double at = _left > steps.Count ? steps.From : Current.At + _step;
                Current = (at, at * at);
                return _left-- > 0;
            }
        }
    }

    [Differentiable]
    public static double OfElements([Length(5)] double[] x)
    {
        double sum = 0;
        foreach (double v in new Evens(x))
        {
            if (v > 50)
                continue;
            sum += v * v * Math.Cos(sum) + v;
            if (sum > 100)
                break;
        }
        return sum;
    }

    [Differentiable]
    public static double WrittenMeanwhile([Length(5)] double[] x)
    {
        double product = 1;
        foreach (double v in new Evens(x))
        {
            product *= v;
            x[4] *= v;
        }
        return product;
    }

    [Differentiable]
    public static double InEachOther(double a, double b)
    {
        double sum = 0;
        foreach ((double v, double square) in new Steps(a, b, 4))
        {
            sum += Math.Sin(v) * sum + square;
            foreach ((double At, double Square) w in new Steps(sum, v, 2))
                sum += 0.1 * w.At;
        }
        return sum;
    }

    [Differentiable]
    public static double WithCheckpoints(double a, double b)
    {
        double sum = 0;
        Steps steps = new(a, b, 9);
        foreach ((double v, double square) in steps)
        {
            Checkpoint.Every(3);
            sum += Math.Sin(v) * sum + square;
        }
        return sum;
    }
}
