using System.Reflection;
using Differentiable.Tests.Rules;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>The pullbacks of the tangent rules of the functions of TensorPrimitives: second order.</summary>
public class TensorSecondOrderTests
{
    public static TheoryData<string> Functions => TensorRuleTests.Functions;

    public static TheoryData<string, int> Cases => TensorRuleTests.Cases;

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_tangent_rule_has_a_pullback(string name) => Assert.NotNull(TensorFunction.Get(name).TangentPullback);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_pullback_of_the_tangent_agrees_with_differences(string name, int length)
    {
        if (name.StartsWith("Reciprocal", StringComparison.Ordinal) && name.Contains("Estimate", StringComparison.Ordinal))
            return; // its value is rough, and so are differences
        var start = new Start(name, length);
        double[] weights = start.Point.RandomOutputs(), tangentWeights = start.Point.RandomOutputs();
        Dictionary<string, double[]> moves = start.Random(), tangentMoves = start.Random();
        double expected = Richardson.Derivative(step => start.Tangent.SumAt(step, moves, tangentMoves, weights, tangentWeights), 0);
        Dictionary<string, double[]> adjoints = start.Tangent.Pull(weights, tangentWeights);
        double[] terms = [.. moves.SelectMany(pair => pair.Value.Zip(adjoints[pair.Key], (x, y) => x * y)), .. tangentMoves.SelectMany(pair => pair.Value.Zip(adjoints[pair.Key + "Dot"], (x, y) => x * y))];
        Assert.True(Math.Abs(expected - terms.Sum()) <= 1e-9 * (1 + terms.Sum(Math.Abs)), $"{expected} expected, {terms.Sum()} found");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_not_wanted_changes_nothing_else(string name, int length)
    {
        var start = new Start(name, length);
        double[] weights = start.Point.RandomOutputs(), tangentWeights = start.Point.RandomOutputs();
        Dictionary<string, double[]> all = start.Tangent.Pull(weights, tangentWeights);
        foreach (ParameterInfo input in start.Function.ActiveInputs.Where(TensorFunction.IsSpan))
        {
            foreach (string unwanted in new[] { input.Name!, input.Name + "Dot" })
                Assert.All(start.Tangent.Pull(weights, tangentWeights, unwanted), pair => Assert.Equal(all[pair.Key], pair.Value));
        }
    }

    private sealed class Start
    {
        public Start(string name, int length)
        {
            Function = TensorFunction.Get(name);
            Point = new(Function, length);
            Tangent = new(Function, Point, Random());
        }

        public TensorFunction Function { get; }

        public TensorPoint Point { get; }

        public TensorTangentPoint Tangent { get; }

        public Dictionary<string, double[]> Random() => Function.ActiveInputs.ToDictionary(input => input.Name!, Point.RandomLike);
    }
}
