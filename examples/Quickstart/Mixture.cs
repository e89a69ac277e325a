namespace Quickstart;

/// <summary>A fitted mixture, as people read it.</summary>
internal sealed record Mixture(Gaussian First, Gaussian Second)
{
    /// <summary>The probability that a point belongs to the first component.</summary>
    public double FirstProbability(double x, double y)
    {
        double logOdds = Math.Log(First.Weight / Second.Weight) + First.LogDensity(x, y) - Second.LogDensity(x, y);
        return 1 / (1 + Math.Exp(-logOdds));
    }
}

/// <summary>One weighted component; [A 0; B C] is the Cholesky factor of its covariance.</summary>
internal sealed record Gaussian(double Weight, double MeanX, double MeanY, double A, double B, double C)
{
    public double VarianceX => A * A;

    public double VarianceY => B * B + C * C;

    public double Covariance => A * B;

    public double Correlation => B / Math.Sqrt(VarianceY);

    public double LogDensity(double x, double y) =>
        GaussianMixture.LogDensity([MeanX, MeanY, Math.Log(A), B, Math.Log(C)], x, y);

    /// <summary>The points that many standard deviations from the mean: the Cholesky factor takes a circle to them.</summary>
    public IEnumerable<(double X, double Y)> Ellipse(double sigmas, int points = 120)
    {
        for (int i = 0; i < points; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * i / points);
            yield return (MeanX + sigmas * A * cos, MeanY + sigmas * (B * cos + C * sin));
        }
    }
}
