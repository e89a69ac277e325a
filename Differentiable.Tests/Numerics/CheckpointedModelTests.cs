namespace Differentiable.Tests.Numerics;

/// <summary>Loops with checkpoints that ask a type parameter, for which every type that can stand for it is in this assembly.</summary>
public partial class CheckpointedModelTests
{
    [Fact]
    public void Rounds_ask_again()
    {
        double difference = (Grown(0.7 + 1e-6, new Steady(0.3), 7) - Grown(0.7 - 1e-6, new Steady(0.3), 7)) / 2e-6;
        Assert.Equal(difference, GrownGradient(0.7, new Steady(0.3), 7), 1e-8);
    }

    private interface IGrowth
    {
        double Shift { get; }

        double At(int year);
    }

    private readonly struct Steady(double rate) : IGrowth
    {
        public double Shift => rate / 2;

        public double At(int year) => 1 + rate * year;
    }

    [Differentiable]
    private static double Grown<T>(double x, [NonDifferentiable] T growth, int years)
        where T : IGrowth
    {
        for (int year = 0; year < years; year++)
        {
            Checkpoint.Every(3);
            x = Math.Sin(x * growth.At(year)) + growth.Shift;
        }
        return x;
    }
}
