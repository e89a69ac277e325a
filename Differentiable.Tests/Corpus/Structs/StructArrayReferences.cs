using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Structs with arrays that are taken by reference: their numbers change, and the elements of their arrays.</summary>
public static partial class StructArrayReferences
{
    public struct Pair
    {
        public StructArrays.Layer First;
        public double Offset;
    }

    public record struct State(double Time, double[] Values, double[][] Rows);

    [Differentiable]
    public static double Shifts(ref StructArrays.Layer layer, double x)
    {
        layer.Weights[0] += x * layer.Bias;
        layer.Bias += Math.Sin(x * layer.Weights[1]);
        layer.Id++;
        return layer.Bias * layer.Weights[0];
    }

    [Differentiable]
    public static double OnlyReads(double x, ref StructArrays.Layer layer) => layer.Weights[0] * layer.Bias * x;

    [Differentiable]
    public static void OnlyArrays(double x, ref (double[] values, double[,] weights) all, ref double y)
    {
        for (int i = 0; i < all.values.Length; i++)
            all.values[i] *= x + all.weights[0, 1];
        y += all.values[0] * x;
    }

    [Differentiable]
    public static void Exchanges(double x, ref (double a, double[] values) pair) => (pair.a, pair.values[0]) = (pair.values[0] * x, pair.a);

    /// <summary>The whole is assigned, with the arrays that it has.</summary>
    [Differentiable]
    public static double IsAssigned([RowLengths(2, 3)] ref State state, double x)
    {
        State before = state;
        state = state with { Time = state.Time * x };
        state.Rows[0][1] *= before.Time * state.Values[0];
        if (x > 0.5)
            state = new State(x, state.Values, before.Rows);
        return state.Rows[0][1] * state.Time;
    }

    [Differentiable]
    public static double[] ReturnsArray(ref StructArrays.Layer layer, ref double x)
    {
        layer.Bias *= x;
        x *= 2;
        return [layer.Weights[0] * layer.Bias, x];
    }

    [Differentiable]
    public static void OfStructs([Length(3)] ref StructArrays.Track track, double x)
    {
        for (int i = 1; i < track.Points.Length; i++)
        {
            track.Points[i].X += track.Points[i - 1].Y * x;
            track.Width += track.Points[i].X;
        }
    }

    [Differentiable]
    public static double WithInlineArray([Length(5)] ref StructArrays.Filter filter)
    {
        filter.Taps[1] *= filter.Signal[2];
        filter.Signal[0] += filter.Gain * filter.Taps[1];
        filter.Gain *= filter.Signal[1];
        return filter.Gain * filter.Taps[2];
    }

    [Differentiable]
    [Allocates("a local array of the caller's")]
    public static double InALoop(double x, [Length(3)] double[] w)
    {
        StructArrays.Layer layer = new() { Weights = [w[0], w[1], x], Bias = w[2] };
        double sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum += Shifts(ref layer, x + i);
            x += OnlyReads(0.1, ref layer);
        }
        return sum + layer.Bias * layer.Weights[0] * layer.Id;
    }

    [Differentiable]
    [Allocates("local arrays of the caller's")]
    public static double OneOfTwo(double x, [Length(3)] double[] w)
    {
        StructArrays.Layer first = new() { Weights = [w[0], w[1]], Bias = x }, second = new() { Weights = [w[2], x], Bias = w[0] };
        for (int i = 0; i < 3; i++)
        {
            if (i % 2 == 0)
                x += Shifts(ref first, x);
            else
                x += Shifts(ref second, x);
        }
        return x + first.Bias * second.Weights[0];
    }

    [Differentiable]
    public static double OfParts([Length(2)][RowLengths(2, 2)] State state, double x)
    {
        (double a, double[] values) pair = (state.Time, state.Values);
        Exchanges(x, ref pair);
        Exchanges(pair.a, ref pair);
        return pair.a * state.Values[0] + state.Values[1] * x;
    }

    [Differentiable]
    public static double OfField(Pair pair, double x)
    {
        double shifted = Shifts(ref pair.First, x);
        return shifted * pair.First.Bias * pair.First.Weights[0] * pair.Offset;
    }

    [Differentiable]
    [Checkpoint]
    public static double Checkpointed(ref StructArrays.Layer layer, double x)
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
            sum += Shifts(ref layer, x * i);
        return sum;
    }

    [Differentiable]
    [Allocates("a local array of the caller's")]
    public static double OfMethods(double x, [Length(3)] double[] w)
    {
        Damped body = new() { Speeds = [w[0], w[1]], Energy = w[2] };
        for (int i = 0; i < 3; i++)
            body.Step(x + i);
        return body.Energy * body.Twice(x) + body.Speeds[1];
    }

    public partial struct Damped
    {
        public double[] Speeds;
        public double Energy;

        [Differentiable]
        public void Step(double dt)
        {
            Energy += Speeds[0] * dt;
            Speeds[1] *= Energy;
        }

        [Differentiable]
        public double Twice(double dt)
        {
            Step(dt);
            Step(dt * dt);
            return Speeds[0] * Speeds[1];
        }
    }
}
