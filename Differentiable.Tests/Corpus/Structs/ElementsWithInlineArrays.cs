using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Arrays and spans whose elements are inline arrays, or have some in them.</summary>
public static partial class ElementsWithInlineArrays
{
    [InlineArray(1)]
    public struct One
    {
        private double _first;
    }

    public struct Body
    {
        public Four At;
        public double Mass;
        public int Kind;

        public readonly double Moment() => Mass * At.Sum();

        public void Move(double x)
        {
            At[0] += x;
            At.Scale(Mass);
        }
    }

    /// <summary>With an array beside the inline array.</summary>
    public record struct Tuned(Four Taps, double[] Gains);

    public record struct Cloud(Four[] Points, double Scale);

    [Differentiable, Allocates("an array of the elements")]
    public static double Norms(Four[] points, double x)
    {
        double sum = 0;
        for (int i = 0; i < points.Length; i++)
        {
            for (int k = 0; k < 4; k++)
                sum += points[i][k] * points[i][3 - k] * x;
        }
        return sum + points[^1][^1] * points[0][0];
    }

    [Differentiable, Allocates("an array of the elements")]
    public static double NormsOfSpans(ReadOnlySpan<Four> points, double x)
    {
        double sum = 0;
        foreach (Four point in points[1..])
        {
            foreach (double value in point)
                sum += Math.Sin(value * x);
        }
        return sum * points[0][2];
    }

    [Differentiable, Allocates("an array of the elements")]
    public static double ElementsThatAreWritten(Four[] points, double x)
    {
        for (int i = 1; i < points.Length; i++)
        {
            for (int k = 0; k < 4; k++)
                points[i][k] += points[i - 1][k] * points[i][(k + i) % 4] * x;
        }
        return points[^1][0] * points[^1][3];
    }

    [Differentiable, Allocates("an array of the elements")]
    public static void SpansThatAreWritten(Span<Four> points, double x)
    {
        for (int i = 0; i < points.Length; i++)
        {
            points[i][1] *= x * points[i][0];
            points[i][i % 4] += points[points.Length - 1 - i][2];
        }
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double Bodies(Body[] bodies, double x)
    {
        double sum = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            bodies[i].At[i % 4] *= x * bodies[i].Mass;
            bodies[i].Mass += bodies[i].At[1];
            sum += bodies[i].Moment() * (bodies[i].Kind > 2 ? x : 1);
        }
        return sum + bodies[0].At[0] * bodies[^1].Mass;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double Members(Body[] bodies, double x)
    {
        foreach (ref Body body in bodies.AsSpan())
            body.Move(x);
        bodies[0].At.Scale(x);
        ref Four first = ref bodies[0].At;
        first[3] *= bodies[^1].At.Sum();
        return bodies[0].Moment() + bodies[^1].Moment();
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double Forces(ReadOnlySpan<Body> bodies)
    {
        double energy = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            for (int j = i + 1; j < bodies.Length; j++)
            {
                double r = 0.1;
                for (int k = 0; k < 4; k++)
                {
                    double d = bodies[i].At[k] - bodies[j].At[k];
                    r += d * d;
                }
                energy += bodies[i].Mass * bodies[j].Mass / Math.Sqrt(r);
            }
        }
        return energy;
    }

    private static double Total(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        return sum;
    }

    [Differentiable, Allocates("an array of the elements")]
    public static double StructsInInlineArrays(Triangle[] triangles, double x)
    {
        double area = 0;
        for (int t = 0; t < triangles.Length; t++)
        {
            triangles[t][t % 3].X *= x;
            for (int i = 0; i < 3; i++)
            {
                InlinePoint a = triangles[t][i], b = triangles[t][(i + 1) % 3];
                area += a.X * b.Y - b.X * a.Y;
            }
        }
        return area;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double InAStruct(Cloud cloud, double x)
    {
        for (int i = 0; i < cloud.Points.Length; i++)
            cloud.Points[i][0] *= cloud.Scale * x;
        return cloud.Points[0].Sum() * cloud.Points[^1][0];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double InElements(Four[] points, double x)
    {
        Cloud[] clouds = [new([.. points], x), new([points[^1]], 2)];
        double sum = 0;
        for (int n = 0; n < clouds.Length; n++)
        {
            for (int i = 0; i < clouds[n].Points.Length; i++)
                sum += clouds[n].Points[i][n % 4] * clouds[n].Scale * Math.Sin(x * clouds[n].Points[i][3]);
        }
        clouds[0].Points[0][1] = sum * x;
        return sum * clouds[0].Points[0][1] + clouds[^1].Points[0].Sum();
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double WithArrays(Tuned[] all, double x)
    {
        double sum = 0;
        foreach ((Four taps, double[] gains) in all)
            sum += taps[1] * gains[0] * x + taps.Sum() * gains[^1];
        all[0].Gains[0] = x;
        return sum * all[0].Taps[3] * all[0].Gains[0];
    }

    /// <summary>Elements that can only be made anew.</summary>
    [Differentiable, Allocates("an array of each leaf")]
    public static double Properties(Sampled[] samples, double x)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            Four values = samples[i].Values;
            values[i % 4] *= x;
            samples[i] = new(samples[i].Rate * x, values);
        }
        return samples[0].Rate * samples[^1].Values.Sum() + samples[0].Values[0];
    }

    [Differentiable, Allocates("an array of the elements")]
    public static double SinglesAndOnes(ThreeSingles[] singles, One[] ones, double x)
    {
        double sum = 0;
        for (int i = 0; i < ones.Length; i++)
        {
            ones[i][0] *= x;
            sum += singles[i % singles.Length][i % 3] * ones[i][0];
        }
        return sum;
    }

    [Differentiable, Allocates("a local array")]
    public static double Checkpoints(Body[] bodies, double x, [Values(7, 0, 3)] int n)
    {
        Body[] state = [.. bodies];
        for (int step = 0; step < n; step++)
        {
            Checkpoint.Every(3);
            for (int i = 0; i < state.Length; i++)
            {
                state[i].At[step % 4] = Math.Sin(state[i].At[1] + 0.1 * state[i].Mass * x);
                state[i].Mass *= 0.9;
            }
        }
        return state[0].At.Sum() * state[^1].Mass;
    }

    [Differentiable, TypeArguments(typeof(double)), Allocates("an array of each leaf")]
    public static T Generic<T>(Pair<T>[] pairs, T x)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i][0] *= x;
            sum += pairs[i][0] * pairs[i][i % 2];
        }
        return sum;
    }

    [Differentiable, Allocates("an array of the elements")]
    public static double Choices(Four[] points, double x, [Values(0, 1, 2)] int n)
    {
        Four chosen = n > 1 ? points[0] : points[^1];
        chosen[0] *= x;
        double last = n < 2 && points[n][n] > 0 ? points[n][n] : x;
        return chosen.Sum() * last + points[0][0];
    }
}
