using System;

namespace System.Numerics.Tensors;

/// <summary>The one of many numbers that is chosen.</summary>
public static partial class TensorPrimitives
{
    public static T Max<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Chosen(x, (a, b) => T.Max(a, b));

    public static T Min<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Chosen(x, (a, b) => T.Min(a, b));

    public static T MaxMagnitude<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Chosen(x, (a, b) => T.MaxMagnitude(a, b));

    public static T MinMagnitude<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Chosen(x, (a, b) => T.MinMagnitude(a, b));

    public static T MaxNumber<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Chosen(x, (a, b) => T.MaxNumber(a, b));

    public static T MinNumber<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Chosen(x, (a, b) => T.MinNumber(a, b));

    public static T MaxMagnitudeNumber<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Chosen(x, (a, b) => T.MaxMagnitudeNumber(a, b));

    public static T MinMagnitudeNumber<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
        => Chosen(x, (a, b) => T.MinMagnitudeNumber(a, b));

    private static T Chosen<T>(ReadOnlySpan<T> x, Func<T, T, T> choose)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length == 0)
            throw new ArgumentException(NoElements);
        T chosen = x[0];
        for (int i = 1; i < x.Length; i++)
            chosen = choose(chosen, x[i]);
        return chosen;
    }
}
