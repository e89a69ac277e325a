using System.Runtime.CompilerServices;

namespace Differentiable.Tests.Testing;

/// <summary>Values as they are compared to the bit.</summary>
internal static class Bits
{
    public static IEnumerable<object> Of(object? value) => value switch
    {
        null => [],
        double number => [BitConverter.DoubleToInt64Bits(number)],
        float number => [BitConverter.SingleToInt32Bits(number)],
        Half number => [BitConverter.HalfToInt16Bits(number)],
        Array array => array.Cast<object?>().SelectMany(Of),
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Of(tuple[i])),
        not null when InlineElements.Are(value.GetType()) => Of(InlineElements.Of(value)),
        not null when RealTypes.IsStruct(value.GetType()) => RealTypes.Fields(value.GetType()).SelectMany(field => Of(field.GetValue(value))),
        _ => [value],
    };

    /// <summary>What is in the arrays of a struct, without the numbers beside them.</summary>
    public static IEnumerable<object> OfArrays(object? value) => value switch
    {
        Array => Of(value),
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => OfArrays(tuple[i])),
        not null when RealTypes.IsStruct(value.GetType()) => RealTypes.Fields(value.GetType()).SelectMany(field => OfArrays(field.GetValue(value))),
        _ => [],
    };
}
