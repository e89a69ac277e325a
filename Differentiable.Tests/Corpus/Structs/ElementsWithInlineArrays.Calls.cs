using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Such elements as arguments and results of calls.</summary>
public static partial class ElementsWithInlineArrays
{
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
}
