using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// Functions that keep all digits near 0, which <c>T.LogP1</c> and <c>T.ExpM1</c> do not: the rounding of an intermediate result is taken back by what
/// the same rounding does to the identity (W. Kahan; see N. Higham, "Accuracy and stability of numerical algorithms", 2002, section 1.14.1).
/// </summary>
internal static class NearZero
{
    /// <summary><c>Log(1 + x)</c>.</summary>
    public static T LogP1<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.One + x;
        if (sum == T.One)
            return x;
        return T.IsFinite(sum) ? T.Log(sum) * (x / (sum - T.One)) : T.Log(sum);
    }

    /// <summary><c>Exp(x) - 1</c>.</summary>
    public static T ExpM1<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T power = T.Exp(x), difference = power - T.One;
        if (power == T.One)
            return x;
        return difference > T.NegativeOne && T.IsFinite(power) ? difference * (x / T.Log(power)) : difference;
    }
}
