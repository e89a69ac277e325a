using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>Gradients that are kept from becoming too great.</summary>
public static class GradientClipping
{
    /// <summary>Scales a tensor so that its norm is no greater than this.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="gradient">The tensor.</param>
    /// <param name="norm">The greatest norm.</param>
    /// <exception cref="ArgumentOutOfRangeException">The norm is negative or NaN.</exception>
    public static Tensor<T> ByNorm<T>(Tensor<T> gradient, T norm)
        where T : unmanaged, IFloatingPointIeee754<T> => gradient.Given() * Factor(Tensor.Norm(gradient), norm);

    /// <summary>Scales tensors by one factor, so that the norm of all their elements together is no greater than this.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="gradients">The tensors; null stays null.</param>
    /// <param name="norm">The greatest norm.</param>
    /// <returns>The scaled ones.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The norm is negative or NaN.</exception>
    public static Tensor<T>?[] ByGlobalNorm<T>(IReadOnlyList<Tensor<T>?> gradients, T norm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> factor = Factor(GlobalNorm(gradients), norm);
        return [.. gradients.Select(gradient => gradient is null ? null : gradient * factor)];
    }

    /// <summary>The norm of all elements of tensors together.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="gradients">The tensors; null has no elements.</param>
    /// <returns>A scalar.</returns>
    public static Tensor<T> GlobalNorm<T>(IReadOnlyList<Tensor<T>?> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return Tensor.Norm(Tensor.Stack<T>([.. gradients.OfType<Tensor<T>>().Select(Tensor.Norm)]));
    }

    /// <summary>Keeps each element between <c>-bound</c> and <c>bound</c>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="gradient">The tensor.</param>
    /// <param name="bound">The greatest absolute value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative or NaN.</exception>
    public static Tensor<T> ByValue<T>(Tensor<T> gradient, T bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Settings.Bound(bound);
        return Tensor.Clamp(gradient.Given(), -bound, bound);
    }

    /// <summary>A norm that is not a number, or infinite, makes all gradients NaN, so that it shows.</summary>
    private static Tensor<T> Factor<T>(Tensor<T> actual, T norm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Settings.Bound(norm);
        T value = actual.ToScalar();
        return !T.IsFinite(value) ? T.NaN : value > norm ? norm / actual : T.One;
    }
}
