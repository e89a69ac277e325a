using System.Diagnostics.CodeAnalysis;

namespace Differentiable.Tensors;

/// <content>What generated code says of tensors that it computes from others by way of numbers.</content>
public static partial class TensorPullbacks
{
    /// <summary>The tensor itself; to those that record, one that has no derivative with respect to what it was computed from.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="tensor">The tensor, or null for zeros.</param>
    /// <param name="method">The method that the code was generated for.</param>
    /// <param name="sources">The tensors that it may have been computed from; null for none.</param>
    [return: NotNullIfNotNull(nameof(tensor))]
    public static Tensor<T>? ThroughNumbers<T>(Tensor<T>? tensor, string method, ReadOnlySpan<TensorBase?> sources)
        where T : unmanaged => tensor is null ? null : NumberPassage.Marked(tensor, method, sources);

    /// <summary>The tensors that elements of an array hold, for <see cref="ThroughNumbers"/>; none where nothing records.</summary>
    /// <typeparam name="TElement">The type of the elements of the array.</typeparam>
    /// <param name="elements">The array.</param>
    /// <param name="tensor">The tensor in an element.</param>
    public static IEnumerable<TensorBase?> Sources<TElement>(ReadOnlySpan<TElement> elements, Func<TElement, TensorBase?> tensor)
    {
        if (ActiveRecordings.Current is null)
            return [];
        List<TensorBase?> tensors = [];
        foreach (TElement element in elements)
            tensors.Add(tensor(element));
        return tensors;
    }

    /// <inheritdoc cref="Sources{TElement}(ReadOnlySpan{TElement}, Func{TElement, TensorBase?})"/>
    public static IEnumerable<TensorBase?> Sources<TElement>(TElement[][] elements, Func<TElement, TensorBase?> tensor) =>
        ActiveRecordings.Current is null ? [] : elements.SelectMany(row => row).Select(tensor);

    /// <inheritdoc cref="Sources{TElement}(ReadOnlySpan{TElement}, Func{TElement, TensorBase?})"/>
    public static IEnumerable<TensorBase?> Sources<TElement>(TElement[,] elements, Func<TElement, TensorBase?> tensor) =>
        ActiveRecordings.Current is null ? [] : elements.Cast<TElement>().Select(tensor);
}
