using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>Loops, and what they keep.</summary>
public class LoopSnapshots
{
    [Fact]
    public void Dot() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Dot(double[] a, double[] b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
                sum += a[i] * b[i];
            return sum;
        }
        """));

    [Fact]
    public void Horner() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Horner(ReadOnlySpan<double> coefficients, double x)
        {
            double y = 0;
            for (int i = coefficients.Length - 1; i >= 0; i--)
                y = y * x + coefficients[i];
            return y;
        }
        """));

    [Fact]
    public void LogSumExp() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double LogSumExp(ReadOnlySpan<double> x)
        {
            double max = double.NegativeInfinity;
            foreach (double v in x)
                max = Math.Max(max, v);
            double sum = 0;
            foreach (double v in x)
                sum += Math.Exp(v - max);
            return max + Math.Log(sum);
        }
        """));

    [Fact]
    public void Verlet() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Verlet(double x, double v, double stiffness, int steps)
        {
            const double H = 0.05;
            double a = -stiffness * x * x * x;
            for (int i = 0; i < steps; i++)
            {
                x += H * v + 0.5 * H * H * a;
                double next = -stiffness * x * x * x;
                v += 0.5 * H * (a + next);
                a = next;
            }
            return x * x + v;
        }
        """));

    [Fact]
    public void BreakAndContinue() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double BreakAndContinue(ReadOnlySpan<double> a, double limit)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
            {
                if (a[i] < 0)
                    continue;
                sum += a[i] * a[i];
                if (sum > limit)
                    break;
            }
            return sum;
        }
        """));

    [Fact]
    public void MatrixVector() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static void MatrixVector(ReadOnlySpan<double> m, ReadOnlySpan<double> x, Span<double> y)
        {
            for (int i = 0; i < y.Length; i++)
            {
                ReadOnlySpan<double> row = m.Slice(i * x.Length, x.Length);
                double sum = 0;
                for (int j = 0; j < x.Length; j++)
                    sum += row[j] * x[j];
                y[i] = sum;
            }
        }
        """));

    [Fact]
    public void Mixture() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Mixture(ReadOnlySpan<double> weights, ReadOnlySpan<double> means, [NonDifferentiable] ReadOnlySpan<double> points)
        {
            double[] scores = new double[weights.Length];
            double sum = 0;
            for (int i = 0; i < points.Length; i++)
            {
                for (int k = 0; k < weights.Length; k++)
                {
                    double r = points[i] - means[k];
                    scores[k] = weights[k] - 0.5 * r * r;
                }
                double total = 0;
                for (int k = 0; k < weights.Length; k++)
                    total += Math.Exp(scores[k]);
                sum += Math.Log(total);
            }
            return sum;
        }
        """));
}
