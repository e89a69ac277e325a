using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Elements with a string in them, which stays what it is beside the numbers.</summary>
public static partial class NamedElements
{
    public enum Kind
    {
        Free,
        Fixed,
    }

    public struct Body
    {
        public double Mass;
        public string? Name;
        public double X;
        public Kind Kind;
    }

    public record struct Crowd(Body[] Bodies, double Scale);

    [Differentiable]
    public static double Energy(Body[] bodies)
    {
        double sum = 0;
        foreach (Body b in bodies)
            sum += b.Kind == Kind.Fixed ? b.Mass : b.Mass * b.X * b.X;
        return sum;
    }

    [Differentiable]
    public static double ByName(ReadOnlySpan<Body> bodies, double k)
    {
        double sum = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            if (bodies[i].Name != "none")
                sum += bodies[i].Mass * k * Weighted(bodies[i]);
        }
        return sum;
    }

    [Differentiable, Allocates("a copy of elements with references")]
    public static double Moved(Body[] bodies, double k)
    {
        Body[] copy = [.. bodies, new Body { Mass = k, X = 2, Name = "last" }];
        copy[0].X *= k;
        copy[^1].Mass *= copy[^1].Name!.Length;
        double sum = 0;
        foreach (Body b in copy)
            sum += b.Mass * b.X;
        return sum;
    }

    [Differentiable]
    public static double Through(Body[] bodies, double k) => ByName(bodies, k * k) + Energy(bodies) * k;

    [Differentiable]
    public static double Marched(Body[] bodies, double x)
    {
        for (int i = 0; i < 5; i++)
        {
            Checkpoint.Every(2);
            x = Math.Sin(x) + (bodies.Length == 0 ? 0 : bodies[i % bodies.Length].X);
        }
        return x;
    }

    [Differentiable, Allocates("the array of the swapped")]
    public static double Within(Crowd crowd, double k)
    {
        double sum = 0;
        for (int i = 0; i < crowd.Bodies.Length; i++)
            sum += crowd.Bodies[i].X * k * (crowd.Bodies[i].Name ?? "").Length + crowd.Bodies[i].Mass * crowd.Scale;
        return sum;
    }

    [Differentiable, Allocates("a query's arrays")]
    public static double Asked(Body[] bodies, double k) => bodies.Where(b => b.Kind == Kind.Free).Sum(b => b.X * b.X * k) + bodies.Sum(b => b.Mass);

    private static double Weighted(Body b) => b.Mass * b.X + (b.Name ?? "").Length;
}
