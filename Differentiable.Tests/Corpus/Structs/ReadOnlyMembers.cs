namespace Differentiable.Tests.Corpus.Structs;

/// <summary>What members that are read only, and methods that are given a struct by <c>in</c>, change of its parts is a copy, and gone afterwards.</summary>
public static partial class ReadOnlyMembers
{
    private struct Cursor(double start)
    {
        private double _at = start;

        public readonly double At => _at;

        public double Next => _at += 1;

        public double this[int steps]
        {
            get
            {
                _at *= steps;
                return _at;
            }
        }

        public double Advance() => _at += _at;
    }

    private struct Reader(double start, double scale)
    {
        private Cursor _cursor = new(start);
        private Cursor _kept = new(scale);

        public readonly double Peek => _cursor.Next * _cursor[3] * _cursor.At;

        public readonly double Ahead() => _cursor.Advance() * _cursor.At + CopyOfThis().At;

        public double Read() => _cursor.Advance() * _cursor.At * _kept.Next;

        private readonly Cursor CopyOfThis()
        {
            Reader copy = this;
            copy.Read();
            return copy._cursor;
        }
    }

    private readonly struct Fixed(Cursor cursor)
    {
        private readonly Cursor _own = cursor;

        public double Read() => _own.Advance() * _own.Next + _own.At;
    }

    private readonly struct Kept(Cursor cursor)
    {
        public double Read() => cursor.Advance() * cursor[2] + cursor.Next * cursor.At;
    }

    [Differentiable]
    public static double ByFields(double x, double y)
    {
        Reader reader = new(x, y);
        double sum = reader.Peek + reader.Ahead() * reader.Read();
        return sum + reader.Peek * reader.Ahead() + reader.Read();
    }

    [Differentiable]
    public static double ByStructsThatAreReadOnly(double x)
    {
        Fixed one = new(new(x));
        Kept other = new(new(x * x));
        return one.Read() * other.Read() + one.Read() * other.Read();
    }

    [Differentiable]
    public static double ByIn(double x)
    {
        Cursor cursor = new(x);
        double sum = Twice(in cursor) + Twice(cursor);
        cursor.Advance();
        return sum * cursor.At;

        static double Twice(in Cursor cursor) => cursor.Next * cursor[2] * cursor.Advance() + cursor.At;
    }
}
