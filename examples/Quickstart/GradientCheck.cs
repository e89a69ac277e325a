using Examples;

namespace Quickstart;

/// <summary>The distance of the generated gradient from central differences, relative to its own length.</summary>
internal sealed record Agreement(double StepSize, double RelativeDifference);

/// <summary>
/// Compares the generated gradient with central differences. A long step is wrong by the curvature that it leaps over, a short one
/// by rounding; where the two balance, a correct gradient agrees to about nine digits and a wrong one does not.
/// </summary>
internal sealed record GradientCheck(IReadOnlyList<Agreement> Sweep)
{
    private const double Tolerance = 1e-7;

    public Agreement Best => Sweep.MinBy(agreement => agreement.RelativeDifference)!;

    public bool Passed => Best.RelativeDifference < Tolerance;

    public void RequirePassed()
    {
        if (!Passed)
            throw new UserException($"the generated gradient is {Best.RelativeDifference:0.0e+00} of its length off central differences");
    }

    public static GradientCheck Run(Likelihood likelihood, double[] parameters)
    {
        double[] gradient = new double[parameters.Length];
        likelihood.ValueAndGradient(parameters, gradient);
        return new GradientCheck([.. StepSizes().Select(Compare)]);

        Agreement Compare(double step) => new(step, Distance(Differences(likelihood, parameters, step), gradient));
    }

    private static IEnumerable<double> StepSizes() => Enumerable.Range(1, 10).Select(exponent => Math.Pow(10, -exponent));

    private static double[] Differences(Likelihood likelihood, double[] parameters, double step)
    {
        double[] differences = new double[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            double[] above = [.. parameters], below = [.. parameters];
            above[i] += step;
            below[i] -= step;
            differences[i] = (likelihood.Value(above) - likelihood.Value(below)) / (above[i] - below[i]);
        }
        return differences;
    }

    private static double Distance(double[] differences, double[] gradient) =>
        Length(differences.Zip(gradient, (difference, derivative) => difference - derivative)) / Length(gradient);

    private static double Length(IEnumerable<double> vector) => Math.Sqrt(vector.Sum(element => element * element));
}
