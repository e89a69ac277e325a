using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Pullbacks to the numbers that tensors are made of.</content>
public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Fill{T}(T, Shape)"/>: the sum of all elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the tensor.</param>
    [PullbackOf(nameof(Tensor.Fill), "value")]
    public static T Fill<T>(Tensor<T> dy)
        where T : unmanaged => Reals.SumTo(dy, Shape.Scalar).ToScalar();

    /// <summary>The pullback of <see cref="Tensor.Range"/> to the first number, which all others follow.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the tensor.</param>
    [PullbackOf(nameof(Tensor.Range), "start")]
    public static T RangeStart<T>(Tensor<T> dy)
        where T : unmanaged => Fill(dy);

    /// <summary>The pullback of <see cref="Tensor.LinSpace"/> to the first number, which the others have the less of in them the nearer they are to the last.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the tensor.</param>
    /// <param name="count">How many numbers there are.</param>
    [PullbackOf(nameof(Tensor.LinSpace), "start")]
    public static T LinSpaceStart<T>(Tensor<T> dy, int count)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Sum(dy * (T.One - Tensor.LinSpace(T.Zero, T.One, count))).ToScalar();

    /// <summary>The pullback of <see cref="Tensor.LinSpace"/> to the last number.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the tensor.</param>
    /// <param name="count">How many numbers there are; with one, it is the first.</param>
    [PullbackOf(nameof(Tensor.LinSpace), "end")]
    public static T LinSpaceEnd<T>(Tensor<T> dy, int count)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Sum(dy * Tensor.LinSpace(T.Zero, T.One, count)).ToScalar();

    /// <summary>The pullback of <see cref="Tensor.Create"/>, a rule like those of users.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dresult">The cotangent of the tensor.</param>
    /// <param name="dvalues">What the cotangents of the elements are added to.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.Create))]
    public static void Create<T>(Tensor<T> dresult, Span<T> dvalues)
        where T : unmanaged, INumberBase<T>
    {
        T[] elements = dresult.ToArray();
        for (int i = 0; i < elements.Length; i++)
            dvalues[i] += elements[i];
    }
}
