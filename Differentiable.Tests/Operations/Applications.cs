using Differentiable.Tensors;

namespace Differentiable.Tests.Operations;

/// <summary>Operations as finance and robotics write them.</summary>
internal static partial class Applications
{
    [Differentiable(Derivatives.Operation)]
    public static double Option(double spot, double strike, double volatility, double time = 1, double rate = 0.02)
    {
        double deviation = volatility * Math.Sqrt(time);
        double upper = (Math.Log(spot / strike) + ((rate + (volatility * volatility / 2)) * time)) / deviation;
        return (spot * Cumulative(upper)) - (strike * Math.Exp(-rate * time) * Cumulative(upper - deviation));

        static double Cumulative(double x) => 1 / (1 + Math.Exp(-1.702 * x));
    }

    [Differentiable(Derivatives.Operation)]
    public static (double Value, double Duration) Bond(ReadOnlySpan<double> flows, double yield)
    {
        double value = 0, weighted = 0;
        for (int i = 0; i < flows.Length; i++)
        {
            double present = flows[i] * Math.Exp(-yield * (i + 1));
            value += present;
            weighted += (i + 1) * present;
        }
        return (value, weighted / value);
    }

    [Differentiable(Derivatives.Operation)]
    public static double[] Path(double[] shocks, double drift, [NonDifferentiable] double step)
    {
        double[] prices = new double[shocks.Length + 1];
        prices[0] = 1;
        for (int i = 0; i < shocks.Length; i++)
            prices[i + 1] = prices[i] * (1 + (drift * step) + (shocks[i] * Math.Sqrt(step)));
        return prices;
    }

    [Differentiable(Derivatives.Operation)]
    public static Tensor<double> Tip(ref readonly Tensor<double> angles, [NonDifferentiable] in double damping, ReadOnlySpan<int> lengths)
    {
        Tensor<double> tip = Tensor.Zeros<double>(2);
        for (int i = 0; i < lengths.Length; i++)
        {
            Tensor<double> angle = Tensor.Sum(angles[..(i + 1)]);
            tip += Tensor.Stack<double>([Tensor.Cos(angle), Tensor.Sin(angle)]) * lengths[i] * damping;
        }
        return tip;
    }
}
