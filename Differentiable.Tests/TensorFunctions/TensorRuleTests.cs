using System.Reflection;
using Differentiable.Tests.Rules;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>Every rule of the functions of TensorPrimitives: the tangent against differences, the pullback against the tangent.</summary>
public class TensorRuleTests
{
    private const int LeastFunctions = 120;

    /// <summary>More than a block, so that several are worked on.</summary>
    private static readonly int[] s_lengths = [1, 5, 300];

    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (TensorFunction function in WithRules)
            {
                foreach (int length in s_lengths.Where(length => length <= 5 || !IsChoice(function)))
                    cases.Add(function.Name, length);
            }
            return cases;
        }
    }

    public static TheoryData<string> Functions => [.. TensorFunction.All.Where(HasDerivative).Select(function => function.Name)];

    public static TheoryData<string> InPlace => [.. WithRules
        .Where(function => function.Outputs.Count() == 1 && function.ActiveInputs.Any(TensorFunction.IsSpan))
        .Select(function => function.Name)];

    internal static IEnumerable<TensorFunction> WithRules => TensorFunction.All
        .Where(function => function.Tangent is not null && (function.HasRealResult || function.Outputs.Any()));

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_differentiable_function_has_both_rules(string name)
    {
        Assert.NotNull(TensorFunction.Get(name).Pullback);
        Assert.NotNull(TensorFunction.Get(name).Tangent);
    }

    [Fact]
    public void There_are_many() => Assert.True(WithRules.Count() >= LeastFunctions, $"{WithRules.Count()}");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_tangent_agrees_with_differences(string name, int length)
    {
        (TensorPoint point, Dictionary<string, double[]> direction) = Start(name, length);
        (double[] values, double[] tangents) = point.Push(direction);
        AssertClose(point.ValueAt(0, direction), values, 1e-14);
        if (name.Contains("Estimate(span x", StringComparison.Ordinal) && !name.StartsWith("Multiply", StringComparison.Ordinal))
            return; // its value is rough, and so are differences
        double[] differences = [.. Enumerable.Range(0, values.Length).Select(i => Richardson.Derivative(step => point.ValueAt(step, direction)[i], 0))];
        AssertClose(differences, tangents, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_pullback_is_the_transpose_of_the_tangent(string name, int length)
    {
        (TensorPoint point, Dictionary<string, double[]> direction) = Start(name, length);
        double[] cotangents = point.RandomOutputs();
        double[] tangents = point.Push(direction).Tangents;
        Dictionary<string, double[]> adjoints = point.Pull(cotangents);
        double there = Dot(cotangents, tangents), back = direction.Sum(pair => Dot(pair.Value, adjoints[pair.Key]));
        double scale = cotangents.Zip(tangents, (a, b) => Math.Abs(a * b)).Sum() + direction.Sum(pair => pair.Value.Zip(adjoints[pair.Key], (a, b) => Math.Abs(a * b)).Sum());
        Assert.True(Math.Abs(there - back) <= 1e-12 * scale + 1e-14, $"{there} there, {back} back");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_not_wanted_changes_nothing_else(string name, int length)
    {
        (TensorPoint point, Dictionary<string, double[]> direction) = Start(name, length);
        TensorFunction function = TensorFunction.Get(name);
        if (!function.Pullback!.GetCustomAttributes<DerivativeOfAttribute>().Any(attribute => attribute.AllowsEmptyDestinations))
            return;
        double[] cotangents = point.RandomOutputs();
        Dictionary<string, double[]> all = point.Pull(cotangents);
        foreach (ParameterInfo input in function.ActiveInputs.Where(TensorFunction.IsSpan))
        {
            Dictionary<string, double[]> others = point.Pull(cotangents, input.Name!);
            Assert.All(others, pair => Assert.Equal(all[pair.Key], pair.Value));
        }
        Assert.Equal(direction.Keys, all.Keys);
    }

    [Theory]
    [MemberData(nameof(InPlace))]
    public void Tangents_may_be_written_in_place(string name)
    {
        (TensorPoint point, Dictionary<string, double[]> direction) = Start(name, 300);
        (double[] values, double[] tangents) = point.Push(direction);
        foreach (ParameterInfo input in TensorFunction.Get(name).ActiveInputs.Where(TensorFunction.IsSpan))
        {
            (double[] sameValues, double[] sameTangents) = point.Push(direction, input.Name);
            AssertClose(values, sameValues, 1e-15);
            AssertClose(tangents, sameTangents, 1e-15);
        }
    }

    /// <summary>Among many numbers there would be ties.</summary>
    private static bool IsChoice(TensorFunction function) => function.HasRealResult && function.Method.Name[..3] is "Max" or "Min";

    /// <summary>Does a real number come out where one goes in?</summary>
    private static bool HasDerivative(TensorFunction function)
    {
        bool isOfBits = function.Method.Name.StartsWith("Bitwise", StringComparison.Ordinal) || function.Method.Name is "OnesComplement" or "Xor";
        return !isOfBits && function.Parameters.Any(parameter => TensorFunction.IsReal(parameter) && !TensorFunction.IsOutput(parameter))
            && (function.HasRealResult || function.Outputs.Any());
    }

    private static (TensorPoint Point, Dictionary<string, double[]> Direction) Start(string name, int length)
    {
        TensorFunction function = TensorFunction.Get(name);
        var point = new TensorPoint(function, length);
        return (point, function.ActiveInputs.ToDictionary(input => input.Name!, point.RandomLike));
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"[{i}]: {expected[i]} expected, {actual[i]} found");
    }
}
