using System.Numerics;

namespace Differentiable.Tensors;

/// <content>
/// Pullbacks of operations that take or give lists of tensors whose length is known only at run time. They are rules like those of users: <c>dresult</c> is the cotangent of the result, or
/// holds those of its parts, and a destination <c>dparts</c> is added to. Null stands for zeros.
/// </content>
public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Stack{T}(ReadOnlySpan{Tensor{T}})"/> to all parts.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dresult">The cotangent of the result.</param>
    /// <param name="drows">What the cotangents of the parts are added to.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.Stack))]
    public static void StackRows<T>(Tensor<T> dresult, Span<Tensor<T>> drows)
        where T : unmanaged, INumberBase<T> => StackParts(0, dresult, drows);

    /// <summary>The pullback of <see cref="Tensor.Stack{T}(ReadOnlySpan{Tensor{T}}, int)"/> to all parts.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="axis">The axis along which the parts lie.</param>
    /// <param name="dresult">The cotangent of the result.</param>
    /// <param name="dparts">What the cotangents of the parts are added to.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.Stack))]
    public static void StackParts<T>(int axis, Tensor<T> dresult, Span<Tensor<T>> dparts)
        where T : unmanaged, INumberBase<T>
    {
        for (int part = 0; part < dparts.Length; part++)
            dparts[part] = Plus(dparts[part], StackPart(dresult, part, axis))!;
    }

    /// <summary>The pullback of <see cref="Tensor.Concatenate"/> to all parts.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="parts">The parts.</param>
    /// <param name="axis">The axis along which they lie.</param>
    /// <param name="dresult">The cotangent of the result.</param>
    /// <param name="dparts">What the cotangents of the parts are added to.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.Concatenate))]
    public static void ConcatenateParts<T>(ReadOnlySpan<Tensor<T>> parts, int axis, Tensor<T> dresult, Span<Tensor<T>> dparts)
        where T : unmanaged, INumberBase<T>
    {
        int at = dresult.Shape.AxisAt(axis), start = 0;
        for (int part = 0; part < parts.Length; part++)
        {
            int end = start + parts[part].Shape[at];
            dparts[part] = Plus(dparts[part], Tensor.Take(dresult, at, start..end))!;
            start = end;
        }
    }

    /// <summary>The pullback of <see cref="Tensor.Split{T}(Tensor{T}, int, int)"/>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="count">How many parts there are.</param>
    /// <param name="axis">The axis along which they lie.</param>
    /// <param name="dresult">The cotangents of the parts, null for zeros.</param>
    /// <returns>Null where all are.</returns>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.Split))]
    public static Tensor<T>? SplitEqually<T>(Tensor<T> x, int count, int axis, ReadOnlySpan<Tensor<T>> dresult)
        where T : unmanaged, INumberBase<T>
    {
        int at = x.Shape.AxisAt(axis), length = x.Shape[at] / count;
        return Joined(x.Shape, at, _ => length, dresult);
    }

    /// <summary>The pullback of <see cref="Tensor.Split{T}(Tensor{T}, ReadOnlySpan{int}, int)"/>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="lengths">How much of the axis each part has.</param>
    /// <param name="axis">The axis along which they lie.</param>
    /// <param name="dresult">The cotangents of the parts, null for zeros.</param>
    /// <returns>Null where all are.</returns>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.Split))]
    public static Tensor<T>? Split<T>(Tensor<T> x, ReadOnlySpan<int> lengths, int axis, ReadOnlySpan<Tensor<T>> dresult)
        where T : unmanaged, INumberBase<T>
    {
        int[] known = [.. lengths];
        return Joined(x.Shape, x.Shape.AxisAt(axis), part => known[part], dresult);
    }

    /// <summary>The pullback of <see cref="Tensor.MeshGrid"/>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dresult">The cotangents of the coordinates, null for zeros.</param>
    /// <param name="dvectors">What the cotangents of the vectors are added to.</param>
    [DerivativeOf(typeof(Tensor), nameof(Tensor.MeshGrid))]
    public static void MeshGrid<T>(ReadOnlySpan<Tensor<T>> dresult, Span<Tensor<T>> dvectors)
        where T : unmanaged, INumberBase<T>
    {
        for (int axis = 0; axis < dvectors.Length; axis++)
        {
            int[] others = [.. Enumerable.Range(0, dvectors.Length).Where(other => other != axis)];
            dvectors[axis] = Plus(dvectors[axis], dresult[axis] is null ? null : others.Length == 0 ? dresult[axis] : Tensor.Sum(dresult[axis], others))!;
        }
    }

    /// <summary>The parts one behind the other, with zeros in the place of those that are not there.</summary>
    private static Tensor<T>? Joined<T>(Shape whole, int axis, Func<int, int> lengthOf, ReadOnlySpan<Tensor<T>> parts)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<T>[] joined = new Tensor<T>[parts.Length];
        bool isZero = true;
        for (int i = 0; i < joined.Length; i++)
        {
            isZero &= parts[i] is null;
            joined[i] = parts[i] ?? Tensor.Zeros<T>([.. whole.Take(axis), lengthOf(i), .. whole.Skip(axis + 1)]);
        }
        return isZero ? null : Tensor.Concatenate<T>(joined, axis);
    }
}
