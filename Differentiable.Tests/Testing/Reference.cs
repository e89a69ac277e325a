namespace Differentiable.Tests.Testing;

/// <summary>The adjoints of a function's active inputs by differences of the function itself.</summary>
internal static class Reference
{
    /// <summary>The gradient of the outputs, weighted by <paramref name="cotangents"/>.</summary>
    public static Estimate[] Adjoints(CorpusFunction function, object?[] arguments, double[] cotangents)
    {
        double Weighted(double[] inputs) =>
            function.Run(WithInputs(function, arguments, inputs)).Outputs.Zip(cotangents, (y, w) => w == 0 ? 0 : w * y).Sum();

        return Differences.Gradient(Weighted, Inputs(function, arguments), function.Precision);
    }

    /// <summary>The derivative of several values along a direction of the inputs.</summary>
    public static double[] DirectionalDerivative(
        CorpusFunction function, object?[] arguments, double[] direction, Func<object?[], double[]> values)
    {
        double[] inputs = Inputs(function, arguments);
        double[] At(double step) => values(WithInputs(function, arguments, [.. inputs.Zip(direction, (x, v) => x + (step * v))]));
        return [.. Differences.AlongLine(At, values(arguments).Length, function.Precision).Select(estimate => estimate.Value)];
    }

    private static double[] Inputs(CorpusFunction function, object?[] arguments) =>
        [.. Reals.OfAll(function.ActiveInputs.Select(p => arguments[p.Position]))];

    private static object?[] WithInputs(CorpusFunction function, object?[] arguments, double[] inputs)
    {
        object?[] moved = [.. arguments];
        using IEnumerator<double> source = inputs.AsEnumerable().GetEnumerator();
        foreach (CorpusParameter input in function.ActiveInputs)
            moved[input.Position] = Reals.Refill(arguments[input.Position], source);
        return moved;
    }
}
