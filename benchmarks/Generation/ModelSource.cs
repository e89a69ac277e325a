namespace Differentiable.Benchmarks.Generation;

/// <summary>A class such as users write: ten methods, from a density in one line to an integrator that calls another method.</summary>
internal static class ModelSource
{
    /// <summary>How many methods a class has.</summary>
    public const int Methods = 10;

    /// <summary>The place where a key is struck.</summary>
    public const string EditedLiteral = "0.25";

    /// <summary>The class with this number.</summary>
    public static string Text(int number) => Template.Replace("ModelN", $"Model{number:D3}", StringComparison.Ordinal);

    private const string Template = """
        using System;
        using Differentiable;

        namespace Models;

        public static partial class ModelN
        {
            /// <summary>The logarithm of the normal density.</summary>
            [Differentiable]
            public static double LogNormal(double x, double mean, double deviation)
            {
                double z = (x - mean) / deviation;
                return -0.5 * z * z - Math.Log(deviation) - 0.5 * Math.Log(2 * Math.PI);
            }

            /// <summary>The price of a call, with the logistic approximation of the normal distribution.</summary>
            [Differentiable]
            public static double Call(double spot, double strike, double rate, double volatility, double years)
            {
                double spread = volatility * Math.Sqrt(years);
                double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * years) / spread;
                double d2 = d1 - spread;
                double n1 = 1 / (1 + Math.Exp(-1.702 * d1));
                double n2 = 1 / (1 + Math.Exp(-1.702 * d2));
                return spot * n1 - strike * Math.Exp(-rate * years) * n2;
            }

            /// <summary>A polynomial by Horner's scheme.</summary>
            [Differentiable]
            public static double Horner(ReadOnlySpan<double> coefficients, double x)
            {
                double value = 0;
                for (int i = coefficients.Length - 1; i >= 0; i--)
                    value = value * x + coefficients[i];
                return value;
            }

            /// <summary>The logarithm of the sum of exponentials.</summary>
            [Differentiable]
            public static double LogSumExp(ReadOnlySpan<double> scores)
            {
                double max = double.NegativeInfinity;
                for (int i = 0; i < scores.Length; i++)
                    max = Math.Max(max, scores[i]);
                double sum = 0;
                for (int i = 0; i < scores.Length; i++)
                    sum += Math.Exp(scores[i] - max);
                return max + Math.Log(sum);
            }

            /// <summary>The energy of a pendulum after some steps.</summary>
            [Differentiable]
            public static double Pendulum(double angle, double speed, double length, int steps)
            {
                const double dt = 0.01;
                for (int step = 0; step < steps; step++)
                {
                    speed -= dt * 9.81 / length * Math.Sin(angle);
                    angle += dt * speed;
                }
                return 0.5 * length * length * speed * speed - 9.81 * length * Math.Cos(angle);
            }

            /// <summary>The squared residual of a linear system.</summary>
            [Differentiable]
            public static double Residual(ReadOnlySpan<double> matrix, ReadOnlySpan<double> x, ReadOnlySpan<double> right)
            {
                double total = 0;
                for (int row = 0; row < right.Length; row++)
                {
                    double difference = -right[row];
                    for (int column = 0; column < x.Length; column++)
                        difference += matrix[row * x.Length + column] * x[column];
                    total += difference * difference;
                }
                return total;
            }

            /// <summary>A robust loss of a straight line.</summary>
            [Differentiable]
            public static double Huber(double slope, double intercept, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
            {
                double loss = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double error = y[i] - slope * x[i] - intercept;
                    if (Math.Abs(error) <= 0.25)
                        loss += 0.5 * error * error;
                    else
                        loss += 0.25 * (Math.Abs(error) - 0.125);
                }
                return loss;
            }

            /// <summary>The eccentric anomaly by Newton's method.</summary>
            [Differentiable]
            public static double Anomaly(double mean, double eccentricity)
            {
                if (eccentricity < 0 || eccentricity >= 1)
                    throw new ArgumentOutOfRangeException(nameof(eccentricity));
                double anomaly = mean;
                double step = 1;
                while (Math.Abs(step) > 1e-12)
                {
                    step = (anomaly - eccentricity * Math.Sin(anomaly) - mean) / (1 - eccentricity * Math.Cos(anomaly));
                    anomaly -= step;
                }
                return anomaly;
            }

            /// <summary>Heat in a rod, by explicit steps in place.</summary>
            [Differentiable]
            public static double Heat(double[] start, double conductivity, int steps)
            {
                double[] rod = new double[start.Length];
                for (int i = 0; i < rod.Length; i++)
                    rod[i] = start[i];
                for (int step = 0; step < steps; step++)
                {
                    double left = rod[0];
                    for (int i = 1; i < rod.Length - 1; i++)
                    {
                        double here = rod[i];
                        rod[i] = here + conductivity * (left - 2 * here + rod[i + 1]);
                        left = here;
                    }
                }
                return rod[rod.Length / 2];
            }

            /// <summary>The log-likelihood of a regression whose noise grows with the prediction.</summary>
            [Differentiable]
            public static double LogLikelihood(double slope, double noise, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
            {
                double total = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double prediction = Math.Tanh(slope * x[i]);
                    total += LogNormal(y[i], prediction, noise * (1 + prediction * prediction));
                }
                return total;
            }
        }
        """;
}
