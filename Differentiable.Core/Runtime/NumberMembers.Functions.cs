using System.Numerics;

namespace Differentiable.Runtime;

/// <summary>This part holds the functions of the types that are not followed, such as <c>decimal</c>, and of integers.</summary>
public static partial class NumberMembers
{
    /// <summary>The distance from zero.</summary>
    public static T Abs<T>(T value)
        where T : INumberBase<T> => T.Abs(value);

    /// <summary>The one that is farther from zero.</summary>
    public static T MaxMagnitude<T>(T x, T y)
        where T : INumberBase<T> => T.MaxMagnitude(x, y);

    /// <summary>The one that is farther from zero, and a number where one of them is.</summary>
    public static T MaxMagnitudeNumber<T>(T x, T y)
        where T : INumberBase<T> => T.MaxMagnitudeNumber(x, y);

    /// <summary>The one that is nearer to zero.</summary>
    public static T MinMagnitude<T>(T x, T y)
        where T : INumberBase<T> => T.MinMagnitude(x, y);

    /// <summary>The one that is nearer to zero, and a number where one of them is.</summary>
    public static T MinMagnitudeNumber<T>(T x, T y)
        where T : INumberBase<T> => T.MinMagnitudeNumber(x, y);

    /// <summary><c>left * right + addend</c>, rounded once or twice.</summary>
    public static T MultiplyAddEstimate<T>(T left, T right, T addend)
        where T : INumberBase<T> => T.MultiplyAddEstimate(left, right, addend);

    /// <summary>The value, or the bound that it is beyond.</summary>
    public static T Clamp<T>(T value, T min, T max)
        where T : INumber<T> => T.Clamp(value, min, max);

    /// <summary>The value, or the bound that it is beyond, as the processor does it.</summary>
    public static T ClampNative<T>(T value, T min, T max)
        where T : INumber<T> => T.ClampNative(value, min, max);

    /// <summary>The value with the sign of another.</summary>
    public static T CopySign<T>(T value, T sign)
        where T : INumber<T> => T.CopySign(value, sign);

    /// <summary>The greater one.</summary>
    public static T Max<T>(T x, T y)
        where T : INumber<T> => T.Max(x, y);

    /// <summary>The greater one, as the processor does it.</summary>
    public static T MaxNative<T>(T x, T y)
        where T : INumber<T> => T.MaxNative(x, y);

    /// <summary>The greater one, and a number where one of them is.</summary>
    public static T MaxNumber<T>(T x, T y)
        where T : INumber<T> => T.MaxNumber(x, y);

    /// <summary>The lesser one.</summary>
    public static T Min<T>(T x, T y)
        where T : INumber<T> => T.Min(x, y);

    /// <summary>The lesser one, as the processor does it.</summary>
    public static T MinNative<T>(T x, T y)
        where T : INumber<T> => T.MinNative(x, y);

    /// <summary>The lesser one, and a number where one of them is.</summary>
    public static T MinNumber<T>(T x, T y)
        where T : INumber<T> => T.MinNumber(x, y);

    /// <summary>One, zero or minus one, as the value is positive, zero or negative.</summary>
    public static int Sign<T>(T value)
        where T : INumber<T> => T.Sign(value);

    /// <summary>Is it a power of two?</summary>
    public static bool IsPow2<T>(T value)
        where T : IBinaryNumber<T> => T.IsPow2(value);

    /// <summary>The logarithm to the base of two.</summary>
    public static T Log2<T>(T value)
        where T : IBinaryNumber<T> => T.Log2(value);

    /// <summary>How many zeros there are in front of the first one.</summary>
    public static T LeadingZeroCount<T>(T value)
        where T : IBinaryInteger<T> => T.LeadingZeroCount(value);

    /// <summary>How many bits are set.</summary>
    public static T PopCount<T>(T value)
        where T : IBinaryInteger<T> => T.PopCount(value);

    /// <summary>How many zeros there are behind the last one.</summary>
    public static T TrailingZeroCount<T>(T value)
        where T : IBinaryInteger<T> => T.TrailingZeroCount(value);

    /// <summary>The bits moved to the left, and those that fall out put back at the right.</summary>
    public static T RotateLeft<T>(T value, int rotateAmount)
        where T : IBinaryInteger<T> => T.RotateLeft(value, rotateAmount);

    /// <summary>The bits moved to the right, and those that fall out put back at the left.</summary>
    public static T RotateRight<T>(T value, int rotateAmount)
        where T : IBinaryInteger<T> => T.RotateRight(value, rotateAmount);

    /// <summary>Quotient and remainder.</summary>
    public static (T Quotient, T Remainder) DivRem<T>(T left, T right)
        where T : IBinaryInteger<T> => T.DivRem(left, right);

    /// <summary>The value as another type of number; an <see cref="OverflowException"/> where that has no such.</summary>
    public static T CreateChecked<T, TOther>(TOther value)
        where T : INumberBase<T>
        where TOther : INumberBase<TOther> => T.CreateChecked(value);

    /// <summary>The value as another type of number, or the nearest that this has.</summary>
    public static T CreateSaturating<T, TOther>(TOther value)
        where T : INumberBase<T>
        where TOther : INumberBase<TOther> => T.CreateSaturating(value);

    /// <summary>The value as another type of number, from the bits that this has.</summary>
    public static T CreateTruncating<T, TOther>(TOther value)
        where T : INumberBase<T>
        where TOther : INumberBase<TOther> => T.CreateTruncating(value);
}
