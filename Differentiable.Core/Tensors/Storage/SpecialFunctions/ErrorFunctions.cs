using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>The error function.</summary>
internal readonly struct ErrorIntegral : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => ErrorFunction.Erf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorErrorFunction.Erf(x);
}

/// <summary>1 minus the error function.</summary>
internal readonly struct ErrorComplement : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => ErrorFunction.Erfc(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorErrorFunction.Erfc(x);
}

/// <summary><c>x Φ(x)</c> with the probability Φ that a standard normal number is below x.</summary>
internal readonly struct GaussianUnit : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => x * ErrorFunction.ProbabilityBelow(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => x * VectorErrorFunction.ProbabilityBelow(x, out _);
}

/// <summary>The derivative of <see cref="GaussianUnit"/> at the right one, times the left one: <c>Φ(x) + x Φ'(x)</c>.</summary>
internal readonly struct GaussianUnitSlope : IPairFunction
{
    private const double Density = 0.39894228040143268;

    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        left * (ErrorFunction.ProbabilityBelow(right) + (right * (T.Exp(T.CreateTruncating(-0.5) * right * right) * T.CreateTruncating(Density))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged
    {
        Vector512<T> probability = VectorErrorFunction.ProbabilityBelow(right, out Vector512<T> power);
        return left * VectorMath.MultiplyAdd(right, power * VectorMath.Constant<T>(Density), probability);
    }
}
