namespace Quickstart;

/// <summary>
/// The model on one data set. The columns are standardized, which makes all parameters of order one whatever the units of the
/// data: a good place for an optimizer to start from and for finite differences to step in.
/// </summary>
internal sealed class Likelihood(DataSet data)
{
    private readonly double[] x = data.X.Standardized();
    private readonly double[] y = data.Y.Standardized();

    public int Count => data.Count;

    /// <summary>What the change of units adds to the log-likelihood.</summary>
    private double UnitsTerm => -Count * (Math.Log(data.X.Deviation) + Math.Log(data.Y.Deviation));

    public double Value(ReadOnlySpan<double> parameters) => GaussianMixture.LogLikelihood(parameters, x, y) + UnitsTerm;

    /// <summary>The value, and in <paramref name="gradient"/> its derivative in each parameter. The method called is generated.</summary>
    public double ValueAndGradient(ReadOnlySpan<double> parameters, Span<double> gradient) =>
        GaussianMixture.LogLikelihoodValueAndGradient(parameters, x, y, gradient) + UnitsTerm;

    /// <summary>Equal weights and unit covariances, the means one deviation to either side along the correlation.</summary>
    public double[] Start()
    {
        double correlation = x.Zip(y, (u, v) => u * v).Average();
        double slope = correlation < 0 ? -1 : 1;
        return [0, -1, -slope, 0, 0, 0, 1, slope, 0, 0, 0];
    }

    /// <summary>The mixture in the units of the data, its components in the order of their means.</summary>
    public Mixture Describe(ReadOnlySpan<double> parameters)
    {
        double weight = 1 / (1 + Math.Exp(-parameters[0]));
        Gaussian first = Component(weight, parameters.Slice(1, GaussianMixture.ParametersPerComponent));
        Gaussian second = Component(1 - weight, parameters.Slice(6, GaussianMixture.ParametersPerComponent));
        return first.MeanX <= second.MeanX ? new Mixture(first, second) : new Mixture(second, first);
    }

    private Gaussian Component(double weight, ReadOnlySpan<double> component) => new(
        weight,
        MeanX: data.X.Mean + data.X.Deviation * component[0],
        MeanY: data.Y.Mean + data.Y.Deviation * component[1],
        A: data.X.Deviation * Math.Exp(component[2]),
        B: data.Y.Deviation * component[3],
        C: data.Y.Deviation * Math.Exp(component[4]));
}
