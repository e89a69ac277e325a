using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>
/// The inverses of the circular functions of vectors: arcs up to π/8 are an odd polynomial, greater ones are what is beyond π/4 or π/2 (S. Moshier, "Methods and programs for mathematical
/// functions", 1989).
/// </summary>
internal static class VectorArcTangent
{
    private const double EighthTangent = 0.41421356237309505, ThreeEighthsTangent = 2.4142135623730951;

    private const float QuarterOfSingle = 0.785398185f, QuarterLostOfSingle = -2.18556941e-8f;

    private const double QuarterOfDouble = 0.78539816339744828, QuarterLostOfDouble = 3.061616997868383e-17;

    /// <summary>The arc whose tangent it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Atan<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> a = Vector512.Abs(x), one = Vector512<T>.One, two = VectorMath.Constant<T>(2);
        Vector512<T> isMiddle = Vector512.GreaterThan(a, VectorMath.Constant<T>(EighthTangent)), isFar = Vector512.GreaterThan(a, VectorMath.Constant<T>(ThreeEighthsTangent));
        Vector512<T> quarters = Vector512.ConditionalSelect(isFar, two, isMiddle & one);
        Vector512<T> above = Vector512.ConditionalSelect(isFar, -one, Vector512.ConditionalSelect(isMiddle, a - one, a));
        Vector512<T> below = Vector512.ConditionalSelect(isFar, a, Vector512.ConditionalSelect(isMiddle, a + one, one));
        Vector512<T> z = above / below, square = z * z, lost = quarters * VectorMath.Constant<T>(QuarterLostOfSingle, QuarterLostOfDouble);
        Vector512<T> rest = VectorMath.MultiplyAdd(Series(square) * square, z, lost) + z;
        return (rest + (quarters * VectorMath.Constant<T>(QuarterOfSingle, QuarterOfDouble))) | VectorMath.SignOf(x);
    }

    /// <summary>
    /// The angle of the point (x, y). Where both coordinates are equally large, zero and infinite ones among them, there is no need of their quotient. Beyond the ordinate's axis it is what is left of a half turn.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Atan2<T>(Vector512<T> y, Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> height = Vector512.Abs(y), width = Vector512.Abs(x), four = VectorMath.Constant<T>(4);
        Vector512<T> ifEqual = Vector512.AndNot(Vector512<T>.One, Vector512.Equals(width, Vector512<T>.Zero));
        Vector512<T> angle = Atan(Vector512.ConditionalSelect(Vector512.Equals(height, width), ifEqual, height / width));
        Vector512<T> isLeft = Vector512.LessThan(Vector512.CopySign(Vector512<T>.One, x), Vector512<T>.Zero);
        Vector512<T> rest = (four * VectorMath.Constant<T>(QuarterOfSingle, QuarterOfDouble)) - angle + (four * VectorMath.Constant<T>(QuarterLostOfSingle, QuarterLostOfDouble));
        return Vector512.ConditionalSelect(isLeft, rest, angle) | VectorMath.SignOf(y);
    }

    /// <summary>The arc whose sine it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Asin<T>(Vector512<T> x)
        where T : unmanaged => Atan(x / Vector512.Sqrt((Vector512<T>.One - x) * (Vector512<T>.One + x)));

    /// <summary>The arc whose cosine it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Acos<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> half = Atan(Vector512.Sqrt((Vector512<T>.One - x) / (Vector512<T>.One + x)));
        return half + half;
    }

    /// <summary><c>(Atan(z) / z - 1) / z²</c>, of the square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Series<T>(Vector512<T> square)
        where T : unmanaged => typeof(T) == typeof(float) ? SeriesOfSingle(square) : SeriesOfDouble(square);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SeriesOfSingle<T>(Vector512<T> square)
        where T : unmanaged
    {
        Vector512<T> sum = VectorMath.Constant<T>(-0.06451718869358958);
        sum = VectorMath.Horner(sum, square, 0.10743668324830098, -0.14263949753605723, 0.1999954031495797, -0.33333331760434554);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SeriesOfDouble<T>(Vector512<T> square)
        where T : unmanaged
    {
        Vector512<T> sum = VectorMath.Constant<T>(-0.019175404711104935);
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(0.03923044778479309));
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(-0.050854078345894844));
        sum = VectorMath.Horner(sum, square, 0.05858140904866328, -0.06664510525508936, 0.07692183125376892, -0.0909090457530649);
        sum = VectorMath.Horner(sum, square, 0.11111111015187018, -0.14285714284665682, 0.19999999999995516, -0.3333333333333333);
        return sum;
    }
}
