namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Assignments inside of expressions, whose parts change what other parts mean.</summary>
public static partial class EvaluationOrder
{
    [Differentiable]
    public static double IndexThatIsWritten(double x)
    {
        int[] k = [0, 4, 9];
        int y = k[k[0]] += 1;
        int z = ++k[k[1] - 3];
        int before = k[k[0] - 1]--;
        return x * y + x * x * k[0] + z * Math.Sin(x) + before * x;
    }

    [Differentiable]
    public static double StepsOfIndices(double[] w)
    {
        double[] a = [w[0], w[1], w[2]];
        int i = 0;
        a[i++] += a[i];
        double s = a[i] = i;
        s += a[i = 2] * i;
        a[i] = a[i = 0] * 2;
        return s + a[i = 1] + a[i--] + (a[i] = 3 * a[1]) + a[0] * a[1] * a[2];
    }

    [Differentiable]
    public static double OperandsThatChange(double[] w)
    {
        double[] a = [w[0], w[1], w[2]];
        int i = 0;
        double s = a[i] * (a[i] += 2) * a[i];
        s += a[i] + (a[i++] *= a[i]) * a[i];
        s += (a[1] = a[0]) * (a[0] = a[2] * 2) - a[0];
        double x = a[i = 2] * i;
        a[i] = a[--i] = a[0] + 1;
        s *= (i += 1) * a[i];
        return s * x + a[0] * a[1] * a[2];
    }

    [Differentiable]
    public static double IndicesOfIndices(double[] w)
    {
        int[] k = [2, 0, 1];
        double[] a = [w[0], w[1], w[2]];
        int i = 0;
        double s = a[k[i++]] *= 2;
        s += a[k[k[i]]]++ * (a[i] -= s);
        double y = a[k[0] = 1] += a[k[0]];
        return s * y + a[0] * a[1] * a[2] + k[0] * a[k[0]--];
    }

    [Differentiable]
    public static double Swapped(double x, double y)
    {
        double z = x;
        (x, y) = (y, x * (z = 2 * y));
        z = (x = y) + (y = x * 2) + x;
        x += (x = 3) * y;
        return x * y * z;
    }

    private struct Clamped
    {
        private double _value;

        public double Value
        {
            readonly get => _value;
            set => _value = Math.Min(value, 1);
        }
    }

    /// <summary>The value of an assignment is what was assigned, not what the property makes of it.</summary>
    [Differentiable]
    public static double PropertiesThatAdjust(double x)
    {
        Clamped c = default;
        double assigned = c.Value += x + 2, stepped = ++c.Value;
        return assigned * stepped + c.Value * x;
    }
}
