using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary><c>Exp(x) - 1</c>.</summary>
internal readonly struct ExponentialLess1 : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => NearZero.ExpM1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorExponential.ExpM1(x);
}

/// <summary>The power of 2.</summary>
internal readonly struct PowerOf2 : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Exp2(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorExponential.Exp2(x);
}

/// <summary>The hyperbolic sine.</summary>
internal readonly struct HyperbolicSine : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Sinh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorExponential.Sinh(x);
}

/// <summary>The hyperbolic cosine.</summary>
internal readonly struct HyperbolicCosine : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Cosh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorExponential.Cosh(x);
}

/// <summary>The left one where it is positive, and the right one times <c>Exp(x) - 1</c> of the left one elsewhere.</summary>
internal readonly struct ExponentialUnit : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => left > T.Zero ? left : right * NearZero.ExpM1(left);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => Vector512.ConditionalSelect(Vector512.GreaterThan(left, Vector512<T>.Zero), left, right * VectorExponential.ExpM1(left));
}

/// <summary>A multiple of x where it is positive, and of <c>Exp(x) - 1</c> elsewhere.</summary>
internal readonly struct ScaledExponentialUnit : IVectorFunction
{
    public const double Scale = 1.0507009873554804934193349852946;

    /// <summary>How far below 0 it goes: scale times alpha.</summary>
    public const double Depth = Scale * 1.6732632423543772848170429916717;

    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => x > T.Zero ? T.CreateTruncating(Scale) * x : T.CreateTruncating(Depth) * NearZero.ExpM1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512<T>.Zero), x * VectorMath.Constant<T>(Scale), VectorExponential.ExpM1(x) * VectorMath.Constant<T>(Depth));
}
