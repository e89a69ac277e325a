using Differentiable.Tests.Testing.Sampling;
using static Differentiable.Tests.Corpus.Structs.ElementsWithArrays;
using Body = Differentiable.Tests.Corpus.Structs.ElementsWithInlineArrays.Body;
using Cloud = Differentiable.Tests.Corpus.Structs.ElementsWithInlineArrays.Cloud;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Arrays of arrays, arrays of several dimensions and spans, whose elements are structs with arrays or inline arrays in them.</summary>
public static partial class GridsOfElements
{
    public record struct Board(Stage[,] Cells, double Scale);

    [Differentiable, Allocates("an array of each leaf")]
    public static double Rows(Stage[][] rows, double x)
    {
        double sum = 0;
        foreach (Stage[] row in rows)
        {
            foreach (Stage stage in row)
                sum += Math.Sin(stage.Weights[0] * x) * stage.Bias + stage.Weights[^1];
        }
        return sum * rows[0][^1].Bias;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double RowsThatAreWritten(Stage[][] rows, double x)
    {
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            Stage[] row = rows[i];
            for (int j = 1; j < row.Length; j++)
            {
                row[j].Bias += row[j - 1].Bias * x;
                row[j].Weights[0] *= row[j].Bias + rows[0][0].Weights[^1];
                sum += row[j].Weights[0];
            }
        }
        return sum * rows[0][0].Bias;
    }

    [Differentiable, Allocates("local arrays")]
    public static double CallsWithRows(Stage[][] rows, double x)
    {
        Stage[][] own = new Stage[2][];
        own[0] = [.. rows[0].Select(stage => new Stage([.. stage.Weights], stage.Bias * x))];
        own[1] = [new([x, x * x], 2)];
        double written = RowsThatAreWritten(own, x);
        return written * Rows(own, x) + Rows(rows, x) + StagesOneByOne(rows[^1], x);
    }

    [Differentiable, Allocates("the result")]
    public static Stage[][] ResultsInRows(Stage[][] rows, double x)
    {
        Stage[][] turned = new Stage[rows.Length][];
        for (int i = 0; i < turned.Length; i++)
        {
            turned[i] = new Stage[rows[i].Length];
            for (int j = 0; j < turned[i].Length; j++)
                turned[i][j] = new([rows[i][j].Weights[0] * x, rows[i][j].Bias], rows[i][0].Bias * i);
        }
        return turned;
    }

    [Differentiable, Allocates("local arrays")]
    public static double ResultsOfCallsInRows(Stage[][] rows, double x) => Rows(ResultsInRows(ResultsInRows(rows, x), 2), x);

