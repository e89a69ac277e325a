using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The same numbers as another type.</content>
public static partial class Tensor
{
    /// <summary>
    /// The elements as another type, as an unchecked cast in C#: rounded to a narrower real type, truncated to an integer. From one real type to another it is
    /// differentiable.
    /// </summary>
    /// <typeparam name="TFrom">The type of the elements.</typeparam>
    /// <typeparam name="TTo">The type that they become.</typeparam>
    /// <param name="x">The elements.</param>
    public static Tensor<TTo> Cast<TFrom, TTo>(Tensor<TFrom> x)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        x = x.Now();
        return Recorder.Unary(nameof(Cast), Elementwise.Map<TFrom, TTo>(x, TensorPrimitives.ConvertTruncating), x, 0, static (dy, _) => TensorPullbacks.Cast<TFrom, TTo>(dy));
    }

    /// <summary>1 where the condition holds, 0 elsewhere.</summary>
    /// <typeparam name="TTo">The type that they become.</typeparam>
    /// <param name="x">The conditions.</param>
    public static Tensor<TTo> Cast<TTo>(Tensor<bool> x)
        where TTo : unmanaged, INumberBase<TTo> => Unary.Constant(x, Arithmetic<TTo>.FromCondition);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Cast{TFrom, TTo}"/>.</summary>
    [PullbackOf(nameof(Tensor.Cast), "x")]
    public static Tensor<TFrom> Cast<TFrom, TTo>(Tensor<TTo> dy)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo> => Tensor.Cast<TTo, TFrom>(dy);
}
