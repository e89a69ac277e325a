using System.Globalization;
using Differentiable.Generators.Ir;
using Convert = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Tests.Lowering;

/// <summary>Expressions, literals and types.</summary>
internal sealed partial class LoweredText
{
    private static readonly Dictionary<Op, string> s_symbols = new()
    {
        [Op.Negate] = "-",
        [Op.Add] = "+",
        [Op.Subtract] = "-",
        [Op.Multiply] = "*",
        [Op.Divide] = "/",
        [Op.Remainder] = "%",
        [Op.And] = "&",
        [Op.Or] = "|",
        [Op.Xor] = "^",
        [Op.Complement] = "~",
        [Op.ShiftLeft] = "<<",
        [Op.ShiftRight] = ">>",
        [Op.UnsignedShiftRight] = ">>>",
        [Op.Not] = "!",
        [Op.AndAlso] = "&&",
        [Op.OrElse] = "||",
        [Op.Equal] = "==",
        [Op.NotEqual] = "!=",
        [Op.Less] = "<",
        [Op.LessOrEqual] = "<=",
        [Op.Greater] = ">",
        [Op.GreaterOrEqual] = ">=",
    };

    private string Text(Expr expression) => expression switch
    {
        Constant constant => ConstantText(constant),
        Use use => Name(use.Variable),
        Apply apply => ApplyText(apply),
        Convert convert when convert.Type is TypeParameter || convert.Operand.Type is TypeParameter => $"{TypeName(convert.Type)}.CreateChecked({Text(convert.Operand)})",
        Convert convert => $"({TypeName(convert.Type)}){Operand(convert.Operand)}",
        Conditional c => $"({Text(c.Condition)} ? {Text(c.WhenTrue)} : {Text(c.WhenFalse)})",
        Element element => $"{Text(element.Storage)}[{Texts(element.Indices)}]{string.Concat(element.Path.Select(name => "." + name))}",
        Length { Dimension: { } dimension } length => $"{Text(length.Storage)}.GetLength({dimension})",
        Length length => $"{Text(length.Storage)}.Length",
        Slice slice => SliceText(slice),
        View view => $"({TypeName(view.Type)}){Text(view.Storage)}",
        CopyOf copy => CopyText(copy),
        NewStorage fresh => FreshText(fresh),
        Opaque opaque => OpaqueText(opaque),
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private string SliceText(Slice slice)
    {
        string storage = Text(slice.Storage);
        if (slice.Storage.Type is SpanType)
            return $"{storage}.Slice({Text(slice.Start)}{(slice.Count is null ? "" : ", " + Text(slice.Count))})";
        string count = slice.Count is null ? $"{storage}.Length - {Operand(slice.Start)}" : Text(slice.Count);
        return $"new {TypeName(slice.Type)}({storage}, {Text(slice.Start)}, {count})";
    }

    private string CopyText(CopyOf copy) => copy.Storage.Type is SpanType
        ? $"{Text(copy.Storage)}.ToArray()"
        : $"({TypeName(copy.Type)}){Text(copy.Storage)}.Clone()";

    private string FreshText(NewStorage fresh)
    {
        string prefix = fresh.OnStack ? "stackalloc " : "new ";
        if (fresh.Elements.Count > 0)
            return $"{prefix}{TypeName(fresh.Type as ArrayType ?? new ArrayType(fresh.Type.Element!, 1))} {{ {Texts(fresh.Elements)} }}";
        string element = TypeName(fresh.Type.Element!);
        int bracket = element.IndexOf('[');
        return bracket < 0 ? $"{prefix}{element}[{Texts(fresh.Lengths)}]" : $"{prefix}{element[..bracket]}[{Texts(fresh.Lengths)}]{element[bracket..]}";
    }

    private string ApplyText(Apply apply)
    {
        if (s_symbols.TryGetValue(apply.Op, out string? symbol))
        {
            return apply.Arguments.Count == 1
                ? $"{symbol}{Operand(apply.Arguments[0])}"
                : $"{Operand(apply.Arguments[0])} {symbol} {Operand(apply.Arguments[1])}";
        }
        if (apply.Op == Op.StopGradient)
            return $"Differentiate.StopGradient({Texts(apply.Arguments)})";
        string home = apply.Op == Op.Clamp ? "Math" : TypeName(apply.Arguments[0].Type);
        string name = apply.Op switch { Op.LogBase => "Log", Op.RoundDigits => "Round", Op.ILogB => "ILogB", Op.ClampOnType => "Clamp", _ => apply.Op.ToString() };
        return $"{home}.{name}({Texts(apply.Arguments)})";
    }

    private string OpaqueText(Opaque opaque) =>
        string.Concat(opaque.Text.Select((text, i) => i == opaque.Arguments.Count ? text : text + Text(opaque.Arguments[i])));

    private string Operand(Expr expression) => expression is Apply apply && s_symbols.ContainsKey(apply.Op) || expression is Convert
        || expression is Opaque { Arguments.Count: > 0 } || expression is Constant { Value: < 0 or < 0.0 or < 0L or < 0f }
        ? $"({Text(expression)})"
        : Text(expression);

    private string Texts(IEnumerable<Expr> expressions) => string.Join(", ", expressions.Select(Text));

    private static string ConstantText(Constant constant) => constant.Type.IsWithoutLiterals
        ? $"{TypeName(constant.Type)}.CreateChecked({LiteralText(constant)})"
        : LiteralText(constant);

    private static string LiteralText(Constant constant) => constant.Value switch
    {
        bool value => value ? "true" : "false",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double value => value.ToString("R", CultureInfo.InvariantCulture) + "d",
        float value => value.ToString("R", CultureInfo.InvariantCulture) + "f",
        int value => value.ToString(CultureInfo.InvariantCulture),
        long value => value.ToString(CultureInfo.InvariantCulture) + "L",
        _ => $"({TypeName(constant.Type)}){System.Convert.ToString(constant.Value, CultureInfo.InvariantCulture)}",
    };

    public static string TypeName(IrType type) => type switch
    {
        ScalarType scalar => ScalarNames.Of(scalar),
        ArrayType array => TypeName(array.Leaf) + Ranks(array),
        SpanType span => $"{(span.IsReadOnly ? "ReadOnlySpan" : "Span")}<{TypeName(span.ElementType)}>",
        OpaqueType opaque => opaque.Name,
        StructType whole => StructText.NameOf(whole),
        _ => throw new InvalidOperationException(type.ToString()),
    };

    /// <summary>The outermost array comes first.</summary>
    private static string Ranks(ArrayType array) => $"[{new string(',', array.Rank - 1)}]{(array.ElementType is ArrayType inner ? Ranks(inner) : "")}";
}
