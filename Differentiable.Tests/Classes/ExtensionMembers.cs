namespace Differentiable.Tests.Classes;

/// <summary>Members of extension blocks: on scalars, arrays and types, with other members that are no inputs.</summary>
public static partial class ExtensionMembers
{
    extension(double x)
    {
        public double Twice => 2 * x;

        [Differentiable]
        public double Power(int n = 2)
        {
            double s = 1;
            for (int i = 0; i < n; i++)
                s *= x;
            return s;
        }

        public double Thrice() => 3 * x;
    }

    extension(double)
    {
        [Differentiable]
        public static double Blend(double a, double b, double weight) => a + (b - a) * weight;
    }

    extension(double[] values)
    {
        [Differentiable]
        public double SquaredNorm()
        {
            double s = 0;
            foreach (double v in values)
                s += v * v;
            return s;
        }

        [Differentiable]
        public void ScaleBy(double factor)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] *= factor * i.Weight;
        }
    }

    extension((double X, double Y) point)
    {
        [Differentiable]
        public double Turned(double angle) => point.X * Math.Cos(angle) - point.Y * Math.Sin(angle);
    }

    /// <summary>What is extended may be a struct.</summary>
    [Differentiable]
    public static double Turns(double x, double angle) => (x, 2 * x).Turned(angle);

    extension(int n)
    {
        public double Weight => 1 + 0.5 * n;
    }

    /// <summary>(w₀² + 2.25 w₁²) x² x³ + blend(x, x², k) · 2k · 3k.</summary>
    [Differentiable]
    public static double Uses(double[] w, double x, [NonDifferentiable] double k)
    {
        double[] u = [.. w];
        u.ScaleBy(x);
        return u.SquaredNorm() * x.Power(n: 3) + double.Blend(weight: k, a: x, b: x.Power()) * k.Twice * k.Thrice();
    }
}
