using System.Globalization;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>Scalar expressions as a reader of the documentation sees them: C# without the types before the functions.</summary>
internal static class TemplateText
{
    private static readonly IReadOnlyDictionary<double, string> Named = new Dictionary<double, string>
    {
        [Math.PI] = "π",
        [Math.PI / 180] = "(π / 180)",
        [180 / Math.PI] = "(180 / π)",
        [Math.Log(2)] = "ln2",
        [Math.Log(10)] = "ln10",
    };

    public static string Of(Expr e) => e switch
    {
        Use use => use.Variable.Name,
        Constant constant => Number(System.Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture)),
        Generators.Ir.Convert convert => Of(convert.Operand),
        Conditional choice => $"{Inside(choice.Condition, Precedence.OrElse)} ? {Of(choice.WhenTrue)} : {Of(choice.WhenFalse)}",
        Apply apply => Operation(apply),
        _ => throw new InvalidOperationException($"{e} is not a scalar expression."),
    };

    /// <summary>The operation's name, or its symbol.</summary>
    public static string Name(Op op) => Spelling.Of(op, IrType.Double).Text.Split('.')[^1];

    private static string Operation(Apply apply)
    {
        Spelling spelling = Spelling.Of(apply);
        string first = Inside(apply.Arguments[0], spelling.Precedence);
        return spelling.Kind switch
        {
            SpellingKind.Infix => $"{first} {spelling.Text} {Inside(apply.Arguments[1], spelling.Precedence + 1)}",
            SpellingKind.Prefix => spelling.Text + first,
            SpellingKind.Operand => first,
            _ => $"{Name(apply.Op)}({string.Join(", ", apply.Arguments.Select(Of))})",
        };
    }

    private static string Inside(Expr e, Precedence loosest) => PrecedenceOf(e) < loosest ? $"({Of(e)})" : Of(e);

    private static Precedence PrecedenceOf(Expr e) => e switch
    {
        Conditional => Precedence.Conditional,
        Apply apply => Spelling.Of(apply).Precedence,
        _ => Precedence.Primary,
    };

    private static string Number(double value) =>
        Named.TryGetValue(value, out string? name) ? name : value.ToString("R", CultureInfo.InvariantCulture);
}
