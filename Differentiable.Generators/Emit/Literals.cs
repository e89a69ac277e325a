using System.Globalization;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Generators.Emit;

/// <summary>Constants as C# writes them. A real one reads back to the same bits.</summary>
internal static class Literals
{
    private const double LargestRound = 999_999;

    /// <summary>A literal whose own type is the constant's type.</summary>
    public static string Exact(Constant constant) => constant.Value switch
    {
        _ when constant.Type is TensorType => "null",
        bool value => value ? "true" : "false",
        double value => Double(value),
        float value => Single(value),
        int.MinValue => "int.MinValue",
        long.MinValue => "long.MinValue",
        int value => Integer(value),
        uint value => Integer(value) + "u",
        long value => Integer(value) + "L",
        ulong value => Integer(value) + "ul",
        string value => SymbolDisplay.FormatLiteral(value, quote: true),
        char value => SymbolDisplay.FormatLiteral(value, quote: true),
        IFormattable value => Integer(value),
        _ => throw new InvalidOperationException($"No literal for a {constant.Value.GetType()}."),
    };

    /// <summary>An <c>int</c> literal that C# converts to the constant's type by itself, if there is one: <c>1</c> for 1.0.</summary>
    public static string? AsInteger(Constant constant) => constant.Value switch
    {
        _ when constant.Type.IsWithoutLiterals || constant.Type is TensorType => null,
        double value => Round(value),
        float value => Round(value),
        long and (< int.MinValue + 1L or > int.MaxValue) => null,
        uint and > int.MaxValue => null,
        ulong and > int.MaxValue => null,
        sbyte or byte or short or ushort or uint or long or ulong => Integer((IFormattable)constant.Value),
        _ => null,
    };

    /// <summary>Is it the integer one?</summary>
    public static bool IsOne(Constant constant) => constant.Type.IsInteger && Integer((IFormattable)constant.Value) == "1";

    private static string? Round(double value)
    {
        bool isNegativeZero = value == 0 && BitConverter.DoubleToInt64Bits(value) != 0;
        return Math.Abs(value) <= LargestRound && value == Math.Floor(value) && !isNegativeZero
            ? Integer((int)value)
            : null;
    }

    private static string Double(double value) => value switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.MaxValue => "double.MaxValue",
        double.MinValue => "double.MinValue",
        double.Epsilon => "double.Epsilon",
        Math.PI => "Math.PI",
        Math.E => "Math.E",
        _ when double.IsNaN(value) => "double.NaN",
        0 when BitConverter.DoubleToInt64Bits(value) != 0 => "-0.0",
        _ => WithPoint(Shortest(value, 15, 17, text => double.Parse(text, CultureInfo.InvariantCulture) == value)),
    };

    private static string Single(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float.MaxValue => "float.MaxValue",
        float.MinValue => "float.MinValue",
        float.Epsilon => "float.Epsilon",
        _ when float.IsNaN(value) => "float.NaN",
        0 when double.IsNegativeInfinity(1 / value) => "-0f",
        _ => Shortest(value, 6, 9, text => float.Parse(text, CultureInfo.InvariantCulture) == value) + "f",
    };

    /// <summary>The fewest digits that read back to the value. (The "R" format of the .NET Framework does not always.)</summary>
    private static string Shortest(IFormattable value, int fewest, int most, Func<string, bool> readsBack)
    {
        for (int digits = fewest; ; digits++)
        {
            string text = value.ToString("G" + digits, CultureInfo.InvariantCulture);
            if (digits == most || readsBack(text))
                return Exponent(text);
        }
    }

    /// <summary><c>1E-05</c> as <c>1e-5</c>.</summary>
    private static string Exponent(string text)
    {
        int mark = text.IndexOf('E');
        return mark < 0 ? text : $"{text.Substring(0, mark)}e{Integer(int.Parse(text.Substring(mark + 1), CultureInfo.InvariantCulture))}";
    }

    /// <summary>Not an integer literal: <c>1.0</c>, <c>1e10</c>.</summary>
    private static string WithPoint(string text)
    {
        if (text.IndexOfAny(['.', 'e']) >= 0)
            return text;
        string digits = text.TrimEnd('0');
        int zeros = text.Length - digits.Length;
        return zeros < 6 ? text + ".0" : $"{digits}e{zeros}";
    }

    private static string Integer(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
