using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.OwnRules;

/// <summary>Methods with rules that read and write elements of rows, while variables and other arrays stand for some of these.</summary>
public static partial class RulesOfRows
{
    [CustomGradient(nameof(CrossPullback)), CustomGradient(nameof(CrossTangent))]
    private static double Cross(double[][] rows) => rows[0][0] * rows[1][0] + rows[^1].Length;

    private static void CrossPullback(double[][] rows, double dresult, double[][] drows)
    {
        drows[0][0] += dresult * rows[1][0];
        drows[1][0] += dresult * rows[0][0];
    }

    [CustomGradient(nameof(CrossTangentPullback))]
    private static (double value, double valueDot) CrossTangent(double[][] rows, double[][] rowsDot) => (Cross(rows), rowsDot[0][0] * rows[1][0] + rows[0][0] * rowsDot[1][0]);

    private static void CrossTangentPullback(double[][] rows, double[][] rowsDot, (double value, double valueDot) dresult, double[][] drows, double[][] drowsDot)
    {
        drows[0][0] += dresult.value * rows[1][0] + dresult.valueDot * rowsDot[1][0];
        drows[1][0] += dresult.value * rows[0][0] + dresult.valueDot * rowsDot[0][0];
        drowsDot[0][0] += dresult.valueDot * rows[1][0];
        drowsDot[1][0] += dresult.valueDot * rows[0][0];
    }

    [CustomGradient(nameof(DoublePullback))]
    private static void Double(double[][] rows)
    {
        foreach (double[] row in rows)
            row[0] *= 2;
    }

    private static void DoublePullback(double[][] rows, double[][] drows)
    {
        foreach (double[] drow in drows)
            drow[0] *= 2;
    }

    [Differentiable, Allocates("rows are arrays")]
    public static double BehindAVariable([Length(2)] double[] x)
    {
        double[] y = [x[1], 2];
        double[][] rows = [x, y];
        double d = Cross(rows);
        y[0] *= d;
        return Cross(rows) * y[0];
    }

    [Differentiable, Allocates("rows are arrays")]
    public static double OfASpread([Length(4)] double[] x)
    {
        double[] y = [x[0], 3];
        double[][] rows = [[x[2], x[3]], [.. y]];
        double d = Cross(rows);
        rows[1][0] = d * y[0];
        return Cross(rows) * x[1];
    }

    [Differentiable(Derivatives.Gradient), Allocates("rows are arrays")]
    public static double WrittenRows([Length(2)] double[] x)
    {
        double[] y = [x[1], x[0] * x[1]];
        double[][] rows = [[x[0]], y];
        Double(rows);
        return rows[0][0] * y[0] * y[1] * rows[1][0];
    }
}
