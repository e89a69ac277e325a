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
        not null when RealTypes.IsStruct(value.GetType()) => RealTypes.Fields(value.GetType()).SelectMany(field => Of(field.GetValue(value))),
        _ => [value],
    };
}
