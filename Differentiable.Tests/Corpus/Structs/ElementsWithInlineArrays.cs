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

    [Differentiable, Allocates("local arrays")]
    public static double Copies(Four[] points, double x)
    {
        Four[] own = [.. points];
        Four kept = own[0];
        own[0][1] = x * kept[1];
        own[^1] = own[0];
        own[0][1] *= 2;
        (own[0], own[^1]) = (own[^1], own[0]);
        own[0] = kept;
        kept[2] *= x;
        Four[] made = new Four[2];
        made[1] = kept;
        made[0][3] = x;
        return own[0].Sum() * own[^1][1] + made[1][2] * made[0].Sum() + kept[2] * own[0][2] + points[0][1];
    }

    [Differentiable, Allocates("local arrays")]
    public static double Views(Four[] points, double x)
    {
        Four[] own = points.ToArray();
        Span<double> row = own[0];
        row[1] *= x;
        Span<double> part = own[^1][1..3];
        part[0] = row[1] * row[0];
        ReadOnlySpan<double> all = own[^1];
        double sum = 0;
        foreach (double value in all[1..])
            sum += value * x;
        return sum + own[0][1] * Total(own[0]) + Total(own[^1][..2]);
    }

    private static double Total(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        return sum;
    }

    [Differentiable]
    public static double TotalOf(ReadOnlySpan<double> values, double x) => Total(values) * x;

    [Differentiable]
    public static double Weighed(Four values, in Four weights) => values[0] * weights[3] + Total(values) * weights[1];

    [Differentiable]
    public static void Turn(ref Four values, double x)
    {
        double first = values[0];
        values[0] = values[3] * x;
        values[3] = first * first;
    }

    [Differentiable, Allocates("local arrays")]
    public static double Calls(Four[] points, Body[] bodies, double x)
    {
        Four[] own = [.. points];
        double sum = 0;
        for (int i = 0; i < own.Length; i++)
        {
            Turn(ref own[i], x);
            sum += TotalOf(own[i], x) * TotalOf(own[i][..2], x) + Weighed(own[i], bodies[0].At);
        }
        Turn(ref bodies[0].At, x);
        SpansThatAreWritten(own, x);
        return sum * 0.01 + ElementsThatAreWritten(own, 0.1) + Forces(bodies) + own[0][1] * NormsOfSpans(own, x);
    }

    [Differentiable, Allocates("the result")]
    public static Four[] Results(Four[] points, double x)
    {
        Four[] turned = new Four[points.Length];
        for (int i = 0; i < turned.Length; i++)
        {
            for (int k = 0; k < 4; k++)
                turned[i][k] = points[points.Length - 1 - i][k] * x * (k + 1);
        }
        return turned;
    }

    [Differentiable, Allocates("the result")]
    public static (Body[] Bodies, Four Last) ResultsInTuples(Body[] bodies, double x)
    {
        Body[] moved = bodies.ToArray();
        for (int i = 0; i < moved.Length; i++)
            moved[i].Move(x);
        return (moved, moved[^1].At);
    }

    [Differentiable, Allocates("the result")]
    public static Four ElementsAsResults(Four[] points, double x)
    {
        points[0][1] *= x;
        return points[0];
    }

    [Differentiable, Allocates("local arrays")]
    public static double ResultsOfCalls(Four[] points, Body[] bodies, double x)
    {
        Four[] results = Results(Results(points, x), x);
        (Body[] moved, Four last) = ResultsInTuples(bodies, results[0][1]);
        return results[^1].Sum() * last[1] + moved[0].Mass * moved[0].At[2] + ElementsAsResults([.. points], x)[1];
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

    [Differentiable, Allocates("local arrays")]
    public static double ArraysOfArrays(Four[] given, double x)
    {
        Four[][] points = [[.. given], new Four[2], [given[0]]];
        double sum = 0;
        foreach (Four[] row in points)
        {
            for (int i = 0; i < row.Length; i++)
                sum += row[i][1] * row[i][i % 4] * x;
        }
        points[0][0][2] = sum;
        return sum * points[^1][^1][3] + points[0][0][2] * x;
    }

    [Differentiable, Allocates("local arrays")]
    public static double Rearranged(Four[] points, double x)
    {
        Four[] own = new Four[5];
        points.CopyTo(own, 1);
        Array.Fill(own, points[0], 0, 1);
        Array.Reverse(own);
        Array.Resize(ref own, 6);
        own[5][0] = x;
        own.AsSpan(1, 2).CopyTo(own.AsSpan(2));
        Array.Clear(own, 3, 1);
        Four[] more = [.. own[..2], own[5], points[^1]];
        double sum = 0;
        for (int i = 0; i < more.Length; i++)
            sum += more[i][0] * (i + 1) * more[i].Sum();
        return sum + own[2][1] + own[3].Sum();
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

    [Differentiable]
    public static double OnTheStack(double x, [Values(2, 0, 5)] int n)
    {
        Span<Four> state = stackalloc Four[2];
        state[0][0] = x;
        for (int i = 1; i <= n; i++)
        {
            state[i % 2] = state[(i + 1) % 2];
            state[i % 2][i % 4] = state[i % 2][(i + 3) % 4] * x + 1;
        }
        return state[0].Sum() * state[1].Sum();
    }

    [Differentiable, Allocates("local arrays")]
    public static double Histories(Four start, double x, [Values(4, 1)] int n)
    {
        Four[] history = new Four[n];
        history[0] = start;
        for (int i = 1; i < n; i++)
        {
            history[i] = history[i - 1];
            for (int k = 0; k < 4; k++)
                history[i][k] += 0.1 * x * history[i - 1][3 - k];
        }
        return history[^1].Sum() * history[n / 2][1];
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

    [Differentiable, Allocates("an array of the elements")]
    public static double RecursiveFunctions(Four[] points, double x)
    {
        return Go(0, x);

        double Go(int i, double value)
        {
            if (i == points.Length)
                return value;
            points[i][1] *= value;
            return Go(i + 1, Math.Sin(value * points[i][i % 4]) + points[i][1]);
        }
    }

    [Differentiable, Allocates("local arrays")]
    public static double Sorted(Body[] bodies, double x)
    {
        Body[] sorted = [.. bodies.OrderBy(body => body.At[0])], other = [.. bodies];
        Array.Sort(other, (one, two) => two.Mass.CompareTo(one.Mass));
        return sorted[0].At[1] * x + sorted[^1].Mass + other[0].At[2] + bodies.Sum(body => body.At[3] * body.Mass);
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
