namespace Differentiable.Tests.Classes;

/// <summary>A layer with one output: an array and an automatic property as inputs, other members as constants.</summary>
public partial class Perceptron
{
    [Differentiable]
    protected double[] _weights = [];

    private readonly int[] _order = [2, 0, 1, 3];

    private readonly double[] _offsets = [0.1, 0.2, 0.3, 0.4];

    public double Scale = 0.7;

    [Differentiable]
    public double Bias { get; set; }

    public static double Slope { get; set; } = 1.1;

    [Differentiable]
    public double Output(double[] x)
    {
        double sum = Bias;
        for (int i = 0; i < x.Length; i++)
            sum += _weights[_order[i]] * (x[i] + _offsets[i]) * Scale;
        return Math.Tanh(Slope * sum);
    }

    [Differentiable]
    public double Loss([NonDifferentiable] double[] x, double y)
    {
        double e = y - Output(x);
        return e * e + Penalty();
    }

    [Differentiable]
    private double Penalty()
    {
        double p = 0;
        foreach (double w in _weights)
            p += w * w;
        return 0.01 * p;
    }
}

public static partial class PerceptronTwin
{
    private static readonly int[] s_order = [2, 0, 1, 3];

    private static readonly double[] s_offsets = [0.1, 0.2, 0.3, 0.4];

    [Differentiable]
    public static double Output(double[] x, double[] weights, double bias)
    {
        double sum = bias;
        for (int i = 0; i < x.Length; i++)
            sum += weights[s_order[i]] * (x[i] + s_offsets[i]) * 0.7;
        return Math.Tanh(Perceptron.Slope * sum);
    }

    [Differentiable]
    public static double Loss([NonDifferentiable] double[] x, double y, double[] weights, double bias)
    {
        double e = y - Output(x, weights, bias);
        return e * e + Penalty(weights);
    }

    [Differentiable]
    public static double Penalty(double[] weights)
    {
        double p = 0;
        foreach (double w in weights)
            p += w * w;
        return 0.01 * p;
    }
}
