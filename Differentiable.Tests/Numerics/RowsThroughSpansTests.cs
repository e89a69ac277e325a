namespace Differentiable.Tests.Numerics;

/// <summary>Rows that a callee moves without naming the jagged array itself: through spans, references, structs and their members.</summary>
public partial class RowsThroughSpansTests
{
    private static readonly double[] s_w = [0.3, 1.2, 0.7];

    [Fact]
    public void Of_a_span() => AssertGradient(OfTurned, OfTurnedGradient);

    [Fact]
    public void Of_a_reference() => AssertGradient(OfReferred, OfReferredGradient);

    [Fact]
    public void Of_a_member() => AssertGradient(OfPut, OfPutGradient);

    [Fact]
    public void Of_a_constructor() => AssertGradient(OfMade, OfMadeGradient);

    private struct Sheet
    {
        public double[][] Rows;

        public Sheet(double[][] rows, bool turned)
        {
            Rows = rows;
            if (turned)
                (rows[0], rows[1]) = (rows[1], rows[0]);
        }

        public readonly void Put(int i, double[] row) => Rows[i] = row;
    }

    [Differentiable(Derivatives.Gradient)]
    private static double Turned(double[][] rows)
    {
        double area = rows[0][0] * rows[0][1];
        Span<double[]> all = rows;
        all.Reverse();
        return area;
    }

    [Differentiable(Derivatives.Gradient)]
    private static double Referred(double[][] rows)
    {
        double area = rows[0][0] * rows[0][1];
        double[] first = rows[0];
        ref double[] row = ref rows[0];
        row = rows[1];
        row = ref rows[1];
        row = first;
        return area;
    }

    [Differentiable(Derivatives.Gradient)]
    private static double Put(double[][] rows)
    {
        double area = rows[0][0] * rows[0][1];
        double[] first = rows[0];
        Sheet sheet = new(rows, false);
        sheet.Put(0, rows[1]);
        sheet.Put(1, first);
        return area;
    }

    [Differentiable(Derivatives.Gradient)]
    private static double Made(double[][] rows)
    {
        double area = rows[0][0] * rows[0][1];
        Sheet sheet = new(rows, true);
        return area * sheet.Rows[0][0];
    }

    [Differentiable(Derivatives.Gradient)]
    private static double OfTurned(double[] w)
    {
        double[][] rows = [[w[0], w[1]], [w[1], w[2]]];
        double area = Turned(rows);
        rows[0][0] *= 3;
        return area * rows[0][0] * rows[0][1] + rows[1][0] * w[0];
    }

    [Differentiable(Derivatives.Gradient)]
    private static double OfReferred(double[] w)
    {
        double[][] rows = [[w[0], w[1]], [w[1], w[2]]];
        double area = Referred(rows);
        rows[0][0] *= 3;
        return area * rows[0][0] * rows[0][1] + rows[1][0] * w[0];
    }

    [Differentiable(Derivatives.Gradient)]
    private static double OfPut(double[] w)
    {
        double[][] rows = [[w[0], w[1]], [w[1], w[2]]];
        double area = Put(rows);
        rows[0][0] *= 3;
        return area * rows[0][0] * rows[0][1] + rows[1][0] * w[0];
    }

    [Differentiable(Derivatives.Gradient)]
    private static double OfMade(double[] w)
    {
        double[][] rows = [[w[0], w[1]], [w[1], w[2]]];
        double area = Made(rows);
        rows[0][0] *= 3;
        return area * rows[0][0] * rows[0][1] + rows[1][0] * w[0];
    }

    private static void AssertGradient(Func<double[], double> f, Func<double[], double[]> gradient)
    {
        double[] found = gradient(s_w);
        for (int i = 0; i < s_w.Length; i++)
        {
            const double Step = 1e-5;
            double[] above = [.. s_w], below = [.. s_w];
            above[i] += Step;
            below[i] -= Step;
            Assert.Equal((f(above) - f(below)) / (2 * Step), found[i], 1e-8);
        }
    }
}
