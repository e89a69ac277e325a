using System.Numerics;

namespace Differentiable.Runtime;

// Arrays of matrices, of which arrays of structs with matrices in them are made.
public static partial class Shadow
{
    /// <summary>A new array of new matrices of zeros with the shapes of those of <paramref name="primal"/>; a missing one stays missing.</summary>
    /// <inheritdoc cref="Like{T}(T[,])"/>
    public static T[][,] Like<T>(T[][,]? primal) => Array.ConvertAll(primal ?? [], static matrix => matrix is null ? null! : Like(matrix));

    /// <summary>The same, in which matrices are one array where those of <paramref name="primal"/> are.</summary>
    /// <inheritdoc cref="Like{T}(T[,])"/>
    public static T[][,] Mirror<T>(T[][,]? primal) => Mirrored(primal ?? [], static matrix => Like(matrix));

    /// <summary>Sets all elements of all matrices to zero. The matrices themselves stay.</summary>
    /// <inheritdoc cref="Clear{T}(Span{T})"/>
    public static void Clear<T>(T[][,] shadow)
    {
        foreach (T[,] matrix in shadow)
            Storage.Flat(matrix).Clear();
    }

    /// <summary>Adds each element of each matrix of <paramref name="from"/> to the one of the same indices of <paramref name="to"/>.</summary>
    /// <inheritdoc cref="Add{T}(T[,], T[,])"/>
    public static void Add<T>(T[][,]? from, T[][,] to)
        where T : INumberBase<T>
    {
        if (from is null)
            return;
        RequireSameShape(from.Length == to.Length);
        for (int i = 0; i < from.Length; i++)
            Add(from[i], to[i]);
    }
}
