using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <content>Arithmetic with broadcasting.</content>
public static partial class Tensor
{
    /// <summary>The sum <c>left + right</c>, element by element.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">The one operand.</param>
    /// <param name="right">The other one.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public static Tensor<T> Add<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Binary.Linear(left, right, Arithmetic<T>.Add, static dy => dy, static dy => dy);

    /// <summary>The difference <c>left - right</c>, element by element.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Subtract<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Binary.Linear(left, right, Arithmetic<T>.Subtract, static dy => dy, static dy => -dy);

    /// <summary>The product <c>left * right</c>, element by element.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Multiply<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Binary.OfOther(left, right, Arithmetic<T>.Multiply, static (dy, right) => dy * right, static (dy, left) => dy * left);

    /// <summary>The quotient <c>left / right</c>, element by element; of integers, rounded towards zero.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Divide<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        (left, right) = (left.Now(), right.Now());
        return Recorder.Binary(
            nameof(Divide),
            Elementwise.Combine(left, right, Arithmetic<T>.Divide),
            left,
            right,
            right,
            static (dy, right) => dy / right,
            (left, right),
            static (dy, kept) => -dy * (kept.left / (kept.right * kept.right)));
    }

    /// <summary>The negative.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    public static Tensor<T> Negate<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Unary.Linear(nameof(Negate), x, TensorPrimitives.Negate, static dy => -dy);

    /// <summary>The square <c>x²</c>.</summary>
    /// <inheritdoc cref="Negate"/>
    public static Tensor<T> Square<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Unary.OfInput(
            nameof(Square), x, static (x, y) => TensorPrimitives.Multiply(x, x, y), static (dy, x) => dy * (x + x));

    /// <summary>The absolute value; its derivative at 0 is 0.</summary>
    /// <inheritdoc cref="Negate"/>
    public static Tensor<T> Abs<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Unary.OfInput(nameof(Abs), x, TensorPrimitives.Abs, static (dy, x) => dy * Sign(x));

    /// <summary>-1, 0 or 1 as the element is negative, zero or positive. Its derivative is zero.</summary>
    /// <inheritdoc cref="Negate"/>
    public static Tensor<T> Sign<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Unary.Constant(x, Ordered<T>.Sign);

    /// <summary>The greater of two elements; where they are equal, the derivative belongs to the left one. NaN if one of them is.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Max<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Binary.Of(
            left, right, Ordered<T>.Max, static (dy, l, r) => Where(l >= r, dy, T.Zero), static (dy, l, r) => Where(l >= r, T.Zero, dy));

    /// <summary>The smaller of two elements; where they are equal, the derivative belongs to the left one. NaN if one of them is.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Min<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Binary.Of(
            left, right, Ordered<T>.Min, static (dy, l, r) => Where(l <= r, dy, T.Zero), static (dy, l, r) => Where(l <= r, T.Zero, dy));

    /// <summary>The element, or the bound that it is beyond; at a bound the derivative is that of the element.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    /// <param name="min">The smallest result.</param>
    /// <param name="max">The greatest result.</param>
    public static Tensor<T> Clamp<T>(Tensor<T> x, Tensor<T> min, Tensor<T> max)
        where T : unmanaged, INumber<T> => Min(Max(x, min), max);
}
