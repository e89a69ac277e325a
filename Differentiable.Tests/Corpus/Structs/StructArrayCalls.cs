using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Structs with arrays that are given to other methods, written, and put into other variables.</summary>
public static partial class StructArrayCalls
{
    [Differentiable]
    public static double PassedOn(StructArrays.Layer layer, double x) => StructArrays.Affine(layer, x * layer.Bias) * layer.Weights[2];

    [Differentiable]
    [Allocates("a local array of the caller's")]
    public static double OfLocals(StructArrays.Layer layer, double x)
    {
        StructArrays.Layer second = new() { Weights = [x, layer.Weights[1], x * x], Bias = layer.Bias * x };
        StructArrays.Layer shared = layer with { Bias = x };
        return StructArrays.Affine(second, x) * StructArrays.Affine(shared, layer.Bias) + StructArrays.Affine(new StructArrays.Layer { Weights = layer.Weights, Bias = 2 * x }, x);
    }

    [Differentiable]
    public static double OfPart([Rows(2)][Columns(2)][Length(2)] StructArrays.Network network, double x) =>
        StructArrays.Affine(network.Output, x) + StructArrays.OfMatrix(network.Hidden, [1, 2]) * network.Offset.X;

    [Differentiable]
    public static double OfTuples((double[] weights, double bias) layer, double x) => StructArrays.OfTuple(layer, x) + StructArrays.OfTuple((layer.weights, x), layer.bias) * x;

    [Differentiable]
    public static double OfParameters([Length(3)] double[] weights, double bias, double x) =>
        StructArrays.Affine(new StructArrays.Layer { Weights = weights, Bias = bias }, x) * StructArrays.OfTuple((weights, bias * x), x);

    /// <summary>Changes the elements, not the caller's bias.</summary>
    [Differentiable]
    public static double Squashes(StructArrays.Layer layer, double x)
    {
        for (int i = 0; i < layer.Weights.Length; i++)
            layer.Weights[i] = Math.Sin(layer.Weights[i] * x) * layer.Bias;
        layer.Bias += x;
        return layer.Weights[0] * layer.Bias;
    }

    [Differentiable]
    public static double CallsWhatWrites(StructArrays.Layer layer, double x)
    {
        double first = Squashes(layer, x);
        double second = Squashes(layer, first + layer.Weights[1]);
        return first * second + layer.Weights[2] * layer.Bias;
    }

    [Differentiable]
    [Allocates("a copy of the weights")]
    public static double WritesCopy(StructArrays.Layer layer, double x)
    {
        StructArrays.Layer copy = layer with { Weights = [.. layer.Weights] };
        double squashed = Squashes(copy, x);
        return squashed * layer.Weights[1] + copy.Weights[1] * copy.Weights[1];
    }

    [Differentiable]
    public static void Steps(StructArrays.Layer state, [NonDifferentiable] double step)
    {
        for (int i = 1; i < state.Weights.Length; i++)
            state.Weights[i] += step * state.Weights[i - 1] * state.Weights[i] * state.Bias;
    }

    [Differentiable]
    public static double CallsSteps(StructArrays.Layer state, [Values(0, 3)] int count)
    {
        for (int k = 0; k < count; k++)
            Steps(state, 0.1);
        double sum = state.Bias;
        foreach (double v in state.Weights)
            sum += v * v;
        return sum;
    }

    [Differentiable]
    public static double RowsChange([Rows(3)][Columns(2)][Length(3)] (double[][] rows, double scale) table)
    {
        for (int i = 1; i < table.rows.Length; i++)
        {
            for (int j = 0; j < table.rows[i].Length; j++)
                table.rows[i][j] *= table.rows[i - 1][j] * table.scale;
        }
        return table.rows[2][0] + table.rows[2][1] * table.scale;
    }

    /// <summary>The variable of the method's own names another array, and then the old one again.</summary>
    [Differentiable]
    [Allocates("another array")]
    public static double Reassigns(StructArrays.Layer layer, double x)
    {
        double[] old = layer.Weights;
        layer.Weights = [x, x * layer.Bias, old[0]];
        double sum = 0;
        foreach (double w in layer.Weights)
            sum += w * w * old[1];
        layer.Weights = old;
        return sum * layer.Weights[2];
    }

    [Differentiable]
    [Allocates("arrays that may be chosen")]
    public static double Chooses(StructArrays.Layer first, StructArrays.Layer second, [Values(0, 1)] int which)
    {
        StructArrays.Layer chosen = which == 0 ? first : second;
        double sum = chosen.Bias;
        for (int i = 0; i < chosen.Weights.Length; i++)
            sum += chosen.Weights[i] * chosen.Weights[i] * i;
        return sum * first.Bias;
    }

    [Differentiable]
    [Allocates("a copy in the calling method's halves")]
    public static double[] GivesItsWeights(StructArrays.Layer layer, double x)
    {
        layer.Weights[0] *= x;
        return layer.Weights;
    }

    [Differentiable]
    [Allocates("the array that is returned by the callee")]
    public static double ReadsWhatIsGiven(StructArrays.Layer layer, double x)
    {
        double[] weights = StructArrays.ReturnsArray(layer, x);
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += weights[i] * weights[i] * layer.Weights[i];
        return sum;
    }

    [Differentiable]
    public static double Shared(StructArrays.Layer layer, [Length(3)] double[] x)
    {
        MovesInto(layer, layer.Weights);
        return layer.Weights[0] * x[0] + layer.Weights[1] * x[1] + layer.Weights[2];
    }

    [Differentiable]
    public static void MovesInto(StructArrays.Layer layer, [Length(4)] double[] target)
    {
        for (int i = 1; i < target.Length; i++)
            target[i] = layer.Weights[i] * layer.Weights[i - 1] + layer.Bias;
    }

    [Differentiable]
    public static double LocalFunctionsSeeIt(StructArrays.Layer layer, double x)
    {
        double At(int i) => layer.Weights[i] * x;
        return At(0) * At(1) + Scaled(layer).Bias;

        StructArrays.Layer Scaled(StructArrays.Layer given) => given with { Bias = given.Bias * given.Weights[2] };
    }

    [Differentiable]
    public static double Recursive(StructArrays.Layer layer, double x, [Values(3, 0)] int depth) =>
        depth == 0 ? layer.Bias * x : layer.Weights[depth] * Recursive(layer with { Bias = layer.Bias * x }, x, depth - 1);

    [Differentiable]
    [Checkpoint]
    public static double Checkpointed(StructArrays.Layer layer, double x)
    {
        double y = x;
        for (int i = 0; i < layer.Weights.Length; i++)
            y = Math.Sin(y * layer.Weights[i]) + layer.Bias;
        return y;
    }

    [Differentiable]
    public static double CallsCheckpointed(StructArrays.Layer layer, double x) => Checkpointed(layer, x) * Checkpointed(layer with { Bias = x }, layer.Bias);
}
