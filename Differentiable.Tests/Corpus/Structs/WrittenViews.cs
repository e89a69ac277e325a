using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A table of numbers that shows parts of itself.</summary>
public readonly partial record struct Sheet(int Columns, double[] Cells)
{
    public double[] All => Cells;

    public Span<double> this[int row] => Row(row);

    public Span<double> Row(int row) => Cells.AsSpan(row * Columns, Columns);

    public static Sheet Of(double[] x, double s)
    {
        Sheet sheet = new(2, new double[4]);
        for (int i = 0; i < 4; i++)
            sheet.Cells[i] = x[i] * s;
        return sheet;
    }

    [Differentiable]
    public void ScaleByRows(double s)
    {
        for (int i = 0; i < 2; i++)
        {
            foreach (ref double v in Row(i))
                v *= s + i;
        }
    }

    [Differentiable]
    public void ScaleByIndexer(double s)
    {
        this[0][0] *= s;
        this[1].Reverse();
    }

    [Differentiable]
    public void ScaleByProperty(double s)
    {
        double[] all = All;
        all[0] *= s;
        All[3] = all[0] * all[1];
    }

    [Differentiable]
    public void ScaleElsewhere(double s) => WrittenViews.Scale(this, s);
}

/// <summary>Calls of methods that write arrays through what they show of themselves: other members, functions, and copies of the struct.</summary>
public static partial class WrittenViews
{
    public static void Scale(Sheet sheet, double s)
    {
        for (int i = 0; i < sheet.Cells.Length; i++)
            sheet.Cells[i] *= s * i + 1;
    }

    [Differentiable]
    public static double ThroughRows(double[] x, double s)
    {
        Sheet sheet = Sheet.Of(x, s), same = sheet;
        sheet.ScaleByRows(s);
        return same.Cells[0] * same.Cells[3] + sheet.Cells[1] * sheet.Cells[2];
    }

    [Differentiable]
    public static double ThroughIndexers(double[] x, double s)
    {
        Sheet sheet = Sheet.Of(x, s);
        sheet.ScaleByIndexer(s);
        return sheet.Cells[0] * sheet.Cells[3] + sheet.Cells[1];
    }

    [Differentiable]
    public static double ThroughProperties(double[] x, double s)
    {
        Sheet sheet = Sheet.Of(x, s);
        sheet.ScaleByProperty(s);
        return sheet.Cells[0] * sheet.Cells[3] + sheet.Cells[2];
    }

    [Differentiable]
    public static double Elsewhere(double[] x, double s)
    {
        Sheet sheet = Sheet.Of(x, s);
        sheet.ScaleElsewhere(s);
        return sheet.Cells[0] * sheet.Cells[3] + sheet.Cells[1] * sheet.Cells[2];
    }

    [Differentiable]
    private static void ScaleBehind(double[] x, double s)
    {
        foreach (ref double v in Behind(1))
            v *= s;
        Behind(0)[0] += s * s;

        Span<double> Behind(int start) => x.AsSpan(start);
    }

    [Differentiable]
    private static void ScaleRows(double[][] rows, double s)
    {
        double[] first = At(0);
        first[0] *= s;
        At(1)[0] *= s * s;

        double[] At(int i) => rows[i];
    }

    [Differentiable, Allocates("rows")]
    public static double ThroughFunctions(double[] x, double s)
    {
        double[] copy = [.. x];
        ScaleBehind(copy, s);
        double[][] rows = [[x[0], x[1]], [x[2]]];
        ScaleRows(rows, s);
        return copy[0] * copy[1] * copy[2] + copy[3] + rows[0][0] * rows[1][0] * rows[0][1];
    }
}
