using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>Numbers that users set, such as the rates of optimizers and layers. One that could only lead to NaN, or away from what is looked for, is refused by its name.</summary>
internal static class Settings
{
    /// <summary>How far or how fast: finite and not negative.</summary>
    public static double Rate(double rate, [CallerArgumentExpression(nameof(rate))] string name = "") => rate is >= 0 and < double.PositiveInfinity
        ? rate
        : throw Refused(name, rate, "a finite number that is not negative");

    /// <summary>A bound, or how wide something is: not negative; infinity is no bound.</summary>
    public static T Bound<T>(T bound, [CallerArgumentExpression(nameof(bound))] string name = "")
        where T : IFloatingPointIeee754<T> => bound >= T.Zero
            ? bound
            : throw Refused(name, bound, "a number that is not negative");

    /// <summary>A part that is kept or left out, not the whole.</summary>
    public static double BelowOne(double part, [CallerArgumentExpression(nameof(part))] string name = "") => part is >= 0 and < 1
        ? part
        : throw Refused(name, part, "at least 0 and below 1");

    /// <summary>A part that may be the whole.</summary>
    public static double UpToOne(double part, [CallerArgumentExpression(nameof(part))] string name = "") => part is >= 0 and <= 1
        ? part
        : throw Refused(name, part, "from 0 to 1");

    /// <summary>A number that keeps others from being divided by zero, and must not become zero itself, unless it is meant to be.</summary>
    /// <typeparam name="T">The type in which it is added.</typeparam>
    public static double Epsilon<T>(double epsilon, [CallerArgumentExpression(nameof(epsilon))] string name = "")
        where T : IFloatingPointIeee754<T> => epsilon == 0 || T.CreateChecked(epsilon) > T.Zero
            ? epsilon
            : throw Refused(name, epsilon, $"0, or a positive number that is none of those which {typeof(T).Name} rounds to 0");

    /// <summary>How many, or how long: at least one.</summary>
    public static int Positive(int number, [CallerArgumentExpression(nameof(number))] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number, name);
        return number;
    }

    private static ArgumentOutOfRangeException Refused(string name, object value, string allowed) => new(name, value, $"It has to be {allowed}.");
}
