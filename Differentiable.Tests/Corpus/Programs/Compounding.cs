using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A force and a moment, which change in place by operators of their own (C# 14).</summary>
public struct Wrench
{
    public Vector3D Force;
    public Vector3D Moment;

    public readonly double Power(in Wrench twist) => Vector3D.Dot(Force, twist.Force) + Vector3D.Dot(Moment, twist.Moment);

    public void operator +=(Wrench other)
    {
        Force += other.Force;
        Moment += other.Moment;
    }

    public void operator *=(double factor)
    {
        Force *= factor;
        Moment = factor * Moment;
    }

    public void operator ++() => Force += new Vector3D(1, 0, 0);

    public static Wrench operator +(Wrench a, Wrench b) => new() { Force = a.Force + b.Force, Moment = a.Moment + b.Moment };
}

/// <summary>A quantity that keeps to its bounds, by accessors with a field of the compiler's.</summary>
public struct Valve
{
    public Valve(double opening) => Opening = opening;

    public double Opening
    {
        readonly get;
        set => field = value < 0 ? 0.1 * value : value;
    }

    public double Gain { readonly get => 1 + field * Opening; set; }

    public readonly void Deconstruct(out double opening, out double flow)
    {
        opening = Opening;
        flow = Math.Sqrt(Opening) * Gain;
    }

    public static implicit operator Valve(double opening) => new(opening) { Gain = 0.5 };

    public static explicit operator double(Valve valve)
    {
        (_, double flow) = valve;
        return flow;
    }
}

/// <summary>Structs that are changed by operators and accessors of their own.</summary>
public static partial class Compounding
{
    [Differentiable]
    public static double Lifting(Wrench load, [Length(3)] double[] gains, Vector3D arm)
    {
        Wrench sum = default, twist = new() { Force = arm, Moment = Vector3D.Cross(arm, load.Force) };
        Wrench[] history = new Wrench[gains.Length];
        for (int i = 0; i < gains.Length; i++)
        {
            sum += load;
            sum *= gains[i];
            if (i % 2 == 0)
                sum++;
            history[i] += sum;
            history[i] *= 0.5;
            ref Wrench last = ref history[i];
            last += twist;
        }
        double power = 0;
        foreach (ref readonly Wrench wrench in history.AsSpan())
            power += wrench.Power(twist) * wrench.Force.Length;
        return power;
    }

    [Differentiable]
    public static double Flow(double opening, [Range(0.5, 0.9)] double closing, [Values(3, 4)] int steps)
    {
        Valve valve = opening;
        double total = 0;
        for (int i = 0; i < steps; i++)
        {
            var (now, flow) = valve;
            total += flow * now;
            valve.Opening -= closing * (i == 1 ? 2 : 0.1);
            valve.Gain += 0.1 * flow;
            if (valve.Opening < 0)
                valve = -valve.Opening * 3;
        }
        return total + (double)valve;
    }
}
