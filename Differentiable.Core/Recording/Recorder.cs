using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Tells what records what ran. Each method hands its result on.</summary>
internal static class Recorder
{
    /// <summary>An operation with one input.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="y">The result.</param>
    /// <param name="x">The input.</param>
    /// <param name="kept">What the derivative needs.</param>
    /// <param name="pullback">From the cotangent of the result and what was kept, the cotangent of the input.</param>
    public static Tensor<TOut> Unary<TIn, TOut, TKept>(string name, Tensor<TOut> y, Tensor<TIn> x, TKept kept, Func<Tensor<TOut>, TKept, Tensor<TIn>> pullback)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        if (ActiveRecordings.Current is not { } recordings || !Scalars<TIn>.IsReal || !Scalars<TOut>.IsReal)
            return y;
        UnaryOperation<TIn, TOut, TKept>? operation = null;
        foreach (ActiveRecording recording in recordings)
        {
            if (recording.Find(x) is >= 0 and var slot)
                recording.Append(operation ??= new(name, kept, pullback), y, new(slot), [x]);
        }
        return y;
    }

    /// <summary>An operation with one input that is of a kind of its own.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="y">The result.</param>
    /// <param name="x">The input.</param>
    public static Tensor<T> One<T>(Operation operation, Tensor<T> y, Tensor<T> x)
        where T : unmanaged
    {
        if (ActiveRecordings.Current is not { } recordings || !Scalars<T>.IsReal)
            return y;
        foreach (ActiveRecording recording in recordings)
        {
            if (recording.Find(x) is >= 0 and var slot)
                recording.Append(operation, y, new(slot), [x]);
        }
        return y;
    }

    /// <summary>An operation with two inputs, either of which may have been broadcast, whose derivatives need the same.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="y">The result.</param>
    /// <param name="left">The left input.</param>
    /// <param name="right">The right input.</param>
    /// <param name="kept">What the derivatives need.</param>
    /// <param name="pullbackLeft">The cotangent of the left input, in the shape of the result.</param>
    /// <param name="pullbackRight">The cotangent of the right input, in the shape of the result.</param>
    public static Tensor<T> Binary<T, TKept>(
        string name, Tensor<T> y, Tensor<T> left, Tensor<T> right, TKept kept, Func<Tensor<T>, TKept, Tensor<T>> pullbackLeft, Func<Tensor<T>, TKept, Tensor<T>> pullbackRight)
        where T : unmanaged => Binary(name, y, left, right, kept, pullbackLeft, kept, pullbackRight);

    /// <summary>An operation with two inputs, either of which may have been broadcast. Kept is what the derivatives need with respect to those that are followed.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="y">The result.</param>
    /// <param name="left">The left input.</param>
    /// <param name="right">The right input.</param>
    /// <param name="keptForLeft">What the derivative with respect to the left input needs.</param>
    /// <param name="pullbackLeft">The cotangent of the left input, in the shape of the result.</param>
    /// <param name="keptForRight">What the derivative with respect to the right input needs.</param>
    /// <param name="pullbackRight">The cotangent of the right input, in the shape of the result.</param>
    public static Tensor<T> Binary<T, TLeft, TRight>(
        string name,
        Tensor<T> y,
        Tensor<T> left,
        Tensor<T> right,
        TLeft keptForLeft,
        Func<Tensor<T>, TLeft, Tensor<T>> pullbackLeft,
        TRight keptForRight,
        Func<Tensor<T>, TRight, Tensor<T>> pullbackRight)
        where T : unmanaged
    {
        if (ActiveRecordings.Current is not { } recordings || !Scalars<T>.IsReal)
            return y;
        BinaryOperation<T, TLeft, TRight>? operation = null;
        foreach (ActiveRecording recording in recordings)
        {
            int first = recording.Find(left), second = recording.Find(right);
            if (first < 0 && second < 0)
                continue;
            operation ??= new(name, left.Shape, right.Shape, pullbackLeft, pullbackRight);
            if (first >= 0)
                operation.KeptForLeft = keptForLeft;
            if (second >= 0)
                operation.KeptForRight = keptForRight;
            recording.Append(operation, y, new(first, second), [left, right]);
        }
        return y;
    }

    /// <summary>
    /// An operation with one input and several results, whose derivatives may need all of them: each recording gets to know all before the next one, which may compute with them.
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="x">The input.</param>
    /// <param name="kept">What the derivatives need.</param>
    /// <param name="results">The results, each with what makes of its cotangent and what was kept a cotangent of the input.</param>
    public static void Several<T, TKept>(string name, Tensor<T> x, TKept kept, ReadOnlySpan<(Tensor<T> Result, Func<Tensor<T>, TKept, Tensor<T>> Pullback)> results)
        where T : unmanaged
    {
        foreach (ActiveRecording recording in Scalars<T>.IsReal ? ActiveRecordings.Current ?? [] : [])
        {
            if (recording.Find(x) is not (>= 0 and var slot))
                continue;
            foreach ((Tensor<T> result, Func<Tensor<T>, TKept, Tensor<T>> pullback) in results)
                recording.Append(new UnaryOperation<T, T, TKept>(name, kept, pullback), result, new(slot), [x]);
        }
    }

    /// <summary>An operation with any number of inputs.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="y">The result.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="kept">What the derivatives need.</param>
    /// <param name="pullback">From the cotangent of the result and what was kept, the cotangents of the inputs that need one; null is zero.</param>
    public static Tensor<T> Many<T, TKept>(
        string name, Tensor<T> y, ReadOnlySpan<TensorBase> inputs, TKept kept, Func<Tensor<T>, TKept, InputCotangents, TensorBase?[]> pullback)
        where T : unmanaged
    {
        if (ActiveRecordings.Current is not { } recordings || !Scalars<T>.IsReal)
            return y;
        ManyOperation<T, TKept>? operation = null;
        foreach (ActiveRecording recording in recordings)
        {
            int[] slots = new int[inputs.Length];
            for (int i = 0; i < slots.Length; i++)
                slots[i] = recording.Find(inputs[i]);
            if (slots.Any(slot => slot >= 0))
                recording.Append(operation ??= new(name, kept, pullback), y, new(-1, -1, slots), inputs);
        }
        return y;
    }
}
