namespace Differentiable.Tests.Corpus.Structs;

/// <summary>An oscillator whose methods are differentiable themselves: <c>this</c> is a parameter like any other.</summary>
public partial struct Oscillator
{
    private readonly double _stiffness;

    public double Position;
    public double Velocity;

    public Oscillator(double position, double velocity, double stiffness)
    {
        Position = position;
        Velocity = velocity;
        _stiffness = stiffness;
    }

    public readonly double Stiffness => _stiffness;

    [Differentiable]
    public readonly double Energy(double mass) => 0.5 * mass * Velocity * Velocity + 0.5 * _stiffness * Position * Position;

    [Differentiable]
    public double Step(double dt)
    {
        Velocity -= dt * _stiffness * Position;
        Position += dt * Velocity;
        return Position * Velocity;
    }

    [Differentiable]
    public readonly Oscillator After(int steps, double dt)
    {
        Oscillator copy = this;
        for (int i = 0; i < steps; i++)
            copy.Step(dt);
        return copy;
    }
}

/// <summary>Calls of differentiable methods of structs.</summary>
public static partial class StructMethods
{
    [Differentiable]
    public static double CallsEnergy(Oscillator o, double mass) => o.Energy(mass) * o.Position;

    [Differentiable]
    public static double CallsStep(Oscillator o, double dt)
    {
        double work = o.Step(dt) + o.Step(2 * dt);
        return work * o.Velocity + new Oscillator(dt, 1, 2).Step(dt);
    }

    [Differentiable]
    public static double CallsAfter(Oscillator o, double dt)
    {
        Oscillator later = o.After(3, dt);
        return later.Position * later.Velocity + o.Position;
    }

    [Differentiable]
    public static double StepsElements(Oscillator[] all, double dt)
    {
        double sum = 0;
        for (int i = 0; i < all.Length; i++)
            sum += all[i].Step(dt) * all[i].Energy(2);
        return sum;
    }

    /// <summary>The generated members of the method itself, against a plain function.</summary>
    [Differentiable]
    public static double SameAsEnergy(Oscillator o, double mass)
    {
        double v = o.Velocity, x = o.Position;
        return 0.5 * mass * v * v + 0.5 * o.Stiffness * x * x;
    }
}
