using System.Numerics;

namespace Differentiable.Runtime;

// Adjoints of three-dimensional arrays.
public static partial class Shadow
{
    /// <inheritdoc cref="Like{T}(T[,])"/>
    public static T[,,] Like<T>(T[,,]? primal)
        => primal is null ? new T[0, 0, 0] : new T[primal.GetLength(0), primal.GetLength(1), primal.GetLength(2)];

    /// <inheritdoc cref="Clear{T}(T[,])"/>
    public static void Clear<T>(T[,,] shadow) => Storage.Flat(shadow).Clear();

    /// <inheritdoc cref="Add{T}(T[,], T[,])"/>
    public static void Add<T>(T[,,]? from, T[,,] to)
        where T : INumberBase<T>
    {
        if (from is null)
            return;
        for (int dimension = 0; dimension < 3; dimension++)
            RequireSameShape(from.GetLength(dimension) == to.GetLength(dimension));
        Add(Storage.Flat(from), Storage.Flat(to));
    }
}
