using System.Reflection;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>
/// Generic functions of one number type in half precision, where differences show little but rounding: their derivatives are those in double precision, to
/// within the rounding of halves.
/// </summary>
public class PrecisionTests
{
    private const double Tolerance = 2e-2;

    public static TheoryData<string> Generic =>
    [
        .. CorpusIndex.Functions
            .Where(f => f.Method.IsGenericMethod && f.Method.GetGenericArguments() is [var only] && only == typeof(double))
            .Select(f => f.Name),
    ];

    [Theory]
    [MemberData(nameof(Generic))]
    public void Halves_agree_with_doubles(string name)
    {
        CorpusFunction exact = CorpusIndex.Get(name);
        MethodInfo rounded = exact.Method.GetGenericMethodDefinition().MakeGenericMethod(typeof(Half));
        CorpusFunction function = new(rounded);
        for (int sample = 0; sample < function.SampleCount; sample++)
        {
            object?[] arguments = function.Sample(sample);
            object?[] same = [.. exact.Parameters.Select(p => Doubles(arguments[p.Position]))];
            double[] cotangents = new VjpEngine().Cotangents(function.Run(arguments), new Random(sample));
            Agreement.Close(Adjoints(exact, same, cotangents), Adjoints(function, arguments, cotangents), Tolerance, $"{name} #{sample} of halves");
        }
    }

    private static double[] Adjoints(CorpusFunction function, object?[] arguments, double[] cotangents) =>
        new VjpEngine().Prepare(function.Run(arguments), arguments, cotangents).Run().Adjoints(function);

    private static object? Doubles(object? value) => value switch
    {
        Half number => (double)number,
        Half[] numbers => Array.ConvertAll(numbers, number => (double)number),
        Half[][] rows => Array.ConvertAll(rows, row => Array.ConvertAll(row, number => (double)number)),
        Half[,] matrix => Doubles(matrix),
        _ => value,
    };

    private static double[,] Doubles(Half[,] matrix)
    {
        double[,] result = new double[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < matrix.Length; i++)
            result[i / result.GetLength(1), i % result.GetLength(1)] = (double)matrix[i / result.GetLength(1), i % result.GetLength(1)];
        return result;
    }
}
