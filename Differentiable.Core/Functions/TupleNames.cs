using System.Reflection;
using System.Runtime.CompilerServices;

namespace Differentiable;

/// <summary>
/// What the elements of the tuples in a type are called: the compiler lists the names of a tuple's elements, then those of the tuples inside, in their order.
/// </summary>
internal sealed class TupleNames(IList<string?> names)
{
    private int _next;

    public static TupleNames Of(ICustomAttributeProvider declared) =>
        new(declared.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false) is [TupleElementNamesAttribute found] ? found.TransformNames : []);

    public static bool IsTuple(Type type) => type is { IsValueType: true, Namespace: "System" } && type.IsAssignableTo(typeof(ITuple));

    /// <summary>The names of the elements of the tuple that comes next; null for one without.</summary>
    public string?[] Take(Type tuple)
    {
        string?[] taken = new string?[Length(tuple)];
        for (int i = 0; i < taken.Length; i++)
            taken[i] = names.ElementAtOrDefault(_next++);
        return taken;
    }

    /// <summary>Passes over the names of all tuples in a type.</summary>
    public void Skip(Type type)
    {
        if (IsTuple(type))
            Take(type);
        foreach (Type inner in type.IsGenericType ? type.GetGenericArguments() : type.HasElementType ? [type.GetElementType()!] : [])
            Skip(inner);
    }

    /// <summary>The number of a tuple's elements; those from the eighth on are in a tuple of their own.</summary>
    private static int Length(Type tuple) => tuple.GetGenericArguments() is [.. { Length: 7 }, var rest] ? 7 + Length(rest) : tuple.GetGenericArguments().Length;
}
