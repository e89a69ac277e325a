using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>
/// <c>x p</c> with <c>p = (1 + Tanh(√(2/π) (x + 0.044715 x³))) / 2</c>, about the probability that a standard normal number is below x. As <c>(1 + Tanh(z)) / 2</c> is <c>Sigmoid(2 z)</c>, it is exact
/// where it is small.
/// </summary>
internal readonly struct GaussianUnitByTanh : IVectorFunction
{
    /// <summary><c>2 √(2/π)</c>.</summary>
    public const double Scale = 1.5957691216057308;

    public const double Cubic = 0.044715;

    /// <summary>From here on p is 0 or 1, and the cube is no use: it would overflow.</summary>
    public const double Bound = 32;

    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => x * ProbabilityBelow(Bounded(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => x * ProbabilityBelow(Bounded(x));

    public static T Bounded<T>(T x)
        where T : IFloatingPointIeee754<T> => T.Clamp(x, T.CreateTruncating(-Bound), T.CreateTruncating(Bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Bounded<T>(Vector512<T> x)
        where T : unmanaged => VectorMath.AtLeast(VectorMath.AtMost(x, VectorMath.Constant<T>(Bound)), VectorMath.Constant<T>(-Bound));

    /// <summary>Of what is bounded.</summary>
    public static T ProbabilityBelow<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Logistic.Of(x * (T.CreateTruncating(Scale) + (x * x * T.CreateTruncating(Scale * Cubic))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ProbabilityBelow<T>(Vector512<T> x)
        where T : unmanaged => Logistic.Of(x * VectorMath.MultiplyAdd(x * x, VectorMath.Constant<T>(Scale * Cubic), VectorMath.Constant<T>(Scale)));
}

/// <summary>The derivative of <see cref="GaussianUnitByTanh"/> at the right one, times the left one: <c>p + x p'</c> with <c>p' = p (1 - p) Scale (1 + 3 Cubic x²)</c>.</summary>
internal readonly struct GaussianUnitByTanhSlope : IPairFunction
{
    public const double SquareScale = 3 * GaussianUnitByTanh.Scale * GaussianUnitByTanh.Cubic;

    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T x = GaussianUnitByTanh.Bounded(right), probability = GaussianUnitByTanh.ProbabilityBelow(x);
        T slope = T.CreateTruncating(GaussianUnitByTanh.Scale) + (x * x * T.CreateTruncating(SquareScale));
        return left * (probability + (probability * (T.One - probability) * (x * slope)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged
    {
        Vector512<T> x = GaussianUnitByTanh.Bounded(right), probability = GaussianUnitByTanh.ProbabilityBelow(x);
        Vector512<T> slope = VectorMath.MultiplyAdd(x * x, VectorMath.Constant<T>(SquareScale), VectorMath.Constant<T>(GaussianUnitByTanh.Scale));
        return left * VectorMath.MultiplyAdd(probability * (Vector512<T>.One - probability), x * slope, probability);
    }
}
