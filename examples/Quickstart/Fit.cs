using Examples;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Quickstart;

/// <summary>One call of the value and gradient.</summary>
internal sealed record Step(int Evaluation, double LogLikelihood, double GradientNorm);

/// <summary>The maximum, and every evaluation on the way there.</summary>
internal sealed record Fit(double[] Parameters, double LogLikelihood, int Iterations, IReadOnlyList<Step> Climb)
{
    private const double GradientTolerance = 1e-7, ParameterTolerance = 1e-12, ProgressTolerance = 1e-15;
    private const int MaximumIterations = 500;

    /// <summary>Climbs to a maximum of the likelihood by BFGS, which asks for nothing but values and gradients.</summary>
    public static Fit Maximize(Likelihood likelihood, Action<Step> onStep)
    {
        List<Step> climb = [];
        IObjectiveFunction objective = Objective(likelihood, step =>
        {
            climb.Add(step);
            onStep(step);
        });
        Vector<double> start = Vector<double>.Build.DenseOfArray(likelihood.Start());
        BfgsMinimizer minimizer = new(GradientTolerance, ParameterTolerance, ProgressTolerance, MaximumIterations);
        try
        {
            MinimizationResult result = minimizer.FindMinimum(objective, start);
            double[] parameters = result.MinimizingPoint.ToArray();
            return new Fit(parameters, likelihood.Value(parameters), result.Iterations, climb);
        }
        catch (OptimizationException problem)
        {
            throw new UserException(
                $"the fit did not converge ({problem.Message.TrimEnd('.')}); where many rows are equal or on one line, "
                + "a component shrinks onto them and the likelihood has no maximum");
        }
    }

    /// <summary>MathNet minimizes, so it gets the negative; its mean over the data keeps the first step short.</summary>
    private static IObjectiveFunction Objective(Likelihood likelihood, Action<Step> onStep)
    {
        int evaluations = 0;
        return ObjectiveFunction.Gradient(point =>
        {
            double[] gradient = new double[point.Count];
            double value = likelihood.ValueAndGradient(point.ToArray(), gradient);
            Vector<double> ascent = Vector<double>.Build.Dense(gradient);
            onStep(new Step(++evaluations, value, ascent.L2Norm()));
            return (-value / likelihood.Count, -ascent / likelihood.Count);
        });
    }
}
