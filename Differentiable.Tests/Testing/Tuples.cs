using System.Runtime.CompilerServices;

namespace Differentiable.Tests.Testing;

/// <summary>Value tuples of any length by reflection; past seven items they nest.</summary>
internal static class Tuples
{
    private const int ItemsBeforeRest = 7;

    private static readonly Type[] s_definitions =
    [
        typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>),
        typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>), typeof(ValueTuple<,,,,,,,>),
    ];

    public static bool IsTuple(Type type) => type.IsValueType && typeof(ITuple).IsAssignableFrom(type);

    /// <summary>What a method returns that has these results: nothing, the one, or a tuple.</summary>
    public static Type Returned(IReadOnlyList<Type> items) => items.Count switch
    {
        0 => typeof(void),
        1 => items[0],
        _ => Of(items),
    };

    /// <summary>The results of a method that returns nothing, the one, or a tuple.</summary>
    public static object?[] Parts(object? returned, int count) => count switch
    {
        0 => [],
        1 => [returned],
        _ => [.. Enumerable.Range(0, count).Select(i => ((ITuple)returned!)[i])],
    };

    public static IReadOnlyList<Type> ItemTypes(Type tuple)
    {
        Type[] types = tuple.GetGenericArguments();
        return types.Length <= ItemsBeforeRest ? types : [.. types[..ItemsBeforeRest], .. ItemTypes(types[ItemsBeforeRest])];
    }

    public static object Create(IReadOnlyList<Type> types, IReadOnlyList<object?> items)
    {
        if (types.Count <= ItemsBeforeRest)
            return Activator.CreateInstance(Of(types), [.. items])!;
        object rest = Create([.. types.Skip(ItemsBeforeRest)], [.. items.Skip(ItemsBeforeRest)]);
        return Activator.CreateInstance(Of(types), [.. items.Take(ItemsBeforeRest), rest])!;
    }

    private static Type Of(IReadOnlyList<Type> items)
    {
        if (items.Count <= ItemsBeforeRest)
            return s_definitions[items.Count - 1].MakeGenericType([.. items]);
        return s_definitions[ItemsBeforeRest].MakeGenericType([.. items.Take(ItemsBeforeRest), Of([.. items.Skip(ItemsBeforeRest)])]);
    }
}
