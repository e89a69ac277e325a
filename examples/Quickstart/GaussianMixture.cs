using Differentiable;

namespace Quickstart;

/// <summary>
/// The model: a mixture of two Gaussians in the plane, each with its own mean and full covariance.
/// Ordinary C#; the attribute asks the compiler for the gradient of each method.
/// </summary>
/// <remarks>
/// The parameters are free of constraints, so that any optimizer may move them anywhere:
/// <code>
/// [0]      logit of the first component's weight
/// [1..5]   the first component: mean x, mean y, log a, b, log c
/// [6..10]  the second component, likewise
/// </code>
/// where the covariance is <c>L Lᵀ</c> with the Cholesky factor <c>L = [a 0; b c]</c>. Its logarithms keep the diagonal positive.
/// </remarks>
internal static partial class GaussianMixture
{
    public const int ParametersPerComponent = 5;
    public const int ParameterCount = 1 + 2 * ParametersPerComponent;

    /// <summary>The log-likelihood of the points (x[i], y[i]).</summary>
    [Differentiable]
    public static double LogLikelihood(ReadOnlySpan<double> parameters,
        [NonDifferentiable] ReadOnlySpan<double> x, [NonDifferentiable] ReadOnlySpan<double> y)
    {
        double logWeight1 = -LogSumExp(0, -parameters[0]);
        double logWeight2 = -LogSumExp(0, parameters[0]);
        ReadOnlySpan<double> component1 = parameters.Slice(1, ParametersPerComponent);
        ReadOnlySpan<double> component2 = parameters.Slice(6, ParametersPerComponent);

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double first = logWeight1 + LogDensity(component1, x[i], y[i]);
            double second = logWeight2 + LogDensity(component2, x[i], y[i]);
            sum += LogSumExp(first, second);
        }
        return sum;
    }

    /// <summary>The logarithm of one Gaussian's density at (x, y).</summary>
    [Differentiable]
    public static double LogDensity(ReadOnlySpan<double> component, [NonDifferentiable] double x, [NonDifferentiable] double y)
    {
        double logA = component[2], b = component[3], logC = component[4];
        double u = (x - component[0]) / Math.Exp(logA);
        double v = (y - component[1] - b * u) / Math.Exp(logC);
        return -0.5 * (u * u + v * v) - logA - logC - Math.Log(2 * Math.PI);
    }

    /// <summary>log(exp(a) + exp(b)), for arguments of any size: the larger one is taken out before it can overflow or vanish.</summary>
    [Differentiable]
    public static double LogSumExp(double a, double b)
    {
        double larger = Math.Max(a, b);
        return larger + Math.Log(Math.Exp(a - larger) + Math.Exp(b - larger));
    }
}
