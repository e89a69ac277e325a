namespace Differentiable.Tests.Numerics;

/// <summary>Where derivatives end.</summary>
public class StoppedGradientTests
{
    [Fact]
    public void A_stopped_factor_is_a_constant() => Assert.Equal([0.0, 6.0], Of(nameof(Stopped.Factor), 2.0, 3.0));

    [Fact]
    public void Only_the_last_trip_counts() => Assert.Equal([8.0], Of(nameof(Stopped.WholeLoop), 2.0, 3));

    [Fact]
    public void In_single_precision() => Assert.Equal([3.0], Of(nameof(Stopped.Single), 3f));

    [Fact]
    public void An_undifferentiated_parameter_can_carry_derivatives_once_it_is_overwritten() =>
        Assert.Equal([20.0], Of(nameof(Stopped.PassedOn), 5.0, 2.0));

    private static double[] Of(string method, params object[] arguments) => Gradients.Of(typeof(Stopped), method, arguments);
}
