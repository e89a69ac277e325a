using System.Numerics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>The conventions at edges: exact values, in both precisions.</summary>
public class RuleEdgeTests
{
    public static TheoryData<string, int> Edges
    {
        get
        {
            TheoryData<string, int> edges = [];
            foreach (Op op in Enum.GetValues<Op>())
            {
                for (int i = 0; i < Rule.For(op).Domain.Edges.Count; i++)
                    edges.Add(op.ToString(), i);
            }
            return edges;
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Edge_GivesItsConvention(string name, int index)
    {
        Check(new RuleSubject<double>(RuleSamples.Parse(name)), index);
        Check(new RuleSubject<float>(RuleSamples.Parse(name)), index);
    }

    [Theory]
    [InlineData(nameof(Op.Min))]
    [InlineData(nameof(Op.Max))]
    [InlineData(nameof(Op.MinMagnitude))]
    [InlineData(nameof(Op.MaxMagnitude))]
    [InlineData(nameof(Op.MinNumber))]
    [InlineData(nameof(Op.MaxNumber))]
    [InlineData(nameof(Op.MinMagnitudeNumber))]
    [InlineData(nameof(Op.MaxMagnitudeNumber))]
    [InlineData(nameof(Op.Clamp))]
    [InlineData(nameof(Op.ClampOnType))]
    public void Selection_LosesNothing(string name)
    {
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        double[] values = [-2, 0, 1, double.NaN, double.PositiveInfinity];
        foreach (double first in values)
        {
            foreach (double second in values)
            {
                double[] point = subject.Operands.Count == 2 ? [first, second] : [first, -1, 1];
                Assert.Equal(1, Enumerable.Range(0, point.Length).Sum(i => subject.Contributed(i, point)));
            }
        }
    }

    [Fact]
    public void Abs_OfNaN_PassesTheCotangent() => Assert.Equal(1, new RuleSubject<double>(Op.Abs).Contributed(0, [double.NaN]));

    /// <summary>As in TensorFlow: the derivative is infinite there, and no cotangent is special.</summary>
    [Fact]
    public void Sqrt_AtZeroWithoutCotangent_IsNaN() => Assert.Equal(double.NaN, new RuleSubject<double>(Op.Sqrt).Contributed(0, [0], 0));

    [Theory]
    [InlineData(-1, 1, 0, 0)]
    [InlineData(-1.5, 0, 1, 0)]
    [InlineData(2, 1, 0, 0)]
    [InlineData(2.5, 0, 0, 1)]
    public void Clamp_GivesToTheValueUpToTheBounds(double x, double toValue, double toLow, double toHigh)
    {
        RuleSubject<double> subject = new(Op.Clamp);
        Assert.Equal([toValue, toLow, toHigh], Enumerable.Range(0, 3).Select(i => subject.Contributed(i, [x, -1, 2])));
    }

    /// <summary>The squares of such operands are infinite; the slope is that of the logarithm.</summary>
    [Theory]
    [InlineData(nameof(Op.Asinh), 1e200, 1e-200)]
    [InlineData(nameof(Op.Asinh), -1e300, 1e-300)]
    [InlineData(nameof(Op.Acosh), 1e200, 1e-200)]
    public void Slopes_AreRightWhereSquaresAreOutOfRange(string op, double x, double expected) =>
        Assert.Equal(1, new RuleSubject<double>(Enum.Parse<Op>(op)).Contributed(0, [x]) / expected, 1e-14);

    /// <summary>The squares of such operands are infinite, or zero.</summary>
    [Theory]
    [InlineData(nameof(Op.Atan2), 1e200, 0.16e-200, -0.12e-200)]
    [InlineData(nameof(Op.Atan2), 1e-200, 0.16e200, -0.12e200)]
    [InlineData(nameof(Op.Atan2Pi), 1e200, 0.16e-200 / Math.PI, -0.12e-200 / Math.PI)]
    [InlineData(nameof(Op.Atan2Pi), 1e-200, 0.16e200 / Math.PI, -0.12e200 / Math.PI)]
    [InlineData(nameof(Op.Hypot), 1e200, 0.6, 0.8)]
    [InlineData(nameof(Op.Hypot), 1e-200, 0.6, 0.8)]
    [InlineData(nameof(Op.Hypot), 1e-310, 0.6, 0.8)]
    public void PointsOfThePlane_MayBeOfAnySize(string name, double unit, double first, double second)
    {
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        Assert.Equal(1, subject.Contributed(0, [3 * unit, 4 * unit]) / first, 1e-14);
        Assert.Equal(1, subject.Contributed(1, [3 * unit, 4 * unit]) / second, 1e-14);
    }

    [Fact]
    public void Remainder_WhoseQuotientRoundsUp_CountsTheWholeMultiples()
    {
        double b = 0.1, a = Math.BitDecrement(3 * b);
        Assert.Equal(-2, new RuleSubject<double>(Op.Remainder).Contributed(1, [a, b]));
    }

    private static void Check<T>(RuleSubject<T> subject, int index)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        Edge edge = subject.Rule.Domain.Edges[index];
        for (int operand = 0; operand < edge.At.Count; operand++)
            Assert.Equal(T.CreateChecked(edge.Gives[operand]), subject.Contributed(operand, [.. edge.At]));
    }
}
