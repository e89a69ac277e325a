namespace Differentiable.Runtime;

/// <summary>The elements of arrays in arrays, of whatever depth and rank: layers of jagged arrays, arrays of matrices.</summary>
public sealed partial class ValueStack
{
    /// <summary>Puts all elements of arrays in arrays on the stack, array by array.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="values">The arrays; where null stands for one, it has no elements.</param>
    public void PushNested<T>(Array? values)
    {
        if (values is null)
            return;
        if (Holds<T>(values))
            Push<T>((ReadOnlySpan<T>)Storage.Flat<T>(values));
        else
            PushEach<T>(Storage.Flat<Array?>(values));
    }

    /// <summary>Takes off the elements that were last put on as arrays in arrays of the same shapes and type.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">Where they go.</param>
    /// <exception cref="InvalidOperationException">The stack holds fewer.</exception>
    public void PopNested<T>(Array? destination)
    {
        if (destination is null)
            return;
        if (Holds<T>(destination))
            Pop(Storage.Flat<T>(destination));
        else
            PopEach<T>(Storage.Flat<Array?>(destination));
    }

    private void PushEach<T>(ReadOnlySpan<Array?> arrays)
    {
        foreach (Array? array in arrays)
            PushNested<T>(array);
    }

    private void PopEach<T>(ReadOnlySpan<Array?> arrays)
    {
        for (int i = arrays.Length - 1; i >= 0; i--)
            PopNested<T>(arrays[i]);
    }

    private static bool Holds<T>(Array array) => array.GetType().GetElementType() == typeof(T);
}
