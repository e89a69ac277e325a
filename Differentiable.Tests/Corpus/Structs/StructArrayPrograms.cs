using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Programs whose parameters are models: structs with all that is fitted in them.</summary>
public static partial class StructArrayPrograms
{
    /// <summary>A network with one hidden layer.</summary>
    public record struct Mlp(double[,] W1, double[] B1, double[] W2, double B2)
    {
        public readonly double Hidden(int unit, ReadOnlySpan<double> x)
        {
            double h = B1[unit];
            for (int j = 0; j < x.Length; j++)
                h += W1[unit, j] * x[j];
            return Math.Tanh(h);
        }
    }

    /// <summary>Masses on a line with springs between neighbours.</summary>
    public struct Chain
    {
        public double[] Positions;
        public double[] Velocities;
        public Spring[] Springs;
        public double Damping;
    }

    public readonly record struct Spring(double Stiffness, double Length);

    /// <summary>A cubic Hermite spline.</summary>
    public readonly struct Spline
    {
        public Spline(double[] knots, double[] values, double[] slopes) => (Knots, Values, Slopes) = (knots, values, slopes);

        public double[] Knots { get; }

        public double[] Values { get; }

        public double[] Slopes { get; }

        public int IndexOf(double x)
        {
            int i = 0;
            while (i < Knots.Length - 2 && x > Knots[i + 1])
                i++;
            return i;
        }

        public double At(double x)
        {
            int i = IndexOf(x);
            double h = Knots[i + 1] - Knots[i], t = (x - Knots[i]) / h;
            double a = (1 + 2 * t) * (1 - t) * (1 - t), b = t * (1 - t) * (1 - t), c = t * t * (3 - 2 * t), d = t * t * (t - 1);
            return a * Values[i] + b * h * Slopes[i] + c * Values[i + 1] + d * h * Slopes[i + 1];
        }
    }

    [Differentiable]
    public static double Output([Rows(3)][Columns(2)][Length(3)] Mlp model, [Length(2)] double[] x)
    {
        double y = model.B2;
        for (int i = 0; i < model.B1.Length; i++)
            y += model.W2[i] * model.Hidden(i, x);
        return y;
    }

    [Differentiable]
    public static double Loss([Rows(3)][Columns(2)][Length(3)] Mlp model, [NonDifferentiable][Rows(4)][Columns(2)] double[][] inputs, [NonDifferentiable][Length(4)] double[] targets)
    {
        double sum = 0;
        for (int k = 0; k < inputs.Length; k++)
        {
            double error = Output(model, inputs[k]) - targets[k];
            sum += error * error;
        }
        double penalty = 0;
        foreach (double w in model.W1)
            penalty += w * w;
        return sum / inputs.Length + 0.01 * penalty;
    }

    [Differentiable]
    public static void Forces([Length(4)] Chain chain, [Length(4)] double[] forces)
    {
        for (int i = 0; i < forces.Length; i++)
            forces[i] = -chain.Damping * chain.Velocities[i];
        for (int i = 1; i < forces.Length; i++)
        {
            Spring spring = chain.Springs[i];
            double f = spring.Stiffness * (chain.Positions[i] - chain.Positions[i - 1] - spring.Length);
            forces[i] -= f;
            forces[i - 1] += f;
        }
    }

    /// <summary>Moves the masses in place, and gives the energy that is left.</summary>
    [Differentiable]
    [Allocates("the forces")]
    public static double EnergyAfter([Length(4)] Chain chain, double step, [Values(5, 1)] int steps)
    {
        double[] forces = new double[chain.Positions.Length];
        for (int k = 0; k < steps; k++)
        {
            Forces(chain, forces);
            for (int i = 0; i < forces.Length; i++)
            {
                chain.Velocities[i] += 0.1 * step * forces[i];
                chain.Positions[i] += 0.1 * step * chain.Velocities[i];
            }
        }
        double energy = 0;
        for (int i = 0; i < chain.Positions.Length; i++)
            energy += 0.5 * chain.Velocities[i] * chain.Velocities[i];
        for (int i = 1; i < chain.Positions.Length; i++)
        {
            double stretch = chain.Positions[i] - chain.Positions[i - 1] - chain.Springs[i].Length;
            energy += 0.5 * chain.Springs[i].Stiffness * stretch * stretch;
        }
        return energy;
    }

    [Differentiable]
    public static double Interpolated([Elements(0.5, 1, 1.75)] Spline spline, double x) => spline.At(x);

    [Differentiable]
    public static double Residual([Elements(0.5, 1, 1.75)] Spline spline, [Length(4)] double[] x, [NonDifferentiable][Length(4)] double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = Interpolated(spline, x[i]) - y[i];
            sum += r * r;
        }
        return sum;
    }
}
