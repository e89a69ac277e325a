namespace Differentiable.Tensors;

/// <summary>What is known of an element type.</summary>
/// <typeparam name="T">The type.</typeparam>
internal static class Scalars<T>
{
    /// <summary>Does it have derivatives?</summary>
    public static readonly bool IsReal = typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half);
}
