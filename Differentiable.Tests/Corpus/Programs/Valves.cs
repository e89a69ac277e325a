using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

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

/// <summary>A flow through a valve whose accessors have code.</summary>
public static partial class Valves
{
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
