using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// Functions of numbers close to 0 without loss of digits. Those of .NET add or subtract the 1 and lose them. Here the same rounding error is in the numerator
/// and in the denominator (Kahan; Goldberg, "What every computer scientist should know about floating-point arithmetic", 1991, theorem 4).
/// </summary>
internal static class SmallArguments
{
    /// <summary><c>Exp(x) - 1</c>.</summary>
    public static T ExpM1<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T power = T.Exp(x);
        if (power == T.One)
            return x;
        return T.Abs(x) < T.One ? (power - T.One) * x / T.Log(power) : power - T.One;
    }

    /// <summary><c>Log(1 + x)</c>.</summary>
    public static T LogP1<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.One + x;
        if (sum == T.One)
            return x;
        return T.Abs(x) < T.One ? T.Log(sum) * x / (sum - T.One) : T.Log(sum);
    }
}
