using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

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
        where T : unmanaged, INumberBase<T> => Binary.Linear(left, right, Arithmetic<T>.Add, TensorPullbacks.Add, TensorPullbacks.Add);

    /// <summary>The difference <c>left - right</c>, element by element.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Subtract<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Binary.Linear(left, right, Arithmetic<T>.Subtract, TensorPullbacks.SubtractLeft, TensorPullbacks.SubtractRight);

    /// <summary>The product <c>left * right</c>, element by element.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Multiply<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Binary.OfOther(left, right, Arithmetic<T>.Multiply, TensorPullbacks.MultiplyLeft, TensorPullbacks.MultiplyRight);

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
            TensorPullbacks.DivideLeft,
            (left, right),
            static (dy, kept) => TensorPullbacks.DivideRight(dy, kept.left, kept.right));
    }

    /// <summary>
    /// What is left of a division that is rounded towards zero, <c>left % right</c>, element by element, with the sign of the left operand; the derivative with respect to the right one is minus the
    /// rounded quotient.
    /// </summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Remainder<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T>
    {
        (left, right) = (left.Now(), right.Now());
        return Recorder.Binary(
            nameof(Remainder),
            Elementwise.Combine(left, right, Ordered<T>.Remainder),
            left,
            right,
            0,
            static (dy, _) => TensorPullbacks.RemainderLeft(dy),
            (left, right),
            static (dy, kept) => TensorPullbacks.RemainderRight(dy, kept.left, kept.right));
    }

    /// <summary>The negative.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    public static Tensor<T> Negate<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Unary.Linear(nameof(Negate), x, TensorPrimitives.Negate, TensorPullbacks.Negate);

    /// <summary>The square <c>x²</c>.</summary>
    /// <inheritdoc cref="Negate"/>
    public static Tensor<T> Square<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Unary.OfInput(
            nameof(Square), x, static (x, y) => TensorPrimitives.Multiply(x, x, y), TensorPullbacks.Square);

    /// <summary>The absolute value; its derivative at 0 is 0.</summary>
    /// <inheritdoc cref="Negate"/>
    public static Tensor<T> Abs<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Unary.OfInput(nameof(Abs), x, TensorPrimitives.Abs, TensorPullbacks.Abs);

    /// <summary>-1, 0 or 1 as the element is negative, zero or positive. Its derivative is zero; a tape takes its operand for connected all the same.</summary>
    /// <inheritdoc cref="Negate"/>
    [ZeroDerivative]
    public static Tensor<T> Sign<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Unary.Linear(nameof(Sign), x, Ordered<T>.Sign, static dy => Zeros<T>(dy.Shape));

    /// <summary>The greater of two elements; where they are equal, the derivative belongs to the left one. NaN if one of them is.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Max<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Binary.Of(
            left, right, Ordered<T>.Max, TensorPullbacks.MaxLeft, TensorPullbacks.MaxRight);

    /// <summary>The smaller of two elements; where they are equal, the derivative belongs to the left one. NaN if one of them is.</summary>
    /// <inheritdoc cref="Add"/>
    public static Tensor<T> Min<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Binary.Of(
            left, right, Ordered<T>.Min, TensorPullbacks.MinLeft, TensorPullbacks.MinRight);

    /// <summary>The element, or the bound that it is beyond; at a bound the derivative is that of the element.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The operand.</param>
    /// <param name="min">The smallest result.</param>
    /// <param name="max">The greatest result.</param>
    public static Tensor<T> Clamp<T>(Tensor<T> x, Tensor<T> min, Tensor<T> max)
        where T : unmanaged, INumber<T>
    {
        Broadcasting.Combine(Broadcasting.Combine(x.Given().Shape, min.Given().Shape, nameof(Clamp)), max.Given().Shape, nameof(Clamp));
        return Min(Max(x, min), max);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Add"/> to either operand.</summary>
    [PullbackOf(nameof(Tensor.Add), "left", IsBroadcast = true, IsIdentity = true)]
    [PullbackOf(nameof(Tensor.Add), "right", IsBroadcast = true, IsIdentity = true)]
    public static Tensor<T> Add<T>(Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => dy;

    /// <summary>The pullback of <see cref="Tensor.Subtract"/> to the left operand.</summary>
    [PullbackOf(nameof(Tensor.Subtract), "left", IsBroadcast = true, IsIdentity = true)]
    public static Tensor<T> SubtractLeft<T>(Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => dy;

    /// <summary>The pullback of <see cref="Tensor.Subtract"/> to the right operand.</summary>
    [PullbackOf(nameof(Tensor.Subtract), "right", IsBroadcast = true)]
    public static Tensor<T> SubtractRight<T>(Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => -dy;

    /// <summary>The pullback of <see cref="Tensor.Multiply"/> to the left operand.</summary>
    [PullbackOf(nameof(Tensor.Multiply), "left", IsBroadcast = true)]
    public static Tensor<T> MultiplyLeft<T>(Tensor<T> dy, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => dy * right;

    /// <summary>The pullback of <see cref="Tensor.Multiply"/> to the right operand.</summary>
    [PullbackOf(nameof(Tensor.Multiply), "right", IsBroadcast = true)]
    public static Tensor<T> MultiplyRight<T>(Tensor<T> dy, Tensor<T> left)
        where T : unmanaged, INumberBase<T> => dy * left;

    /// <summary>The pullback of <see cref="Tensor.Divide"/> to the dividend.</summary>
    [PullbackOf(nameof(Tensor.Divide), "left", IsBroadcast = true)]
    public static Tensor<T> DivideLeft<T>(Tensor<T> dy, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => dy / right;

    /// <summary>The pullback of <see cref="Tensor.Divide"/> to the divisor.</summary>
    [PullbackOf(nameof(Tensor.Divide), "right", IsBroadcast = true)]
    public static Tensor<T> DivideRight<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => -dy * (left / right / right); // the square would overflow or vanish long before the quotients do

    /// <summary>The pullback of <see cref="Tensor.Remainder"/> to the dividend.</summary>
    [PullbackOf(nameof(Tensor.Remainder), "left", IsBroadcast = true, IsIdentity = true)]
    public static Tensor<T> RemainderLeft<T>(Tensor<T> dy)
        where T : unmanaged, INumber<T> => dy;

    /// <summary>The pullback of <see cref="Tensor.Remainder"/> to the divisor. The quotient is that of the remainder, also where that of the operands is rounded up to a whole number; it is constant.</summary>
    [PullbackOf(nameof(Tensor.Remainder), "right", IsBroadcast = true)]
    public static Tensor<T> RemainderRight<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => dy * Tensor.StopGradient((Tensor.Remainder(left, right) - left) / right);

    /// <summary>The pullback of <see cref="Tensor.Negate"/>.</summary>
    [PullbackOf(nameof(Tensor.Negate), "x")]
    public static Tensor<T> Negate<T>(Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => -dy;

    /// <summary>The pullback of <see cref="Tensor.Square"/>.</summary>
    [PullbackOf(nameof(Tensor.Square), "x")]
    public static Tensor<T> Square<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, INumberBase<T> => dy * (x + x);

    /// <summary>The pullback of <see cref="Tensor.Abs"/>.</summary>
    [PullbackOf(nameof(Tensor.Abs), "x")]
    public static Tensor<T> Abs<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, INumber<T> => dy * Tensor.Sign(x);

    /// <summary>The pullback of the greater of two elements to the left one.</summary>
    [PullbackOf(nameof(Tensor.Max), "left", IsBroadcast = true)]
    public static Tensor<T> MaxLeft<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Tensor.Where(left >= right, dy, T.Zero);

    /// <summary>The pullback of the greater of two elements to the right one.</summary>
    [PullbackOf(nameof(Tensor.Max), "right", IsBroadcast = true)]
    public static Tensor<T> MaxRight<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Tensor.Where(left >= right, T.Zero, dy);

    /// <summary>The pullback of the smaller of two elements to the left one.</summary>
    [PullbackOf(nameof(Tensor.Min), "left", IsBroadcast = true)]
    public static Tensor<T> MinLeft<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Tensor.Where(left <= right, dy, T.Zero);

    /// <summary>The pullback of the smaller of two elements to the right one.</summary>
    [PullbackOf(nameof(Tensor.Min), "right", IsBroadcast = true)]
    public static Tensor<T> MinRight<T>(Tensor<T> dy, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Tensor.Where(left <= right, T.Zero, dy);

    /// <summary>The pullback of <see cref="Tensor.Clamp"/> to what is clamped.</summary>
    [PullbackOf(nameof(Tensor.Clamp), "x", IsBroadcast = true)]
    public static Tensor<T> ClampX<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> min, Tensor<T> max)
        where T : unmanaged, INumber<T> => MaxLeft(MinLeft(dy, Tensor.Max(x, min), max), x, min);

    /// <summary>The pullback of <see cref="Tensor.Clamp"/> to the lower bound.</summary>
    [PullbackOf(nameof(Tensor.Clamp), "min", IsBroadcast = true)]
    public static Tensor<T> ClampMin<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> min, Tensor<T> max)
        where T : unmanaged, INumber<T> => MaxRight(MinLeft(dy, Tensor.Max(x, min), max), x, min);

    /// <summary>The pullback of <see cref="Tensor.Clamp"/> to the upper bound.</summary>
    [PullbackOf(nameof(Tensor.Clamp), "max", IsBroadcast = true)]
    public static Tensor<T> ClampMax<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> min, Tensor<T> max)
        where T : unmanaged, INumber<T> => MinRight(dy, Tensor.Max(x, min), max);
}
