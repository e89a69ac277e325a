using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>How far a step of an optimizer goes: a number, or one that changes from step to step.</summary>
public sealed class LearningRate
{
    private readonly Func<long, double> _at;

    private LearningRate(Func<long, double> at) => _at = at;

    /// <summary>The same at each step.</summary>
    /// <param name="rate">The rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, infinite or NaN.</exception>
    public static implicit operator LearningRate(double rate)
    {
        Settings.Rate(rate);
        return new(_ => rate);
    }

    /// <summary>Given by a function.</summary>
    /// <param name="at">From the number of steps that were made before, the rate: finite and not negative, or the step is refused with <see cref="ArgumentOutOfRangeException"/>.</param>
    public static LearningRate Of(Func<long, double> at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return new(at);
    }

    /// <summary>Falls by a factor every so many steps: <c>initial · factor^(step / steps)</c>.</summary>
    /// <param name="initial">At the first step.</param>
    /// <param name="steps">How many steps there are to the factor.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="staircase">Does it fall all at once, after so many steps, and not smoothly?</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no steps, or a number is negative, infinite or NaN.</exception>
    public static LearningRate ExponentialDecay(double initial, long steps, double factor, bool staircase = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        Settings.Rate(initial);
        Settings.Rate(factor);
        return new(step => initial * Math.Pow(factor, Periods(step, steps, staircase)));
    }

    /// <summary>Falls to an end by a power of what is left of the way, and stays there: <c>final + (initial - final) · (1 - step / steps)^power</c>.</summary>
    /// <param name="initial">At the first step.</param>
    /// <param name="steps">How many steps there are to the end.</param>
    /// <param name="final">At the end.</param>
    /// <param name="power">The power; with 1, it falls evenly.</param>
    /// <param name="cycle">Does it rise again behind each end, to fall on a way that is longer by so many steps: <c>steps</c> stands for the next multiple of it that is not before <c>step</c>?</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no steps, or a number is negative, infinite or NaN.</exception>
    public static LearningRate PolynomialDecay(double initial, long steps, double final = 0, double power = 1, bool cycle = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        Settings.Rate(initial);
        Settings.Rate(final);
        Settings.Rate(power);
        return new(step =>
        {
            double periods = (double)step / steps, way = cycle ? Math.Max(1, Math.Ceiling(periods)) : 1;
            return final + ((initial - final) * Math.Pow(1 - Math.Min(1, periods / way), power));
        });
    }

    /// <summary>Falls as the reciprocal of a number that rises evenly: <c>initial / (1 + factor · step / steps)</c>.</summary>
    /// <param name="initial">At the first step.</param>
    /// <param name="steps">In how many steps the number rises by the factor.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="staircase">Does it rise all at once, after so many steps, and not evenly?</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no steps, or a number is negative, infinite or NaN.</exception>
    public static LearningRate InverseTimeDecay(double initial, long steps, double factor, bool staircase = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        Settings.Rate(initial);
        Settings.Rate(factor);
        return new(step => initial / (1 + (factor * Periods(step, steps, staircase))));
    }

    /// <summary>Falls along half periods of cosines, one after the other, each from the start again ("warm restarts"; Loshchilov and Hutter, "SGDR: Stochastic gradient descent with warm restarts", 2017).</summary>
    /// <param name="initial">At the first step.</param>
    /// <param name="steps">How many steps there are to the first restart.</param>
    /// <param name="lengthFactor">How much longer each half period is than the one before; at least 1.</param>
    /// <param name="heightFactor">By what the height above the end is multiplied at each restart.</param>
    /// <param name="final">At the end of each half period.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no steps, a number is negative, infinite or NaN, or half periods become shorter.</exception>
    public static LearningRate CosineDecayRestarts(double initial, long steps, double lengthFactor = 2, double heightFactor = 1, double final = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfLessThan(Settings.Rate(lengthFactor), 1, nameof(lengthFactor));
        Settings.Rate(initial);
        Settings.Rate(heightFactor);
        Settings.Rate(final);
        return new(step =>
        {
            (double restarts, double part) = SinceRestart((double)step / steps, lengthFactor);
            return final + ((initial - final) * Math.Pow(heightFactor, restarts) * 0.5 * (1 + Math.Cos(Math.PI * part)));
        });
    }

    /// <summary>Falls to an end along a half period of a cosine (Loshchilov and Hutter, "SGDR: Stochastic gradient descent with warm restarts", 2017), and stays there.</summary>
    /// <param name="initial">At the first step.</param>
    /// <param name="steps">How many steps there are to the end.</param>
    /// <param name="final">At the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no steps, or a rate is negative, infinite or NaN.</exception>
    public static LearningRate CosineDecay(double initial, long steps, double final = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        Settings.Rate(initial);
        Settings.Rate(final);
        return new(step => final + ((initial - final) * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, (double)step / steps)))));
    }

    /// <summary>One number after another.</summary>
    /// <param name="rates">From which step on, which rate; the first has to be 0.</param>
    /// <exception cref="ArgumentException">No rate is given for the first step.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative, infinite or NaN.</exception>
    public static LearningRate PiecewiseConstant(params ReadOnlySpan<(long Step, double Rate)> rates)
    {
        foreach ((_, double rate) in rates)
            Settings.Rate(rate, nameof(rates));
        (long Step, double Rate)[] pieces = [.. rates.ToArray().OrderBy(piece => piece.Step)];
        return pieces is [(0, _), ..]
            ? new(step => Array.FindLast(pieces, piece => piece.Step <= step).Rate)
            : throw new ArgumentException("The first rate has to be that from step 0 on.", nameof(rates));
    }

    /// <summary>Rises evenly from zero, and goes on with this one, which has begun meanwhile.</summary>
    /// <param name="steps">For how many steps it rises.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is negative.</exception>
    public LearningRate WarmUp(long steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return new(step => step < steps ? _at(steps) * (step + 1) / (steps + 1) : _at(step));
    }

    /// <summary>Rises evenly from a rate to the first one of this schedule, which begins when it is reached.</summary>
    /// <param name="steps">For how many steps it rises.</param>
    /// <param name="initial">At the first step.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is negative, or the rate is negative, infinite or NaN.</exception>
    public LearningRate WarmUp(long steps, double initial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        Settings.Rate(initial);
        return new(step => step < steps ? initial + ((_at(0) - initial) * step / steps) : _at(step - steps));
    }

    /// <summary>The rate of a step.</summary>
    /// <param name="step">How many steps were made before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative; or the rate that a function gives is negative, infinite or NaN.</exception>
    public double At(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Settings.Rate(_at(step), $"rate of step {step}");
    }

    /// <summary>For how many periods of so many steps each it has gone on.</summary>
    private static double Periods(long step, long steps, bool isWhole) => isWhole ? step / steps : (double)step / steps;

    /// <summary>How many periods have ended, and how much of the next one has.</summary>
    /// <param name="time">The time, of which the first period takes 1.</param>
    /// <param name="lengthFactor">How much longer each period is than the one before.</param>
    private static (double Restarts, double Part) SinceRestart(double time, double lengthFactor)
    {
        if (lengthFactor == 1)
            return (Math.Floor(time), time - Math.Floor(time));
        double length = 1;
        int restarts = 0;
        for (; time >= length; restarts++, length *= lengthFactor)
            time -= length;
        return (restarts, time / length);
    }
}
