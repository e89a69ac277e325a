using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>The three methods whose gradients set the taste. <c>Corpus</c> runs the same methods against differences.</summary>
public class DesignSnapshots
{
    [Fact]
    public void LineFit() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double LineFit(double slope, double intercept, double logSigma,
            [NonDifferentiable] ReadOnlySpan<double> x, [NonDifferentiable] ReadOnlySpan<double> y)
        {
            double sigma = Math.Exp(logSigma);
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double r = (y[i] - (slope * x[i] + intercept)) / sigma;
                sum += 0.5 * r * r;
            }
            return sum + x.Length * logSigma;
        }
        """));

    [Fact]
    public void NewtonSqrt() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double NewtonSqrt(double a, [NonDifferentiable] double tolerance)
        {
            double s = a;
            while (Math.Abs(s * s - a) > tolerance)
                s = 0.5 * (s + a / s);
            return s;
        }
        """));

    [Fact]
    public void Smooth() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Smooth(ReadOnlySpan<double> w, int sweeps)
        {
            double[] u = w.ToArray();
            for (int k = 0; k < sweeps; k++)
                for (int i = 1; i < u.Length; i++)
                    u[i] = u[i] * u[i - 1] + Math.Sin(u[i]);
            double sum = 0;
            foreach (double v in u) sum += v * v;
            return sum;
        }
        """));
}
