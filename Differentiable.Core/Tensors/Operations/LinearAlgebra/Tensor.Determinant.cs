using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Determinants.</content>
public static partial class Tensor
{
    /// <summary>
    /// The determinants of matrices: the last two axes are the rows and columns. That of a singular matrix is 0; its gradient are the cofactors, and asking for second derivatives
    /// throws <see cref="SingularMatrixException"/>. That of a matrix without rows is 1.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n, n].</param>
    /// <returns>In the shape [...].</returns>
    /// <exception cref="ShapeMismatchException">The matrices are not square.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> Determinant<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        LuFactors<T> factors = new(x, nameof(Determinant));
        Tensor<T> determinant = factors.Determinants();
        return Recorder.Unary(
            nameof(Determinant), determinant, x, (x, factors, determinant), static (dy, kept) => TensorPullbacks.Determinant(dy, kept.x, kept.determinant, kept.factors));
    }

    /// <summary>
    /// The determinants of matrices as signs and logarithms, which do not overflow: the determinant is <c>Sign * Exp(LogAbs)</c>. Of a singular matrix, the
    /// sign is 0 and the logarithm negative infinity, and asking for the gradient throws <see cref="SingularMatrixException"/>. The sign has no derivative.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., n, n].</param>
    /// <returns>The sign (-1, 0 or 1) and the logarithm of the absolute value, both in the shape [...].</returns>
    /// <exception cref="ShapeMismatchException">The matrices are not square.</exception>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static (Tensor<T> Sign, Tensor<T> LogAbs) LogDeterminant<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        LuFactors<T> factors = new(x, nameof(LogDeterminant));
        Tensor<T> logarithm = Recorder.Unary(
            nameof(LogDeterminant), factors.LogDeterminants(), x, (x, factors), static (dy, kept) => OfInverse(dy, kept.x, kept.factors, nameof(LogDeterminant)));
        return (factors.Signs(), logarithm);
    }

    /// <summary>Multiples of the transposed inverses, which are the derivatives of the logarithms of determinants.</summary>
    internal static Tensor<T> OfInverse<T>(Tensor<T> factor, Tensor<T> x, LuFactors<T> factors, string operation)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reshape(factor, [.. factor.Shape, 1, 1]) * new Equations<T>(x, factors, $"the gradient of {operation}").Inverse(isTransposed: true);

    /// <summary>The derivatives of determinants where a matrix has no inverse: they are not made of operations, so that they have no derivatives.</summary>
    internal static Tensor<T> CofactorsOf<T>(Tensor<T> x, Tensor<T> determinants, LuFactors<T> factors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = x.Shape[^1], length = size * size;
        T[] matrices = x.ToArray(), cofactors = factors.Solve(Eye<T>(size), Matrices.Batch(x.Shape), isTransposed: true).ToArray(), all = determinants.ToArray();
        for (int i = 0; i < cofactors.Length; i++)
            cofactors[i] *= all[i / length];
        foreach (int i in factors.Singular)
            Cofactors<T>.Write(matrices.AsSpan(i * length, length), size, cofactors.AsSpan(i * length, length));
        return Recorder.Unary<T, T, int>(
            $"the gradient of {nameof(Determinant)}", new(x.Shape, cofactors), x, 0, static (_, _) => throw new SingularMatrixException(
                $"A matrix is singular: its {nameof(Determinant)} has a gradient, but no second derivatives here. Write it out by products of the elements to have them."));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Determinant"/>.</summary>
    [PullbackOf(nameof(Tensor.Determinant), "x")]
    public static Tensor<T> Determinant<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return Determinant(dy, x, y, new LuFactors<T>(x, nameof(Tensor.Determinant)));
    }

    /// <summary>The pullback of <see cref="Tensor.LogDeterminant"/>, a rule like those of users: the sign has no derivative, and the cotangent of the logarithm is null where nothing depends on it.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The matrices.</param>
    /// <param name="dresult">The cotangents of the results.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.LogDeterminant))]
    public static Tensor<T>? LogDeterminant<T>(Tensor<T> x, (Tensor<T>? Sign, Tensor<T>? LogAbs) dresult)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        return dresult.LogAbs is { } dy ? Tensor.OfInverse(dy, x, new LuFactors<T>(x, nameof(Tensor.LogDeterminant)), nameof(Tensor.LogDeterminant)) : null;
    }

    internal static Tensor<T> Determinant<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y, LuFactors<T> factors)
        where T : unmanaged, IFloatingPointIeee754<T> => factors.Singular.Any()
            ? Tensor.Reshape(dy, [.. dy.Shape, 1, 1]) * Tensor.CofactorsOf(x, y, factors)
            : Tensor.OfInverse(dy * y, x, factors, nameof(Tensor.Determinant));
}
