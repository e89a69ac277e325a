using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors.Programs;

/// <summary>What quantitative analysts write: options, risk, volatility.</summary>
public class FinanceProgramTests
{
    private const double Rate = 0.03, Years = 0.5;

    private static readonly Tensor<double> s_strikes = [80, 100, 120], s_volatilities = [0.35, 0.25, 0.3];

    [Fact]
    public void Newton_on_a_tensor_finds_the_implied_volatilities()
    {
        Tensor<double> prices = Calls(100, s_volatilities), volatilities = Tensor.Fill(0.2, 3);
        for (int i = 0; i < 20; i++)
        {
            GradientTape tape = new();
            tape.Watch(volatilities);
            Tensor<double> calls;
            using (tape.Record())
                calls = Calls(100, volatilities);
            volatilities -= (calls - prices) / tape.Gradient(calls, volatilities)!;
        }
        Expect.Equal(s_volatilities, volatilities, 1e-10);
    }

    [Fact]
    public void The_second_derivative_of_a_call_is_its_gamma()
    {
        Tensor<double> deviation = s_volatilities * Math.Sqrt(Years);
        Tensor<double> d1 = (Tensor.Log(100 / s_strikes) + ((Rate + (0.5 * Tensor.Square(s_volatilities))) * Years)) / deviation;
        Tensor<double> gamma = Tensor.Exp(-0.5 * Tensor.Square(d1)) / (Math.Sqrt(2 * Math.PI) * 100 * deviation);
        Expect.Equal(Tensor.Sum(gamma), Gradient.Hessian<double>(spot => Tensor.Sum(Calls(spot, s_volatilities)))(100.0), 1e-12);
    }

    [Fact]
    public void The_slopes_of_risk_are_the_returns_of_the_worst_days()
    {
        Tensor<double> returns = Tensor.RandomNormal<double>([50, 5], new Random(1)), weights = [0.1, 0.3, 0.2, 0.15, 0.25];
        Tensor<double> worst = returns[Tensor.ArgSort(Tensor.MatVec(returns, weights))];
        Expect.Equal(-(0.55 * worst[2]) - (0.45 * worst[3]), Gradient.Of<double>(w => -Tensor.Quantile(Tensor.MatVec(returns, w), 0.05))(weights));
        Expect.Equal(-Tensor.Average(worst[..5], [0]), Gradient.Of<double>(w => -Tensor.Average(Tensor.Sort(Tensor.MatVec(returns, w))[..5]))(weights));
    }

    private static Tensor<double> Calls(Tensor<double> spot, Tensor<double> volatility)
    {
        Tensor<double> deviation = volatility * Math.Sqrt(Years);
        Tensor<double> d1 = (Tensor.Log(spot / s_strikes) + ((Rate + (0.5 * volatility * volatility)) * Years)) / deviation;
        return (spot * Normal(d1)) - (s_strikes * Math.Exp(-Rate * Years) * Normal(d1 - deviation));
    }

    private static Tensor<double> Normal(Tensor<double> x) => 0.5 * Tensor.Erfc(-x / Math.Sqrt(2));
}
