using Differentiable.Tests.Corpus.Structs;

namespace Differentiable.Tests.Numerics;

/// <summary>The members that are generated for instance methods of structs: static, with the struct as their first parameter.</summary>
public class StructMethodTests
{
    private static readonly Oscillator s_oscillator = new(0.5, -1.5, 3);

    [Fact]
    public void The_gradient_has_the_struct_first()
    {
        (Oscillator self, double mass) = Oscillator.EnergyGradient(s_oscillator, 2);
        Assert.Equal(new Oscillator(1.5, -3, 0.125), self);
        Assert.Equal(1.125, mass);
        Assert.Equal(StructMethods.SameAsEnergyGradient(s_oscillator, 2), (self, mass));
    }

    [Fact]
    public void A_method_that_changes_the_struct_takes_the_cotangent_of_what_it_leaves()
    {
        Oscillator dself = new(1, 0, 0);
        double ddt = Oscillator.StepVjp(s_oscillator, 0.25, 0, ref dself);
        // Position + dt * (Velocity - dt * Stiffness * Position)
        Assert.Equal(1 - 0.25 * 0.25 * 3, dself.Position);
        Assert.Equal(0.25, dself.Velocity);
        Assert.Equal(-0.25 * 0.25 * 0.5, dself.Stiffness);
        Assert.Equal(-1.5 - 2 * 0.25 * 3 * 0.5, ddt);
    }
}
