using System.Diagnostics.CodeAnalysis;

namespace Differentiable.Runtime;

// Arrays of arrays of arrays, and of matrices, of whatever depth: of such are arrays of structs with arrays in them made.
public static partial class Lanes
{
    /// <summary>The number of elements of all arrays, none where there is none.</summary>
    /// <param name="arrays">The arrays.</param>
    public static int CountOfNested(Array? arrays) => arrays is Array?[] inner ? inner.Sum(CountOfNested) : arrays?.Length ?? 0;

    /// <summary>A copy of all arrays; those of it that hold elements are one where those of the others are. Null where there is none.</summary>
    /// <typeparam name="TArray">The type of the arrays.</typeparam>
    /// <param name="arrays">The arrays.</param>
    [return: NotNullIfNotNull(nameof(arrays))]
    public static TArray? CopyNested<TArray>(TArray? arrays)
        where TArray : class
    {
        if (arrays is null)
            return null;
        TArray copy = Shadow.MirrorNested(arrays);
        CopyToNested((Array)(object)arrays, (Array)(object)copy);
        return copy;
    }

    /// <inheritdoc cref="CopyTo{T}(T[,], T[,])"/>
    public static void CopyToNested(Array? from, Array? to)
    {
        if (from is not Array?[] arrays)
        {
            if (from is not null)
                Array.Copy(from, to!, from.Length);
            return;
        }
        for (int i = 0; i < arrays.Length; i++)
            CopyToNested(arrays[i], ((Array?[])to!)[i]);
    }
}
