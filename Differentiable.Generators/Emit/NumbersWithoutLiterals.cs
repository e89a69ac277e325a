using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>
/// Constants of <c>Half</c> and of type parameters. The JIT makes constants of <c>T.One</c> and <c>T.CreateChecked(0.5)</c> when it compiles
/// for <c>double</c> and <c>float</c>, so they cost what literals cost there.
/// </summary>
internal static class NumbersWithoutLiterals
{
    public static string Write(Constant constant, TypeNames types)
    {
        double value = (double)constant.Value;
        string type = types.Of(constant.Type);
        return Property(constant.Type, value) is { } property
            ? (property[0] == '-' ? $"-{type}.{property.Substring(1)}" : $"{type}.{property}")
            : Made(constant.Type, type, types.Adapt(Literal(value)));
    }

    /// <summary>The static property of that value, where the type has one.</summary>
    private static string? Property(IrType type, double value) => value switch
    {
        0 when IsNegative(value) => Has(type, NumericInterfaces.FloatingPointIeee754) ? "NegativeZero" : "-Zero",
        0 => "Zero",
        1 => "One",
        -1 => "-One",
        Math.PI when Has(type, NumericInterfaces.FloatingPointConstants) => "Pi",
        Math.E when Has(type, NumericInterfaces.FloatingPointConstants) => "E",
        double.PositiveInfinity when Has(type, NumericInterfaces.FloatingPointIeee754) => "PositiveInfinity",
        double.NegativeInfinity when Has(type, NumericInterfaces.FloatingPointIeee754) => "NegativeInfinity",
        _ when double.IsNaN(value) && Has(type, NumericInterfaces.FloatingPointIeee754) => "NaN",
        _ => null,
    };

    private static string Literal(double value)
    {
        var number = new Constant(IrType.Double, value);
        return Literals.AsInteger(number) ?? Literals.Exact(number);
    }

    private static string Made(IrType type, string name, string literal)
    {
        if (type is TypeParameter)
            return $"{name}.CreateChecked({literal})";
        return literal[0] == '-' ? $"({name})({literal})" : $"({name}){literal}";
    }

    private static bool Has(IrType type, NumericInterfaces interfaces) => type is not TypeParameter parameter || parameter.Has(interfaces);

    private static bool IsNegative(double zero) => BitConverter.DoubleToInt64Bits(zero) != 0;
}
