using System.Numerics;

namespace Differentiable.Runtime;

/// <summary>
/// The static members of the interfaces of numbers, for types that hide their own: there is no <c>int.One</c>, only <c>T.One</c> where <c>int</c> stands for <c>T</c>. Generated code has
/// the types themselves where the user's has type parameters. This part holds the constants and the questions; none of them has a derivative.
/// </summary>
public static partial class NumberMembers
{
    /// <summary>The number one.</summary>
    public static T One<T>()
        where T : INumberBase<T> => T.One;

    /// <summary>The number zero.</summary>
    public static T Zero<T>()
        where T : INumberBase<T> => T.Zero;

    /// <summary>What adding changes nothing.</summary>
    public static T AdditiveIdentity<T>()
        where T : IAdditiveIdentity<T, T> => T.AdditiveIdentity;

    /// <summary>What multiplying by changes nothing.</summary>
    public static T MultiplicativeIdentity<T>()
        where T : IMultiplicativeIdentity<T, T> => T.MultiplicativeIdentity;

    /// <summary>The number minus one.</summary>
    public static T NegativeOne<T>()
        where T : ISignedNumber<T> => T.NegativeOne;

    /// <summary>The number all of whose bits are set.</summary>
    public static T AllBitsSet<T>()
        where T : IBinaryNumber<T> => T.AllBitsSet;

    /// <summary>The base of natural logarithms.</summary>
    public static T E<T>()
        where T : IFloatingPointConstants<T> => T.E;

    /// <summary>Half of a full turn, in radians.</summary>
    public static T Pi<T>()
        where T : IFloatingPointConstants<T> => T.Pi;

    /// <summary>A full turn, in radians.</summary>
    public static T Tau<T>()
        where T : IFloatingPointConstants<T> => T.Tau;

    /// <summary>The base in which the type writes its numbers.</summary>
    public static int Radix<T>()
        where T : INumberBase<T> => T.Radix;

    /// <summary>Is it in the form that is written first among equals?</summary>
    public static bool IsCanonical<T>(T value)
        where T : INumberBase<T> => T.IsCanonical(value);

    /// <summary>Has it both a real and an imaginary part?</summary>
    public static bool IsComplexNumber<T>(T value)
        where T : INumberBase<T> => T.IsComplexNumber(value);

    /// <summary>Is it an even integer?</summary>
    public static bool IsEvenInteger<T>(T value)
        where T : INumberBase<T> => T.IsEvenInteger(value);

    /// <summary>Is it finite?</summary>
    public static bool IsFinite<T>(T value)
        where T : INumberBase<T> => T.IsFinite(value);

    /// <summary>Is it imaginary?</summary>
    public static bool IsImaginaryNumber<T>(T value)
        where T : INumberBase<T> => T.IsImaginaryNumber(value);

    /// <summary>Is it infinite?</summary>
    public static bool IsInfinity<T>(T value)
        where T : INumberBase<T> => T.IsInfinity(value);

    /// <summary>Is it an integer?</summary>
    public static bool IsInteger<T>(T value)
        where T : INumberBase<T> => T.IsInteger(value);

    /// <summary>Is it not a number?</summary>
    public static bool IsNaN<T>(T value)
        where T : INumberBase<T> => T.IsNaN(value);

    /// <summary>Is it negative?</summary>
    public static bool IsNegative<T>(T value)
        where T : INumberBase<T> => T.IsNegative(value);

    /// <summary>Is it negative and infinite?</summary>
    public static bool IsNegativeInfinity<T>(T value)
        where T : INumberBase<T> => T.IsNegativeInfinity(value);

    /// <summary>Is it normal?</summary>
    public static bool IsNormal<T>(T value)
        where T : INumberBase<T> => T.IsNormal(value);

    /// <summary>Is it an odd integer?</summary>
    public static bool IsOddInteger<T>(T value)
        where T : INumberBase<T> => T.IsOddInteger(value);

    /// <summary>Is it positive?</summary>
    public static bool IsPositive<T>(T value)
        where T : INumberBase<T> => T.IsPositive(value);

    /// <summary>Is it positive and infinite?</summary>
    public static bool IsPositiveInfinity<T>(T value)
        where T : INumberBase<T> => T.IsPositiveInfinity(value);

    /// <summary>Is it a real number?</summary>
    public static bool IsRealNumber<T>(T value)
        where T : INumberBase<T> => T.IsRealNumber(value);

    /// <summary>Is it subnormal?</summary>
    public static bool IsSubnormal<T>(T value)
        where T : INumberBase<T> => T.IsSubnormal(value);

    /// <summary>Is it zero?</summary>
    public static bool IsZero<T>(T value)
        where T : INumberBase<T> => T.IsZero(value);
}
