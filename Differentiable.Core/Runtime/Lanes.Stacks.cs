using System.Diagnostics.CodeAnalysis;

namespace Differentiable.Runtime;

// Arrays of matrices, of which arrays of structs with matrices in them are made.
public static partial class Lanes
{
    /// <summary>The number of elements of all matrices, none where there is no array.</summary>
    /// <inheritdoc cref="CountOf{T}(T[][])"/>
    public static int CountOf<T>(T[][,]? array) => array?.Sum(matrix => matrix?.Length ?? 0) ?? 0;

    /// <summary>A copy, matrices included; matrices of it are one array where those of the array are. Null where there is no array.</summary>
    /// <inheritdoc cref="Copy{T}(T[][])"/>
    [return: NotNullIfNotNull(nameof(array))]
    public static T[][,]? Copy<T>(T[][,]? array)
    {
        if (array is null)
            return null;
        T[][,] copy = Shadow.Mirror(array);
        CopyTo(array, copy);
        return copy;
    }

    /// <inheritdoc cref="CopyTo{T}(T[,], T[,])"/>
    public static void CopyTo<T>(T[][,]? from, T[][,]? to)
    {
        for (int i = 0; i < from?.Length; i++)
            CopyTo(from[i], to![i]);
    }
}
