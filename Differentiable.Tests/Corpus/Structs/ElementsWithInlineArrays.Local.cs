using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Such elements in arrays that a method makes.</summary>
public static partial class ElementsWithInlineArrays
{
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

    [Differentiable, Allocates("local arrays")]
    public static double Sorted(Body[] bodies, double x)
    {
        Body[] sorted = [.. bodies.OrderBy(body => body.At[0])], other = [.. bodies];
        Array.Sort(other, (one, two) => two.Mass.CompareTo(one.Mass));
        return sorted[0].At[1] * x + sorted[^1].Mass + other[0].At[2] + bodies.Sum(body => body.At[3] * body.Mass);
    }
}
