using System.Runtime.CompilerServices;

namespace Differentiable.Runtime;

/// <summary>Values of a type that only the caller's type argument says. For <c>double</c> and <c>float</c> the JIT makes the plain push and pop of it.</summary>
public sealed partial class ValueStack
{
    /// <summary>Puts a value of any type without references on the stack.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> holds references.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PushScalar<T>(T value)
    {
        if (typeof(T) == typeof(double))
            Push(Unsafe.BitCast<T, double>(value));
        else if (typeof(T) == typeof(float))
            Push(Unsafe.BitCast<T, float>(value));
        else
            Push(new ReadOnlySpan<T>(in value));
    }

    /// <summary>Takes the last value off, which was pushed by <see cref="PushScalar"/> as the same type.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T PopScalar<T>()
    {
        if (typeof(T) == typeof(double))
            return Unsafe.BitCast<double, T>(Pop());
        if (typeof(T) == typeof(float))
            return Unsafe.BitCast<float, T>(PopSingle());
        Unsafe.SkipInit(out T value);
        Pop(new Span<T>(ref value));
        return value;
    }
}
