using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>Every row's numbers, against references that do not know the table.</summary>
public class RuleDerivativeTests
{
    private const double Tight = 1e-9;

    /// <summary>The hardware's estimates are good to 8 bits on some processors, and their differences only show their steps.</summary>
    private const double OfEstimates = 2e-2;

    [Theory]
    [MemberData(nameof(RuleSamples.Differentiable), MemberType = typeof(RuleSamples))]
    public void Contribution_EqualsExtrapolatedDifferences(string name)
    {
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        foreach (int operand in subject.ActiveOperands)
        {
            double[][] points = [.. RuleSamples.Points(subject.Primal.Op).Where(point => IsSmoothAround(subject, point, operand))];
            Assert.True(points.Length > RuleSamples.Count / 2, $"only {points.Length} points of {name} are away from its kinks");
            foreach (double[] point in points)
            {
                double expected = Richardson.Derivative(value => Smooth(subject, Moved(point, operand, value)), point[operand]);
                Close(subject, operand, point, expected, Tight * Math.Max(1, Math.Abs(subject.Value(point))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(RuleSamples.InTheResult), MemberType = typeof(RuleSamples))]
    public void ContributionInTheResult_HasATextbookFormInTheOperands(string name) =>
        Assert.Contains(RuleSamples.Parse(name), Textbook.Derivatives.Keys);

    [Theory]
    [MemberData(nameof(Textbook.Operations), MemberType = typeof(Textbook))]
    public void Contribution_EqualsTheTextbooks(string name)
    {
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        foreach (double[] point in RuleSamples.Points(subject.Primal.Op))
        {
            foreach (int operand in subject.ActiveOperands)
                Close(subject, operand, point, Textbook.Derivatives[subject.Primal.Op](point)[operand], 1e-13);
        }
    }

    [Theory]
    [MemberData(nameof(ComplexStep.Operations), MemberType = typeof(ComplexStep))]
    public void Contribution_EqualsTheComplexStep(string name)
    {
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        foreach (double[] point in RuleSamples.Points(subject.Primal.Op))
        {
            foreach (int operand in subject.ActiveOperands)
                Close(subject, operand, point, ComplexStep.Derivative(subject.Primal.Op, point, operand), 1e-11);
        }
    }

    [Theory]
    [MemberData(nameof(RuleSamples.Differentiable), MemberType = typeof(RuleSamples))]
    public void SinglePrecision_AgreesWithDouble(string name)
    {
        RuleSubject<float> single = new(RuleSamples.Parse(name));
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        foreach (double[] point in RuleSamples.Points(subject.Primal.Op).Select(point => point.Select(x => (double)(float)x).ToArray()))
        {
            foreach (int operand in subject.ActiveOperands)
                Close(subject, operand, point, single.Contributed(operand, point), 2e-5);
        }
    }

    /// <summary>Do the contributions take the same branches at both ends of an operand's differences as in the middle?</summary>
    private static bool IsSmoothAround(RuleSubject<double> subject, double[] point, int operand)
    {
        double x = point[operand], h = Richardson.Step(x);
        List<object> here = subject.Decisions(point);
        return new[] { x - h, x + h }.All(end => subject.Decisions(Moved(point, operand, end)).SequenceEqual(here));
    }

    /// <summary>The operation; for an estimate what it estimates.</summary>
    private static double Smooth(RuleSubject<double> subject, double[] point) => subject.Primal.Op switch
    {
        Op.ReciprocalEstimate => 1 / point[0],
        Op.ReciprocalSqrtEstimate => 1 / Math.Sqrt(point[0]),
        _ => subject.Value(point),
    };

    private static double[] Moved(double[] point, int operand, double value)
    {
        double[] moved = [.. point];
        moved[operand] = value;
        return moved;
    }

    private static void Close(RuleSubject<double> subject, int operand, double[] point, double expected, double tolerance)
    {
        bool isEstimate = subject.Primal.Op is Op.ReciprocalEstimate or Op.ReciprocalSqrtEstimate;
        double actual = subject.Contributed(operand, point);
        double margin = Math.Max(1e-3, Math.Abs(expected)) * (isEstimate ? OfEstimates : tolerance);
        Assert.True(
            Math.Abs(actual - expected) <= margin,
            $"{subject.Primal.Op} at ({string.Join(", ", point)}), operand {operand}: {actual:R}, expected {expected:R}");
    }
}
