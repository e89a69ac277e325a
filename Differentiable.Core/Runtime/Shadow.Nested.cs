using System.Numerics;

namespace Differentiable.Runtime;

// Arrays of arrays of arrays, and of matrices, of whatever depth: of such are arrays of structs with arrays in them made.
public static partial class Shadow
{
    /// <summary>New arrays with zeros, of the shapes of others; a missing one stays missing.</summary>
    /// <typeparam name="TArray">The type of the arrays.</typeparam>
    /// <param name="primal">The arrays whose shapes are taken.</param>
    /// <returns>The new arrays.</returns>
    public static TArray LikeNested<TArray>(TArray primal)
        where TArray : class => (TArray)(object)Like((Array)(object)primal, null);

    /// <summary>The same, in which arrays that hold elements are one where those of the others are.</summary>
    /// <inheritdoc cref="LikeNested{TArray}(TArray)"/>
    public static TArray MirrorNested<TArray>(TArray primal)
        where TArray : class
    {
        using RowPairs pairs = RowPairs.Rent();
        return (TArray)(object)Like((Array)(object)primal, pairs);
    }

    /// <summary>Sets all elements to zero. The arrays themselves stay.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shadow">The arrays.</param>
    public static void ClearNested<T>(Array? shadow)
    {
        if (shadow is not Array?[] arrays)
            Storage.Flat<T>(shadow).Clear();
        else
            Array.ForEach(arrays, ClearNested<T>);
    }

    /// <summary>Adds each element of some arrays to the one of the same place in others.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">What is added. Nothing at all stands for zeros.</param>
    /// <param name="to">What it is added to.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void AddNested<T>(Array? from, Array? to)
        where T : INumberBase<T>
    {
        if (from is null)
            return;
        RequireSameShape(from.Length == to?.Length);
        if (from is not Array?[] arrays)
        {
            Add<T>(Storage.Flat<T>(from), Storage.Flat<T>(to));
            return;
        }
        for (int i = 0; i < arrays.Length; i++)
            AddNested<T>(arrays[i], ((Array?[])to!)[i]);
    }

    /// <summary>The adjoints of arrays place by place: that of one which stands in several places is in the first of them, and zeros are in the others.</summary>
    /// <typeparam name="TArray">The type of the arrays.</typeparam>
    /// <param name="shadow">The adjoints, in which arrays that hold elements may be one.</param>
    public static TArray ByPlaceNested<TArray>(TArray shadow)
        where TArray : class
    {
        using RowSet arrays = RowSet.Rent();
        return (TArray)(object)ByPlace((Array)(object)shadow, arrays);
    }

    private static Array ByPlace(Array shadow, RowSet known)
    {
        if (shadow is not Array?[])
            return known.Add(shadow) ? shadow : Like(shadow, null);
        var placed = (Array?[])shadow.Clone();
        for (int i = 0; i < placed.Length; i++)
            placed[i] = placed[i] is { } inner ? ByPlace(inner, known) : null;
        return placed;
    }

    private static Array Like(Array primal, RowPairs? pairs)
    {
        if (pairs?.Of(primal) is { } known)
            return known;
        Array shadow = (Array)primal.Clone();
        if (shadow is not Array?[] arrays)
        {
            Array.Clear(shadow);
            if (shadow.Length > 0)
                pairs?.Add(primal, shadow);
            return shadow;
        }
        for (int i = 0; i < arrays.Length; i++)
            arrays[i] = arrays[i] is { } inner ? Like(inner, pairs) : null;
        return shadow;
    }
}
