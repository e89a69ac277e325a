using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Parameters of primary constructors that other members read, so that the struct keeps them.</summary>
public static partial class KeptParameters
{
    private readonly struct Axis(double lo, double step)
    {
        public double At(int i) => lo + step * i;

        public double Squared => lo * lo;

        public double this[double t] => Math.Exp(lo * t) / step;

        public Axis Shifted(double by) => new(lo + by, step);

        public static Axis operator *(Axis axis, double factor) => new(axis.At(0) * factor, axis.At(1) * factor - axis.At(0) * factor);
    }

    /// <summary>One parameter is kept, and a property starts from it, too; another one is only that; a third one is changed.</summary>
    private struct Walker(double position, double speed, int seed)
    {
        private int _steps = seed;

        public double Start { get; } = position * position;

        public double Speed { get; set; } = speed + position;

        public void Move(double time)
        {
            position += Speed * time;
            _steps++;
            Accelerate(ref position);
        }

        public readonly double Where => position * Start + _steps;

        public double Next() => position++ + --position * 2;

        public double Step
        {
            readonly get => position;
            set => (position, Speed) = (value * Speed, position);
        }

        private static void Accelerate(ref double x) => x *= 1.1;
    }

    /// <summary>What the parameter is when the members come to it is what the initializer left there.</summary>
    private struct Adjusted(double a)
    {
        public double B = (a *= 3) * a;

        public readonly double Sum() => a + B;
    }

    private struct Chained(double a, double b)
    {
        public double Scale = 1;

        public Chained(double a)
            : this(a * a, Math.Sin(a))
        {
            Scale = a;
            Grow();
        }

        public void Grow() => b *= Scale;

        public readonly double Sum() => a * Scale + b;
    }

    private readonly struct Segment(Axis from, Axis to)
    {
        public double Middle(int i) => 0.5 * (from.At(i) + to.At(i));

        public Axis From => from;
    }

    private struct Trail(Walker walker)
    {
        public double Follow(double time)
        {
            walker.Move(time);
            walker.Speed *= 0.5;
            return walker.Where + walker.Next();
        }

        public readonly double Peek(double time)
        {
            Walker copy = walker;
            copy.Move(time);
            return copy.Where - walker.Where;
        }
    }

    private readonly struct Follower(Walker walker, double pull)
    {
        /// <summary>Changes a copy, and then another one.</summary>
        public double Ahead(double time)
        {
            walker.Move(time);
            return walker.Next() * pull + walker.Step;
        }
    }

    private readonly struct Table(double[] values, double unit)
    {
        public int Count => values.Length;

        public double At(double x)
        {
            int i = Math.Clamp((int)x, 0, values.Length - 2);
            return unit * (values[i] + (x - i) * (values[i + 1] - values[i]));
        }

        public void Set(int i, double value) => values[i] = value * unit;
    }

    private readonly struct Line<T>(T slope, T offset)
        where T : IFloatingPointIeee754<T>
    {
        public T At(T x) => slope * x + offset;

        public Line<T> After(Line<T> other) => new(slope * other.At(T.One) - slope * other.At(T.Zero), At(other.At(T.Zero)));
    }

    private record struct Named(double X)
    {
        public double Y = X * X;

        public readonly double Sum() => X + Y;
    }

    private struct Counter(double unit)
    {
        public double Total;

        public void Add(in double amount)
        {
            Total += amount * unit;
            unit += amount;
        }

        public void AddOwn() => Add(unit);
    }

    [Differentiable]
    public static double Read(double x, double y)
    {
        Axis axis = new(x, y);
        return axis.At(3) * axis.Squared + axis[0.5] + axis.Shifted(x * y).At(2) + (axis * y).At(4);
    }

    [Differentiable]
    public static double Changed(double x, double y, [Values(3, 0)] int steps)
    {
        Walker walker = new(x, y, 2);
        for (int i = 0; i < steps; i++)
        {
            walker.Move(0.1 * y);
            walker.Step = walker.Next();
        }
        return walker.Where * walker.Speed + walker.Start;
    }

    [Differentiable]
    public static double ByInitializers(double x) => new Adjusted(x).Sum() + new Adjusted { B = x }.Sum() + default(Adjusted).Sum();

    [Differentiable]
    public static double ByOtherConstructors(double x, double y)
    {
        Chained one = new(x), other = new(x, y) { Scale = y };
        other.Grow();
        Chained copy = one with { Scale = x * y };
        copy.Grow();
        return one.Sum() * other.Sum() + copy.Sum();
    }

    [Differentiable]
    public static double Nested(double x, double y)
    {
        Segment segment = new(new(x, y), new(y, x * y));
        Trail trail = new(new Walker(x, y, 1));
        double sum = segment.Middle(2) * segment.From.At(1) + trail.Peek(x);
        return sum + trail.Follow(y) * trail.Follow(x) + trail.Peek(y);
    }

    [Differentiable]
    public static double ReadOnly(double x, double y)
    {
        Follower follower = new(new Walker(x, y, 1), x * y);
        return follower.Ahead(y) * follower.Ahead(x);
    }

    [Differentiable]
    [Allocates("an array in a struct")]
    public static double Arrays([Length(5)] ReadOnlySpan<double> knots, [Range(0.5, 3)] double x)
    {
        Table table = new(knots.ToArray(), x);
        table.Set(1, x * x);
        Table other = table;
        double sum = 0;
        for (int i = 0; i < other.Count; i++)
            sum += other.At(i + 0.25) * table.At(x);
        return sum;
    }

    [Differentiable]
    public static double Generic(double x, float y)
    {
        Line<double> line = new(x, x * x);
        Line<float> narrow = new(y, 2);
        return line.After(new(2, x)).At(x) + narrow.At(y);
    }

    [Differentiable]
    [TypeArguments(typeof(double))]
    public static T GenericCode<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
    {
        Line<T> line = new(x, y);
        for (int i = 0; i < 3; i++)
            line = line.After(new(y, x));
        return line.At(x);
    }

    [Differentiable]
    public static double Records(double x) => new Named(x).Sum() * (new Named(x) with { X = 2 * x }).Sum();

    [Differentiable]
    public static double Defaults(double x)
    {
        Walker none = default;
        Axis[] nothing = [];
        none.Speed = x;
        none.Move(x);
        return none.Where + none.Next() * x + nothing.Length;
    }

    [Differentiable]
    public static double Equality(double x, double y)
    {
        Axis one = new(x, y), same = new(x, y), other = one.Shifted(1);
        return (one.Equals(same) ? x : y) * (one.Equals(other) ? 1 : x * y);
    }

    [Differentiable]
    public static double ByReference(double x, double y)
    {
        Counter counter = new(x);
        counter.Add(y);
        counter.AddOwn();
        ref Counter again = ref counter;
        again.Add(counter.Total);
        return counter.Total;
    }

    [Differentiable]
    public static double InLoops(double x, double y, [Values(4, 1)] int n)
    {
        Axis axis = new(x, y);
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += Math.Sin(axis.At(i));
            axis = i % 2 == 0 ? axis.Shifted(sum) : new(y, sum);
        }
        return sum;
    }

    [Differentiable]
    public static double Missing(double x, double y)
    {
        Axis? axis = x > 100 ? null : new Axis(x, y);
        return (axis?.At(2) ?? y) + (axis is { } found ? found.Squared : 0);
    }
}
