using System.Reflection;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>A point and tangents there, and what the pullback of the tangent rule makes of them. Destinations have one element more than they need.</summary>
internal sealed class TensorTangentPoint(TensorFunction function, TensorPoint point, IReadOnlyDictionary<string, double[]> tangents)
{
    /// <summary>The values and tangents, weighed and summed, at inputs and tangents that are moved.</summary>
    public double SumAt(double step, IReadOnlyDictionary<string, double[]> moves, IReadOnlyDictionary<string, double[]> tangentMoves, double[] weights, double[] tangentWeights)
    {
        Dictionary<string, double[]> moved = tangents.ToDictionary(pair => pair.Key, pair => pair.Value.Zip(tangentMoves[pair.Key], (x, move) => x + step * move).ToArray());
        (double[] values, double[] dots) = point.MovedBy(step, moves).Push(moved);
        return values.Zip(weights, (x, weight) => x * weight).Sum() + dots.Zip(tangentWeights, (x, weight) => x * weight).Sum();
    }

    /// <summary>The adjoints of the inputs and of their tangents, by name, for cotangents of the values and of their tangents.</summary>
    public Dictionary<string, double[]> Pull(double[] cotangents, double[] tangentCotangents, params IReadOnlyCollection<string> unwanted)
    {
        Dictionary<string, object> given = Given();
        if (function.HasRealResult)
            given["dresult"] = (cotangents[0], tangentCotangents[0]);
        foreach ((ParameterInfo output, int i) in function.Outputs.Select((output, i) => (output, i)))
        {
            given["d" + output.Name] = Part(cotangents, i);
            given["d" + output.Name + "Dot"] = Part(tangentCotangents, i);
        }
        string[] names = [.. function.ActiveInputs.Select(input => input.Name!), .. function.ActiveInputs.Select(input => input.Name + "Dot")];
        foreach (string name in names.Where(name => given[name] is double[]))
            given["d" + name] = unwanted.Contains(name) ? [] : Enumerable.Repeat(1.0, ((double[])given[name]).Length).ToArray();
        object? returned = Invoker.Invoke(function.TangentPullback!, [.. function.TangentPullback!.GetParameters().Select(parameter => Argument(parameter.Name!, given))]);
        foreach (string output in function.Outputs.SelectMany(output => new[] { "d" + output.Name, "d" + output.Name + "Dot" }))
            Assert.All((double[])given[output], (left, i) => Assert.Equal(i < ((double[])given[output]).Length - 1 ? 0 : 5, left));
        return Adjoints(names, given, returned, unwanted);
    }

    /// <summary>The inputs, their tangents, and what the tangent rule makes of them.</summary>
    private Dictionary<string, object> Given()
    {
        Dictionary<string, object> given = new(point.Inputs);
        foreach ((string name, double[] dots) in tangents)
            given[name + "Dot"] = given[name] is double[]? dots : dots[0];
        foreach (ParameterInfo output in function.Outputs)
        {
            given[output.Name!] = point.NewOutput(output);
            given[output.Name + "Dot"] = point.NewOutput(output);
        }
        Invoker.Invoke(function.Tangent!, [.. function.Tangent!.GetParameters().Select(parameter => given[parameter.Name!])]);
        return given;
    }

    private static Dictionary<string, double[]> Adjoints(string[] names, Dictionary<string, object> given, object? returned, IReadOnlyCollection<string> unwanted)
    {
        string[] scalars = [.. names.Where(name => given[name] is double)];
        Dictionary<string, double[]> adjoints = scalars.Zip(Tuples.Parts(returned, scalars.Length), (name, part) => (name, part))
            .ToDictionary(pair => pair.name, pair => new[] { (double)pair.part! });
        foreach (string name in names.Except(scalars).Except(unwanted))
            adjoints[name] = [.. ((double[])given["d" + name]).Select(adjoint => adjoint - 1)];
        return adjoints;
    }

    private double[] Part(double[] cotangents, int output)
    {
        int length = cotangents.Length / function.Outputs.Count();
        return [.. cotangents.AsSpan(output * length, length), 5.0];
    }

    private static object Argument(string name, Dictionary<string, object> given) =>
        given.TryGetValue(name, out object? known) ? known : ((Array)given[name[..^"Length".Length]]).Length;
}
