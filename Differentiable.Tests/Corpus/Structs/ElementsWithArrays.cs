using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Arrays whose elements are structs with arrays in them.</summary>
public static partial class ElementsWithArrays
{
    public record struct Stage(double[] Weights, double Bias);

    /// <summary>With a number that can only be set with all else.</summary>
    public readonly record struct Knot(double[] Slopes, double Height, int Kind);

    public record struct Place(double X, double Y);

    public struct Body
    {
        private readonly double[] _masses;

        public Body(Place at, double[] masses, int kind) => (At, _masses, Kind) = (at, masses, kind);

        public Place At;

        public int Kind { get; set; }

        public readonly double[] Masses => _masses;

        public readonly double Total()
        {
            double sum = 0;
            foreach (double mass in _masses)
                sum += mass * mass;
            return sum;
        }
    }

    public record struct Dense(double[,] Weights, double[] Biases);

    public record struct Network(Stage[] Stages, double Scale);

    [Differentiable, Allocates("an array of each leaf")]
    public static double StagesOneByOne(Stage[] stages, double x)
    {
        foreach (Stage stage in stages)
            x = Math.Tanh(stage.Weights[0] * x + stage.Weights[^1] * x * x + stage.Bias);
        return x;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double StagesTakenApart(Stage[] stages, double x)
    {
        double sum = 0;
        foreach ((double[] weights, double bias) in stages)
        {
            foreach (double weight in weights)
                sum += Math.Sin(weight * x) * bias;
        }
        return sum * stages[0].Bias;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double NumbersThatAreWritten(Stage[] stages, double x)
    {
        for (int i = 1; i < stages.Length; i++)
        {
            stages[i].Bias += stages[i - 1].Bias * x;
            stages[i].Weights[0] *= stages[i].Bias;
        }
        return stages[^1].Bias * stages[^1].Weights[0];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double NumbersOfOneOfTwo(Stage[] stages, Stage[] others, double x)
    {
        stages[0].Bias = x;
        return others[0].Bias * x;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static void ElementsThatAreWritten(Stage[] stages, double x)
    {
        for (int i = 0; i < stages.Length; i++)
        {
            stages[i].Bias *= x;
            stages[i].Weights[^1] = stages[i].Bias * stages[i].Weights[0];
        }
    }

    [Differentiable, Allocates("a local array")]
    public static double ReadOnlyElements(Knot[] knots, double x)
    {
        Knot[] own = [.. knots];
        own[0] = own[0] with { Height = x * own[0].Height };
        double sum = 0;
        for (int i = 0; i < own.Length; i++)
            sum += own[i].Height * own[i].Slopes[0] * (own[i].Kind > 2 ? x : 1);
        return sum;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double StructsInElements(Body[] bodies)
    {
        double energy = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            for (int j = i + 1; j < bodies.Length; j++)
            {
                double dx = bodies[i].At.X - bodies[j].At.X, dy = bodies[i].At.Y - bodies[j].At.Y;
                energy += bodies[i].Total() * bodies[j].Masses[0] / Math.Sqrt(1 + dx * dx + dy * dy);
            }
        }
        return energy;
    }

    [Differentiable, Allocates("local arrays")]
    public static double MatricesInElements(Dense[] layers, [Length(3)] double[] x)
    {
        foreach (Dense layer in layers)
        {
            double[] y = new double[Math.Min(x.Length, layer.Weights.GetLength(0))];
            for (int i = 0; i < y.Length; i++)
            {
                y[i] = layer.Biases[i % layer.Biases.Length];
                for (int j = 0; j < Math.Min(x.Length, layer.Weights.GetLength(1)); j++)
                    y[i] += layer.Weights[i, j] * x[j];
                y[i] = Math.Tanh(y[i]);
            }
            x = y;
        }
        return x.Sum();
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double StagesInAStruct(Network network, double x)
    {
        for (int i = 0; i < network.Stages.Length; i++)
        {
            double sum = network.Stages[i].Bias;
            for (int j = 0; j < network.Stages[i].Weights.Length; j++)
                sum += network.Stages[i].Weights[j] * Math.Sin(x * j);
            x = sum * network.Scale;
        }
        return x;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double Tuples((double[] W, double B)[] parts, double x)
    {
        double sum = 0;
        foreach ((double[] w, double b) in parts)
            sum += w[0] * Math.Exp(b * x) + w[^1];
        return sum * parts[0].B;
    }

    [Differentiable, Allocates("local arrays")]
    public static double ElementsThatAreMade([Length(3)] double[] w, double x)
    {
        Stage[] stages = new Stage[3];
        for (int i = 0; i < 3; i++)
        {
            stages[i] = new Stage(new double[2], w[i]);
            stages[i].Weights[0] = w[i] * x;
            stages[i].Weights[1] = x * x;
        }
        Stage[] more = [new(w, x), stages[1], new([x, x * x], w[0])];
        double sum = 0;
        foreach ((double[] weights, double bias) in stages)
            sum += Math.Sin(weights[0]) * bias + weights[1];
        for (int i = 0; i < more.Length; i++)
            sum += more[i].Weights[^1] * more[i].Bias;
        return sum;
    }

    [Differentiable, Allocates("local arrays")]
    public static double References(Stage[] stages, double x)
    {
        Stage[] copy = [.. stages];
        ref Stage first = ref copy[0];
        first.Bias = x * first.Bias;
        first = first with { Weights = [x, first.Weights[0]] };
        Stage last = copy[^1];
        last.Bias *= 2;
        return copy[0].Bias * copy[0].Weights[0] + last.Bias * copy[^1].Bias + copy[0].Weights[1];
    }

    [Differentiable, Allocates("a local array")]
    public static double OneArrayInTwoElements(Stage[] stages, double x)
    {
        double[] w = [x, stages[0].Bias];
        Stage[] own = [new(w, x), new(w, 2 * x)];
        own[0].Weights[1] *= x;
        return own[1].Weights[1] * own[0].Bias + w[0];
    }

    [Differentiable, Allocates("local arrays")]
    public static double Queries(Stage[] stages, double x) => stages.Sum(stage => stage.Weights[0] * stage.Bias)
        + stages.Where(stage => stage.Weights.Length > 0).Select(stage => stage.Weights.Sum()).Aggregate(x, (product, sum) => product * (1 + 0.1 * sum));

    [Differentiable, Allocates("a local array")]
    public static double Sorted(Stage[] stages, double x)
    {
        Stage[] sorted = [.. stages.OrderBy(stage => stage.Bias)], other = [.. stages];
        Array.Sort(other, (one, two) => two.Bias.CompareTo(one.Bias));
        return sorted[0].Weights[0] * x + sorted[^1].Bias + other[0].Weights[^1];
    }

    [Differentiable, Allocates("a list")]
    public static double Lists(Stage[] stages, double x)
    {
        List<Stage> list = [.. stages];
        list.Add(new([x, x], 2 * x));
        list.RemoveAt(0);
        double sum = 0;
        foreach (Stage stage in list)
            sum += stage.Bias * stage.Weights[0];
        return sum + list[^1].Weights[1];
    }

    [Differentiable, Allocates("local arrays")]
    public static double Parts(Stage[] stages, double x)
    {
        Stage[] tail = stages[..1], same = tail;
        same[0].Bias = x;
        Array.Resize(ref tail, 3);
        tail[2] = new([x * x], 2);
        Stage[] copy = new Stage[2];
        Array.Copy(tail, 2, copy, 0, 1);
        (tail[0], tail[2]) = (tail[2], tail[0]);
        Array.Reverse(tail);
        return same[0].Bias * tail[2].Weights[0] + copy[0].Bias * copy[0].Weights[0] + tail[0].Weights[^1];
    }

    [Differentiable, Allocates("a local array")]
    public static double Spans(Stage[] stages, double x)
    {
        Span<Stage> given = stages;
        Stage[] own = given.ToArray();
        Span<Stage> view = own;
        view[0].Bias = x * view[^1].Bias;
        foreach (ref Stage stage in view)
            stage.Bias *= 2;
        return own[0].Bias * own[^1].Weights[0] + given[0].Weights[^1] * x;
    }

    [Differentiable, Allocates("local arrays")]
    public static double ArraysOfArrays(Stage[] stages, double x)
    {
        Stage[][] all = [[.. stages], [new([x], x * x)], new Stage[1]];
        all[2][0] = all[0][0] with { Bias = 3 * x };
        double sum = 0;
        foreach (Stage[] row in all)
        {
            foreach (Stage stage in row)
                sum += stage.Weights[0] * stage.Bias;
        }
        return sum;
    }

    [Differentiable, Allocates("a local array")]
    public static double Checkpoints(Stage[] stages, double x, [Values(7, 0, 3)] int n)
    {
        Stage[] state = [.. stages];
        for (int step = 0; step < n; step++)
        {
            Checkpoint.Every(3);
            for (int i = 0; i < state.Length; i++)
                state[i].Bias = Math.Sin(state[i].Bias + 0.1 * state[i].Weights[0] * x);
        }
        return state[0].Bias + state[^1].Bias;
    }

    [Differentiable, Allocates("a local array")]
    public static double Histories(Stage[] stages, double x, [Values(4, 1)] int n)
    {
        Stage[] history = new Stage[n];
        history[0] = new([.. stages[0].Weights], stages[0].Bias);
        for (int i = 1; i < n; i++)
        {
            history[i] = new Stage(new double[1], history[i - 1].Bias * x);
            history[i].Weights[0] = Math.Sin(history[i - 1].Weights[0] + history[i - 1].Bias);
        }
        return history[^1].Weights[0] * history[^1].Bias;
    }
}
