using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Differentiable.Runtime;

/// <summary>Arrays of structs with arrays in them, of which generated code gathers each leaf in an array of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Leaves
{
    /// <summary>What is made of each element of an array.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLeaf">The type of what is made of one.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="leaf">Reads the leaf, or makes what stands in its place.</param>
    /// <param name="name">What the array is called.</param>
    /// <returns>A new array of the same length.</returns>
    /// <exception cref="ArgumentNullException">There is no array.</exception>
    public static TLeaf[] Of<T, TLeaf>(T[] array, Converter<T, TLeaf> leaf, [CallerArgumentExpression(nameof(array))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(array, name);
        return Array.ConvertAll(array, leaf);
    }

    /// <summary>What is made of each element of a span.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TLeaf">The type of what is made of one.</typeparam>
    /// <param name="span">The span.</param>
    /// <param name="leaf">Reads the leaf, or makes what stands in its place.</param>
    /// <returns>A new array of the same length.</returns>
    public static TLeaf[] Of<T, TLeaf>(ReadOnlySpan<T> span, Converter<T, TLeaf> leaf)
    {
        TLeaf[] leaves = new TLeaf[span.Length];
        for (int i = 0; i < leaves.Length; i++)
            leaves[i] = leaf(span[i]);
        return leaves;
    }

    /// <summary>What is made of each element of an array of two dimensions, row by row.</summary>
    /// <inheritdoc cref="Of{T, TLeaf}(T[], Converter{T, TLeaf}, string)"/>
    public static TLeaf[] Of<T, TLeaf>(T[,] array, Converter<T, TLeaf> leaf, [CallerArgumentExpression(nameof(array))] string? name = null) => Of(All<T>(array, name), leaf);

    /// <summary>What is made of each element of an array of three dimensions, the last index first.</summary>
    /// <inheritdoc cref="Of{T, TLeaf}(T[], Converter{T, TLeaf}, string)"/>
    public static TLeaf[] Of<T, TLeaf>(T[,,] array, Converter<T, TLeaf> leaf, [CallerArgumentExpression(nameof(array))] string? name = null) => Of(All<T>(array, name), leaf);

    /// <summary>What is made of each element of an array of two dimensions, in its place.</summary>
    /// <inheritdoc cref="Of{T, TLeaf}(T[], Converter{T, TLeaf}, string)"/>
    /// <returns>A new array of the same shape.</returns>
    public static TLeaf[,] InShape<T, TLeaf>(T[,] array, Converter<T, TLeaf> leaf, [CallerArgumentExpression(nameof(array))] string? name = null)
    {
        ReadOnlySpan<T> elements = All<T>(array, name);
        TLeaf[,] shaped = new TLeaf[array.GetLength(0), array.GetLength(1)];
        Of(elements, leaf).CopyTo(Storage.Flat(shaped));
        return shaped;
    }

    /// <summary>What is made of each element of an array of three dimensions, in its place.</summary>
    /// <inheritdoc cref="InShape{T, TLeaf}(T[,], Converter{T, TLeaf}, string)"/>
    public static TLeaf[,,] InShape<T, TLeaf>(T[,,] array, Converter<T, TLeaf> leaf, [CallerArgumentExpression(nameof(array))] string? name = null)
    {
        ReadOnlySpan<T> elements = All<T>(array, name);
        TLeaf[,,] shaped = new TLeaf[array.GetLength(0), array.GetLength(1), array.GetLength(2)];
        Of(elements, leaf).CopyTo(Storage.Flat(shaped));
        return shaped;
    }

    /// <summary>The elements of an inline array in each element of an array, one behind the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TArray">A struct marked <see cref="InlineArrayAttribute"/>.</typeparam>
    /// <typeparam name="TLeaf">The type of its elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="inline">Reads the inline array.</param>
    /// <param name="name">What the array is called.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentNullException">There is no array.</exception>
    public static TLeaf[] Elements<T, TArray, TLeaf>(T[] array, Converter<T, TArray> inline, [CallerArgumentExpression(nameof(array))] string? name = null)
        where TArray : struct
    {
        ArgumentNullException.ThrowIfNull(array, name);
        return Elements<T, TArray, TLeaf>(array.AsSpan(), inline);
    }

    /// <summary>The same of an array of two dimensions, row by row.</summary>
    /// <inheritdoc cref="Elements{T, TArray, TLeaf}(T[], Converter{T, TArray}, string)"/>
    public static TLeaf[] Elements<T, TArray, TLeaf>(T[,] array, Converter<T, TArray> inline, [CallerArgumentExpression(nameof(array))] string? name = null)
        where TArray : struct => Elements<T, TArray, TLeaf>(All<T>(array, name), inline);

    /// <summary>The same of an array of three dimensions, the last index first.</summary>
    /// <inheritdoc cref="Elements{T, TArray, TLeaf}(T[], Converter{T, TArray}, string)"/>
    public static TLeaf[] Elements<T, TArray, TLeaf>(T[,,] array, Converter<T, TArray> inline, [CallerArgumentExpression(nameof(array))] string? name = null)
        where TArray : struct => Elements<T, TArray, TLeaf>(All<T>(array, name), inline);

    /// <summary>The same of a span.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TArray">A struct marked <see cref="InlineArrayAttribute"/>.</typeparam>
    /// <typeparam name="TLeaf">The type of its elements.</typeparam>
    /// <param name="span">The span.</param>
    /// <param name="inline">Reads the inline array.</param>
    /// <returns>A new array.</returns>
    public static TLeaf[] Elements<T, TArray, TLeaf>(ReadOnlySpan<T> span, Converter<T, TArray> inline)
        where TArray : struct
    {
        int width = Unsafe.SizeOf<TArray>() / Unsafe.SizeOf<TLeaf>();
        TLeaf[] leaves = new TLeaf[span.Length * width];
        for (int i = 0; i < span.Length; i++)
        {
            TArray elements = inline(span[i]);
            InlineArrays.Places<TArray, TLeaf>(ref elements).CopyTo(leaves.AsSpan(i * width));
        }
        return leaves;
    }

    /// <summary>An array of zeros for the derivatives of one that lies in an element; none for none.</summary>
    /// <typeparam name="T">The type of its numbers.</typeparam>
    /// <param name="primal">The array whose length is taken.</param>
    /// <returns>The new array.</returns>
    public static T[]? Like<T>(T[]? primal) => primal is null ? null : new T[primal.Length];

    private static ReadOnlySpan<T> All<T>(Array array, string? name)
    {
        ArgumentNullException.ThrowIfNull(array, name);
        return Storage.Flat<T>(array);
    }
}
