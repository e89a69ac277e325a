using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>The arc whose sine it is.</summary>
internal readonly struct ArcSine : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Asin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorArcTangent.Asin(x);
}

/// <summary>The arc whose cosine it is.</summary>
internal readonly struct ArcCosine : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Acos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorArcTangent.Acos(x);
}

/// <summary>The arc whose tangent it is.</summary>
internal readonly struct ArcTangent : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorArcTangent.Atan(x);
}
