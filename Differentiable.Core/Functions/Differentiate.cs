namespace Differentiable;

/// <summary>Functions that say how a <see cref="DifferentiableAttribute"/> method is to be differentiated.</summary>
public static partial class Differentiate
{
    /// <summary>Returns <paramref name="value"/>, whose derivative is taken to be zero from here on.</summary>
    /// <param name="value">The value that is to be treated as a constant.</param>
    /// <returns><paramref name="value"/>, unchanged.</returns>
    public static double StopGradient(double value) => value;

    /// <summary>Returns <paramref name="value"/>, whose derivative is taken to be zero from here on.</summary>
    /// <param name="value">The value that is to be treated as a constant.</param>
    /// <returns><paramref name="value"/>, unchanged.</returns>
    public static float StopGradient(float value) => value;
}
