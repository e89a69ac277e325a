namespace Differentiable.Tensors;

/// <summary>Arrays for elements.</summary>
internal static class Arrays
{
    /// <summary>An array whose elements are undefined, for results that are written as a whole.</summary>
    public static T[] Allocate<T>(int length)
    {
        T[] elements = GC.AllocateUninitializedArray<T>(length);
        LargePages.AskFor(elements);
        return elements;
    }
}
