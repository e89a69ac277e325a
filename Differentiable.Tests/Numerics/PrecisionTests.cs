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
            object?[] same = [.. exact.Sample(sample).Zip(arguments, (shape, given) => Reals.Refill(shape, Reals.Of(given).GetEnumerator()))];
            double[] cotangents = new VjpEngine().Cotangents(function.Run(arguments), new Random(sample));
            Agreement.Close(Adjoints(exact, same, cotangents), Adjoints(function, arguments, cotangents), Tolerance, $"{name} #{sample} of halves");
        }
    }

    private static double[] Adjoints(CorpusFunction function, object?[] arguments, double[] cotangents) =>
        new VjpEngine().Prepare(function.Run(arguments), arguments, cotangents).Run().Adjoints(function);
}