    [Differentiable, Allocates("local arrays")]
    public static double MatricesInRows(Dense[][] layers, double x)
    {
        double sum = 0;
        foreach (Dense[] row in layers)
        {
            foreach (Dense layer in row)
                sum += layer.Weights[0, 0] * layer.Biases[^1] * x + Math.Sin(layer.Weights[layer.Weights.GetLength(0) - 1, 0]);
        }
        return sum * layers[0][0].Biases[0];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double StructsWithElements(Network[] networks, double x)
    {
        double sum = 0;
        for (int n = 0; n < networks.Length; n++)
        {
            for (int i = 0; i < networks[n].Stages.Length; i++)
            {
                networks[n].Stages[i].Bias *= networks[n].Scale;
                sum += Math.Sin(networks[n].Stages[i].Weights[0] * x) * networks[n].Stages[i].Bias;
            }
        }
        return sum * networks[0].Stages[^1].Bias;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double Grids(Stage[,] grid, double x)
    {
        double sum = 0;
        for (int i = 0; i < grid.GetLength(0); i++)
        {
            for (int j = 0; j < grid.GetLength(1); j++)
                sum += grid[i, j].Weights[0] * Math.Sin(grid[i, j].Bias * x) * (i + 1) + grid[i, grid.GetLength(1) - 1 - j].Weights[^1];
        }
        return sum * grid[0, 1].Bias;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double GridsThatAreWritten(Stage[,] grid, double x)
    {
        double sum = 0;
        for (int i = 0; i < grid.GetLength(0); i++)
        {
            for (int j = 1; j < grid.GetLength(1); j++)
            {
                grid[i, j].Bias += grid[i, j - 1].Bias * x;
                grid[i, j].Weights[0] *= grid[i, j].Bias;
            }
        }
        foreach (Stage stage in grid)
            sum += stage.Weights[^1] * stage.Bias;
        return sum * grid[1, 1].Weights[0];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double Cubes(Stage[,,] cube, double x)
    {
        double sum = 0;
        for (int i = 0; i < cube.GetLength(0); i++)
        {
            for (int j = 0; j < cube.GetLength(1); j++)
            {
                for (int k = 0; k < cube.GetLength(2); k++)
                    sum += cube[i, j, k].Weights[0] * (i + 1) + cube[i, j, k].Bias * x * (2 * j + k);
            }
        }
        cube[1, 0, 1].Bias *= sum;
        return sum * cube[1, 0, 1].Bias;
    }

    [Differentiable, Allocates("the result")]
    public static Stage[,] ResultsInGrids(Stage[,] grid, double x)
    {
        Stage[,] turned = new Stage[grid.GetLength(1), grid.GetLength(0)];
        for (int i = 0; i < turned.GetLength(0); i++)
        {
            for (int j = 0; j < turned.GetLength(1); j++)
                turned[i, j] = new([grid[j, i].Weights[0] * x, grid[j, i].Bias], grid[j, i].Bias * x);
        }
        return turned;
    }

    [Differentiable, Allocates("local arrays")]
    public static double CallsWithGrids(Stage[,] grid, double x)
    {
        Stage[,] turned = ResultsInGrids(grid, x);
        Stage[,] own = (Stage[,])turned.Clone();
        own[0, 1].Bias = x;
        return GridsThatAreWritten(own, 0.5) * Grids(turned, x) + Grids(grid, x);
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double GridsInStructs(Board board, double x)
    {
        double sum = 0;
        for (int i = 0; i < board.Cells.GetLength(0); i++)
        {
            board.Cells[i, 0].Bias *= board.Scale;
            sum += board.Cells[i, 1].Weights[0] * board.Cells[i, 0].Bias * x;
        }
        return sum;
    }

    [Differentiable, Allocates("local arrays")]
    public static double GridsThatAreMade(double x, [Values(5, 0, 3)] int n)
    {
        Stage[,] grid = new Stage[2, 2];
        for (int i = 0; i < 2; i++)
        {
            grid[i, 0] = new([x * i, x], x);
            grid[i, 1] = new(new double[2], x * x);
        }
        for (int step = 0; step < n; step++)
        {
            Checkpoint.Every(2);
            grid[step % 2, 1].Weights[0] += Math.Sin(grid[(step + 1) % 2, 0].Bias);
            grid[step % 2, 0].Bias = Math.Sin(grid[step % 2, 1].Weights[0] * x);
        }
        grid[0, 0] = grid[1, 0];
        return grid[1, 1].Weights[0] * grid[0, 0].Bias * grid[0, 0].Weights[0] + x;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double RecursiveFunctionsOnGrids(Stage[,] grid, double x)
    {
        return Go(0, x);

        double Go(int i, double value)
        {
            if (i == grid.GetLength(0))
                return value;
            grid[i, 1].Bias *= value;
            return Go(i + 1, Math.Sin(value * grid[i, 0].Weights[0]) + grid[i, 1].Bias);
        }
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double SpansOfStages(ReadOnlySpan<Stage> stages, double x)
    {
        double sum = 0;
        foreach (Stage stage in stages[1..])
            sum += Math.Sin(stage.Weights[0] * x) * stage.Bias;
        return sum * stages[0].Weights[^1];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double SpansThatAreWritten(Span<Stage> stages, double x)
    {
        for (int i = 1; i < stages.Length; i++)
        {
            stages[i].Bias += stages[i - 1].Bias * x;
            stages[i].Weights[0] *= stages[i].Bias;
        }
        stages = stages[1..];
        return stages[0].Bias * stages[^1].Weights[0];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double ArraysInReadOnlySpans(ReadOnlySpan<Stage> stages, double x)
    {
        stages[0].Weights[0] *= x * stages[^1].Bias;
        return stages[0].Weights[0] * stages[0].Bias;
    }

    [Differentiable, Allocates("local arrays")]
    public static double CallsWithSpans(Span<Stage> stages, double x)
    {
        Stage[] own = new Stage[3];
        for (int i = 0; i < own.Length; i++)
            own[i] = new([x * i, stages[0].Weights[0]], stages[^1].Bias);
        double sum = SpansThatAreWritten(stages, x) * SpansOfStages(stages, x) + SpansOfStages(own, x);
        return sum + SpansThatAreWritten(own.AsSpan(1), x) * own[2].Bias + ArraysInReadOnlySpans(own.AsSpan(0, 2), x) * own[0].Weights[0];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double RowsOfInlineArrays(Four[][] rows, double x)
    {
        double sum = 0;
        foreach (Four[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i][i % 4] *= x;
                sum += row[i][1] * row[i][3] + row[i].Sum();
            }
        }
        return sum * rows[0][0][0];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double RowsOfBodies(Body[][] rows, double x)
    {
        rows[0][0].Move(x);
        rows[1][^1].Mass *= x;
        return rows[0][0].Moment() * rows[1][^1].Moment() + rows[0][^1].At[2];
    }

    [Differentiable, Allocates("the result")]
    public static Four[][] ResultsInRowsOfInlineArrays(Four[] points, double x)
    {
        Four[][] rows = [[.. points], new Four[2]];
        rows[1][0][1] = x * points[0][2];
        return rows;
    }

    [Differentiable, Allocates("an array of the elements")]
    public static double GridsOfInlineArrays(Four[,] grid, double x)
    {
        double sum = 0;
        for (int i = 0; i < grid.GetLength(0); i++)
        {
            for (int j = 0; j < grid.GetLength(1); j++)
            {
                Span<double> point = grid[i, j];
                point[j % 4] *= x;
                sum += grid[i, j][1] * grid[0, 1][3] + grid[i, j].Sum();
            }
        }
        grid[0, 0] = grid[1, 1];
        return sum * grid[0, 0][2] * grid.Length;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double GridsOfBodies(Body[,] grid, double x)
    {
        grid[0, 1].Move(x);
        grid[1, 0].Mass *= x;
        double sum = 0;
        foreach (Body body in grid)
            sum += body.Moment();
        return sum * grid[1, 0].At[2];
    }

    [Differentiable, Allocates("the result")]
    public static Four[,] ResultsInGridsOfInlineArrays(Four[,] grid, double x)
    {
        Four[,] turned = new Four[grid.GetLength(1), grid.GetLength(0)];
        for (int i = 0; i < turned.GetLength(0); i++)
            turned[i, 0][i % 4] = grid[0, i].Sum() * x;
        return turned;
    }

    [Differentiable, Allocates("local arrays")]
    public static double CallsWithGridsOfInlineArrays(Four[,] grid, double x) => GridsOfInlineArrays(ResultsInGridsOfInlineArrays(grid, x), x) + GridsOfInlineArrays((Four[,])grid.Clone(), x);

    [Differentiable, Allocates("an array of each leaf")]
    public static double Clouds(Cloud[] clouds, double x)
    {
        double sum = 0;
        for (int n = 0; n < clouds.Length; n++)
        {
            for (int i = 0; i < clouds[n].Points.Length; i++)
            {
                clouds[n].Points[i][1] *= clouds[n].Scale * x;
                sum += clouds[n].Points[i].Sum();
            }
        }
        return sum * clouds[0].Points[0][1];
    }

    [Differentiable, Allocates("the result")]
    public static Cloud[] ResultsWithInlineArrays(Cloud[] clouds, double x)
    {
        Cloud[] moved = new Cloud[clouds.Length];
        for (int n = 0; n < clouds.Length; n++)
        {
            moved[n] = new([.. clouds[n].Points], clouds[n].Scale * x);
            moved[n].Points[0][2] *= x;
        }
        return moved;
    }
}
