using System.Globalization;

namespace Differentiable.Tests.Testing;

/// <summary>Assertions on vectors of numbers, whose messages say where and by how much they differ.</summary>
internal static class Agreement
{
    /// <summary>Every element is within <paramref name="tolerance"/> of the largest.</summary>
    public static void Close(double[] expected, double[] actual, double tolerance, string what)
    {
        double scale = expected.Select(Math.Abs).Append(double.Epsilon).Max();
        Within(expected, actual, tolerance * scale, what);
    }

    /// <summary>Every element is within <paramref name="margin"/>.</summary>
    public static void Within(double[] expected, double[] actual, double margin, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= margin))
                Assert.Fail($"{what}: component {i} is {Text(actual[i])}, expected {Text(expected[i])}\n{All(expected, actual)}");
        }
    }

    private static string All(double[] expected, double[] actual) =>
        $"  expected [{string.Join(", ", expected.Select(Text))}]\n  actual   [{string.Join(", ", actual.Select(Text))}]";

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
