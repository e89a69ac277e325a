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

    /// <summary>An array of zeros for the derivatives of one that lies in an element; none for none.</summary>
    /// <typeparam name="T">The type of its numbers.</typeparam>
    /// <param name="primal">The array whose length is taken.</param>
    /// <returns>The new array.</returns>
    public static T[]? Like<T>(T[]? primal) => primal is null ? null : new T[primal.Length];
}
