using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Such elements as arguments and results of calls.</summary>
public static partial class ElementsWithArrays
{
    [Differentiable, Allocates("an array of each leaf")]
    public static double Helpers(Stage[] stages, double x)
    {
        for (int i = 0; i < stages.Length; i++)
            x = Math.Sin(Dot(stages, i, x));
        return x;
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double CallsOfEachOther(Stage[] stages, double x) => StagesOneByOne(stages, x) * StagesOneByOne(stages, StagesOneByOne(stages, 2 * x));

    [Differentiable, Allocates("a local array")]
    public static double CallsThatWrite(Stage[] stages, double x)
    {
        Stage[] own = [.. stages.Select(stage => new Stage([.. stage.Weights], stage.Bias))];
        ElementsThatAreWritten(own, x);
        return NumbersThatAreWritten(own, x) * own[0].Weights[^1];
    }

    [Differentiable, Allocates("an array of each leaf")]
    public static double RecursiveFunctions(Stage[] stages, double x)
    {
        return Go(0, x);

        double Go(int i, double value) => i == stages.Length ? value : Go(i + 1, Math.Sin(value * stages[i].Weights[0]) + stages[i].Bias);
    }

    [Differentiable, Allocates("a local array")]
    public static double RecursiveFunctionsThatWrite(Stage[] stages, double x)
    {
        Stage[] own = [.. stages];
        Step(own.Length - 1);
        return own[0].Bias * own[^1].Bias;

        void Step(int i)
        {
            own[i].Bias *= x;
            if (i > 0)
                Step(i - 1);
        }
    }

    [Differentiable, Allocates("the result")]
    public static Stage[] Results(Stage[] stages, double x) => [.. stages.Select(stage => new Stage([.. stage.Weights.Select(weight => weight * x)], stage.Bias * x * x))];

    [Differentiable, Allocates("the result")]
    public static (Stage[] Stages, double Sum) ResultsInTuples(Stage[] stages, double x)
    {
        Stage[] scaled = Results(stages, x);
        return (scaled, scaled.Sum(stage => stage.Bias * stage.Weights[0]));
    }

    [Differentiable, Allocates("the result")]
    public static Network ResultsInStructs(Stage[] stages, double x) => new(Results(stages, x), x * stages[0].Bias);

    [Differentiable, Allocates("local arrays")]
    public static double ResultsOfCalls(Stage[] stages, double x)
    {
        (Stage[] scaled, double sum) = ResultsInTuples(Results(stages, x), x);
        Network network = ResultsInStructs(scaled, x);
        return scaled[0].Weights[^1] * sum + network.Stages[^1].Bias * network.Scale;
    }

    [Differentiable, Allocates("local arrays")]
    public static double RecursiveHelpers(Stage[] stages, double x)
    {
        Stage[] turned = Turned(stages, x, 3);
        return turned[0].Bias * turned[^1].Weights[0] + turned[0].Weights[1];
    }

    private static double Dot(Stage[] stages, int i, double x)
    {
        double sum = stages[i].Bias;
        foreach (double weight in stages[i].Weights)
            sum += weight * x;
        return sum;
    }

    private static Stage[] Turned(Stage[] stages, double x, int times)
    {
        if (times == 0)
            return [.. stages];
        Stage[] next = new Stage[stages.Length];
        for (int i = 0; i < next.Length; i++)
            next[i] = new([stages[i].Weights[^1], stages[i].Weights[0] * x], stages[i].Bias * x);
        return Turned(next, x, times - 1);
    }
}
