using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Storage for the adjoints of storage. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Shadow
{
    /// <summary>A new array of zeros with the shape of <paramref name="primal"/>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="primal">The array whose shape is taken. Null counts as an array without elements.</param>
    /// <returns>The new array.</returns>
    public static T[,] Like<T>(T[,]? primal)
        => primal is null ? new T[0, 0] : new T[primal.GetLength(0), primal.GetLength(1)];

    /// <summary>A new array of new rows of zeros with the lengths of the rows of <paramref name="primal"/>; a missing row stays missing.</summary>
    /// <inheritdoc cref="Like{T}(T[,])"/>
    public static T[][] Like<T>(T[][]? primal)
    {
        if (primal is null)
            return [];
        T[][] shadow = new T[primal.Length][];
        for (int i = 0; i < primal.Length; i++)
        {
            if (primal[i] is { } row)
                shadow[i] = new T[row.Length];
        }
        return shadow;
    }

    /// <summary>Sets all elements to zero.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shadow">The storage that is cleared.</param>
    public static void Clear<T>(Span<T> shadow)
        => shadow.Clear();

    /// <inheritdoc cref="Clear{T}(Span{T})"/>
    public static void Clear<T>(T[,] shadow)
        => Storage.Flat(shadow).Clear();

    /// <summary>Sets all elements of all rows to zero. The rows themselves stay.</summary>
    /// <inheritdoc cref="Clear{T}(Span{T})"/>
    public static void Clear<T>(T[][] shadow)
    {
        foreach (T[] row in shadow)
            row.AsSpan().Clear();
    }

    /// <summary>Adds each element of <paramref name="from"/> to the one of the same index of <paramref name="to"/>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">What is added. Nothing at all stands for zeros.</param>
    /// <param name="to">What it is added to: the same storage or storage that does not overlap.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Add<T>(ReadOnlySpan<T> from, Span<T> to)
        where T : INumberBase<T>
    {
        if (from.IsEmpty)
            return;
        RequireSameShape(from.Length == to.Length);
        TensorPrimitives.Add(to, from, to);
    }

    /// <inheritdoc cref="Add{T}(ReadOnlySpan{T}, Span{T})"/>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Add<T>(T[,]? from, T[,] to)
        where T : INumberBase<T>
    {
        if (from is null)
            return;
        RequireSameShape(from.GetLength(0) == to.GetLength(0) && from.GetLength(1) == to.GetLength(1));
        Add(Storage.Flat(from), Storage.Flat(to));
    }

    /// <summary>Adds each element of each row of <paramref name="from"/> to the one of the same indices of <paramref name="to"/>.</summary>
    /// <inheritdoc cref="Add{T}(T[,], T[,])"/>
    public static void Add<T>(T[][]? from, T[][] to)
        where T : INumberBase<T>
    {
        if (from is null)
            return;
        RequireSameShape(from.Length == to.Length);
        for (int i = 0; i < from.Length; i++)
            Add<T>(from[i], to[i]);
    }

    private static void RequireSameShape(bool same)
    {
        if (!same)
            throw new ArgumentException("Adjoints can be added only to adjoints of the same shape.", "to");
    }
}
