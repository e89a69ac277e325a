using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>The operators of tensors whose elements have them.</summary>
public static class TensorOperators
{
    extension<T>(Tensor<T>)
        where T : unmanaged, INumberBase<T>
    {
        /// <summary>The tensor itself.</summary>
        /// <param name="x">The operand.</param>
        public static Tensor<T> operator +(Tensor<T> x) => x.Given();

        /// <inheritdoc cref="Tensor.Negate"/>
        public static Tensor<T> operator -(Tensor<T> x) => Tensor.Negate(x);

        /// <inheritdoc cref="Tensor.Add"/>
        public static Tensor<T> operator +(Tensor<T> left, Tensor<T> right) => Tensor.Add(left, right);

        /// <inheritdoc cref="Tensor.Subtract"/>
        public static Tensor<T> operator -(Tensor<T> left, Tensor<T> right) => Tensor.Subtract(left, right);

        /// <inheritdoc cref="Tensor.Multiply"/>
        public static Tensor<T> operator *(Tensor<T> left, Tensor<T> right) => Tensor.Multiply(left, right);

        /// <inheritdoc cref="Tensor.Divide"/>
        public static Tensor<T> operator /(Tensor<T> left, Tensor<T> right) => Tensor.Divide(left, right);
    }

    extension(Tensor<bool>)
    {
        /// <inheritdoc cref="Tensor.And"/>
        public static Tensor<bool> operator &(Tensor<bool> left, Tensor<bool> right) => Tensor.And(left, right);

        /// <inheritdoc cref="Tensor.Or"/>
        public static Tensor<bool> operator |(Tensor<bool> left, Tensor<bool> right) => Tensor.Or(left, right);

        /// <inheritdoc cref="Tensor.Xor"/>
        public static Tensor<bool> operator ^(Tensor<bool> left, Tensor<bool> right) => Tensor.Xor(left, right);

        /// <inheritdoc cref="Tensor.Not"/>
        public static Tensor<bool> operator !(Tensor<bool> x) => Tensor.Not(x);
    }

    extension<T>(Tensor<T>)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Tensor.Remainder"/>
        public static Tensor<T> operator %(Tensor<T> left, Tensor<T> right) => Tensor.Remainder(left, right);

        /// <inheritdoc cref="Tensor.GreaterThan"/>
        public static Tensor<bool> operator >(Tensor<T> left, Tensor<T> right) => Tensor.GreaterThan(left, right);

        /// <inheritdoc cref="Tensor.LessThan"/>
        public static Tensor<bool> operator <(Tensor<T> left, Tensor<T> right) => Tensor.LessThan(left, right);

        /// <inheritdoc cref="Tensor.GreaterThanOrEqual"/>
        public static Tensor<bool> operator >=(Tensor<T> left, Tensor<T> right) => Tensor.GreaterThanOrEqual(left, right);

        /// <inheritdoc cref="Tensor.LessThanOrEqual"/>
        public static Tensor<bool> operator <=(Tensor<T> left, Tensor<T> right) => Tensor.LessThanOrEqual(left, right);
    }
}
