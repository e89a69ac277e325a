using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Calls of methods that look at arrays, and write none: what is shared may be given to them.</summary>
public static partial class CallsThatRead
{
    private static readonly double[] s_shared = [0.5, -1.25, 2];

    public struct State
    {
        public double[] Position;
        public double Gain;
    }

    [Differentiable]
    public static double Polynomial(double x, params double[] coefficients)
    {
        if (coefficients == null)
            throw new ArgumentNullException(nameof(coefficients));
        double sum = coefficients[^1];
        for (int i = coefficients.Length - 2; i >= 0; i--)
        {
            sum *= x;
            sum += coefficients[i];
        }
        return sum;
    }

    [Differentiable]
    public static double Weighted(double x, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        double first = weights[0];
        double[] powers = new double[weights.Length];
        for (int i = 0; i < powers.Length; i++)
            powers[i] = Math.Pow(x, i) * first;
        double sum = 0;
        for (int i = 0; i < powers.Length; i++)
            sum += weights[i] * powers[i];
        return sum;
    }

    [Differentiable]
    public static double OfSharedTables(double x) => Polynomial(x, s_shared) * x + Weighted(x, s_shared);

    /// <summary>The arrays that a struct is made of are new ones.</summary>
    [Differentiable]
    [Allocates("makes an array")]
    public static State Step(State state, double dt)
    {
        State next = new() { Position = new double[state.Position.Length], Gain = state.Gain * 0.9 };
        for (int i = 0; i < next.Position.Length; i++)
            next.Position[i] = state.Position[i] + dt * state.Gain;
        return next;
    }

    [Differentiable]
    [Allocates("makes an array")]
    public static double Steps(State state, double dt, [Values(0, 1, 3)] int n)
    {
        for (int i = 0; i < n; i++)
            state = Step(state, dt);
        return state.Position[0] * state.Gain + state.Position[^1];
    }
}
