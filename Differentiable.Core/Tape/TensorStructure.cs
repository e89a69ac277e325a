using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Structures of tensors: tuples, arrays, lists and dictionaries, one within the other.</summary>
internal static class TensorStructure
{
    /// <summary>The tensors of a structure, in its order.</summary>
    /// <exception cref="ArgumentException">Something else is in it.</exception>
    public static TensorBase[] Leaves(object? structure) => structure is TensorBase tensor ? [tensor] : [.. Parts(structure).SelectMany(Leaves)];

    /// <summary>The same structure with other tensors.</summary>
    /// <exception cref="ArgumentException">It is typed for variables.</exception>
    public static TStructure Rebuild<TStructure>(TStructure structure, TensorBase?[] leaves)
        where TStructure : notnull => Rebuild(structure, new Queue<TensorBase?>(leaves)) switch
        {
            TStructure rebuilt => rebuilt,
            null => default!,
            _ => throw Mistyped(structure),
        };

    private static object? Rebuild(object structure, Queue<TensorBase?> leaves)
    {
        try
        {
            return structure switch
            {
                TensorBase => leaves.Dequeue(),
                ITuple tuple => Rebuild(tuple, leaves),
                Array { Rank: 1 } array => Rebuild(array, leaves),
                IList { IsReadOnly: false } and not Array => Rebuild((IList)structure, leaves),
                IDictionary dictionary => Rebuild(dictionary, leaves),
                _ => throw Unknown(structure),
            };
        }
        catch (Exception mistyped) when (mistyped is InvalidCastException || (mistyped is MissingMethodException && structure is ITuple))
        {
            throw Mistyped(structure, mistyped);
        }
        catch (MissingMethodException missing)
        {
            throw new ArgumentException($"Gradients stand in a new {structure.GetType()}, which cannot be made: it has no public constructor without parameters.", nameof(structure), missing);
        }
    }

    private static IEnumerable<object?> Parts(object? structure) => structure switch
    {
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]),
        Array { Rank: > 1 } or IList { IsReadOnly: true } or IDictionary { IsReadOnly: true } => throw Unknown(structure),
        IDictionary dictionary => dictionary.Values.Cast<object?>(),
        IList list => list.Cast<object?>(),
        _ => throw Unknown(structure),
    };

    private static ArgumentException Unknown(object? structure) =>
        new($"Sources and targets are tensors, or tuples, arrays of one axis, and lists and dictionaries of these that can be changed; {structure?.GetType().ToString() ?? "null"} is none of these.", nameof(structure));

    private static object? Rebuild(ITuple tuple, Queue<TensorBase?> leaves) =>
        Compose(tuple.GetType(), [.. Enumerable.Range(0, tuple.Length).Select(i => Rebuild(tuple[i]!, leaves))]);

    /// <summary>Behind its seventh part, a tuple has another one with the rest.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A tuple that exists was constructed, so that its constructor is there, as that of its rest is.")]
    private static object? Compose(Type tuple, object?[] parts) => tuple.GenericTypeArguments is [.., var rest] and { Length: 8 }
        ? Activator.CreateInstance(tuple, [.. parts[..7], Compose(rest, parts[7..])])
        : Activator.CreateInstance(tuple, parts);

    private static Array Rebuild(Array array, Queue<TensorBase?> leaves)
    {
        var rebuilt = (Array)array.Clone();
        for (int i = 0; i < rebuilt.Length; i++)
            rebuilt.SetValue(Rebuild(array.GetValue(i)!, leaves), i);
        return rebuilt;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "A list that exists was constructed, so that its constructor is there.")]
    private static IList Rebuild(IList list, Queue<TensorBase?> leaves)
    {
        var rebuilt = (IList)Activator.CreateInstance(list.GetType())!;
        foreach (object? part in list)
            Put(list, Rebuild(part!, leaves), gradient => rebuilt.Add(gradient));
        return rebuilt;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "A dictionary that exists was constructed, so that its constructor is there.")]
    private static IDictionary Rebuild(IDictionary dictionary, Queue<TensorBase?> leaves)
    {
        var rebuilt = (IDictionary)Activator.CreateInstance(dictionary.GetType())!;
        foreach (DictionaryEntry entry in dictionary)
            Put(dictionary, Rebuild(entry.Value!, leaves), gradient => rebuilt.Add(entry.Key, gradient));
        return rebuilt;
    }

    /// <summary>Lists and dictionaries say of what does not fit into them that it is an argument that does not.</summary>
    private static void Put(object structure, object? gradient, Action<object?> put)
    {
        try
        {
            put(gradient);
        }
        catch (ArgumentException mistyped)
        {
            throw Mistyped(structure, mistyped);
        }
    }

    /// <summary>The sources have a type that has no place for gradients.</summary>
    private static ArgumentException Mistyped(object structure, Exception? inner = null) =>
        new($"Gradients are tensors, which do not fit into {structure.GetType()}. Type the sources as Tensor<T>, not as Variable<T>.", nameof(structure), inner);
}
