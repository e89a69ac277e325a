using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>What C# does with structs in places where one does not look.</summary>
public static partial class StructSubtleties
{
    /// <summary>Accessors that say <c>field</c>, one with code and one without, and an initializer that goes past them.</summary>
    public struct Bounded
    {
        public Bounded(double start) => Level = start;

        public double Level { get; set => field = value > 1 ? 1 + Math.Log(value) : value; }

        public double Squared { get => field * field; set; }

        public double Kept { get => 2 * field; set => field = value * value; } = 0.5;
    }

    public struct Doubler
    {
        public double X;

        public double Next() => X *= 2;

        public readonly double Now() => X * X;
    }

    public struct Pair
    {
        public Doubler First, Second;

        public void Swap() => (First, Second) = (Second, First);
    }

    /// <summary>A probability: <c>and</c> and <c>or</c> need not look at the second.</summary>
    public readonly record struct Chance(double P)
    {
        public static Chance operator &(Chance a, Chance b) => new(a.P * b.P);

        public static Chance operator |(Chance a, Chance b) => new(a.P + b.P - a.P * b.P);

        public static bool operator true(Chance a) => a.P > 0.8;

        public static bool operator false(Chance a) => a.P < 0.3;
    }

    [Differentiable(Derivatives.All)]
    public static double Fields(double x, [Values(1, 3)] double scale)
    {
        Bounded b = new(x * scale);
        b.Squared = x;
        double sum = b.Level + b.Squared * b.Kept;
        b.Kept = x;
        b.Level += 1;
        return sum + b.Kept * b.Level;
    }

    /// <summary>The variable of a loop is a copy of the element, and the same one for all of the round.</summary>
    [Differentiable]
    public static double Rounds(double[] x)
    {
        Doubler[] all = new Doubler[x.Length];
        for (int i = 0; i < x.Length; i++)
            all[i].X = x[i];
        double sum = 0;
        foreach (Doubler one in all)
        {
            sum += one.Next();
            sum += one.Now();
        }
        return sum + all[0].Now();
    }

    /// <summary>What lies in the variable of a loop is changed in a copy, the element itself by reference.</summary>
    [Differentiable]
    public static double Within(double[] x)
    {
        Pair[] all = new Pair[x.Length];
        for (int i = 0; i < x.Length; i++)
            (all[i].First.X, all[i].Second.X) = (x[i], x[i] * x[0]);
        double sum = 0;
        foreach (Pair pair in all)
        {
            sum += pair.First.Next() * pair.Second.Now();
            pair.Swap();
            sum += pair.First.X * pair.Second.Now();
        }
        foreach (ref Pair pair in all.AsSpan())
        {
            pair.First.Next();
            pair.Swap();
        }
        return sum + all[0].Second.Now() + all[^1].First.X;
    }

    [Differentiable(Derivatives.All)]
    public static double Chances(double x, double y)
    {
        Chance a = new(x), b = new(y), sure = new(0.9), never = new(0.1);
        return (a && b).P + 2 * (a || b).P + 3 * (sure || a).P + 4 * (never && b).P + 5 * (never || a && sure).P + (a && b || sure ? x : y);
    }

    private readonly record struct Leg(double X, double Y)
    {
        public double Length(out double squared)
        {
            squared = X * X + Y * Y;
            return Math.Sqrt(squared);
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double Halved(double x, out (double Half, Vector2 Other) parts)
    {
        parts = (x / 2, new Vector2((float)x, 1));
        return parts.Half * x;
    }

    /// <summary>What is discarded here is read there.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Discards(double x, double y)
    {
        return new Leg(x, y).Length(out _) * Scaled(x, out _) * Halved(y, out _);

        static double Scaled(double a, out double twice)
        {
            twice = 2 * a;
            return twice * a;
        }
    }
}
