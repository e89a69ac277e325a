using System.Text;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Emit;

/// <summary>Writes expressions with as few parentheses as keep the tree, so that floating-point evaluation keeps its order.</summary>
internal sealed class ExpressionWriter(Names names, TypeNames types)
{
    /// <summary>The expression where its own text must have its type.</summary>
    public string Exact(Expr expression) => Text(expression, Precedence.Conditional);

    /// <summary>The expression where C# converts it to its type, as it does for the value of an assignment.</summary>
    public string Loose(Expr expression) => Text(expression, Precedence.Conditional, isLoose: true);

    /// <summary>The expression where a member of it is named.</summary>
    public string Operand(Expr expression) => Text(expression, Precedence.Primary);

    /// <summary>A tuple's components or a call's arguments between parentheses.</summary>
    public string Arguments(IEnumerable<string> arguments) => $"({string.Join(", ", arguments)})";

    private string Text(Expr expression, Precedence atLeast, bool isLoose = false)
    {
        Written written = isLoose ? WriteLoosely(expression) : Write(expression);
        return written.Precedence < atLeast ? $"({written.Text})" : written.Text;
    }

    private Written WriteLoosely(Expr expression) => expression switch
    {
        Constant { Type.IsWide: false } constant when Literals.AsInteger(constant) is { } text => Literal(text),
        Ir.Convert convert when ImplicitConversions.HasLooseForm(convert) => Write(convert.Operand),
        _ => Write(expression),
    };

    private Written Write(Expr expression) =>
        ConstantOverflow.In(expression) ? Primary($"unchecked({WriteAsIs(expression).Text})") : WriteAsIs(expression);

    private Written WriteAsIs(Expr expression) => expression switch
    {
        Constant constant => Write(constant),
        Use use => Primary(names.Of(use.Variable)),
        Apply apply => Write(apply),
        Ir.Convert convert => Write(convert),
        Conditional conditional => Write(conditional),
        Element element => Primary($"{Text(element.Storage, Precedence.Primary)}[{string.Join(", ", element.Indices.Select(Exact))}]{string.Concat(element.Path.Select(name => "." + name))}"),
        Length { Dimension: { } dimension } length => Primary($"{Text(length.Storage, Precedence.Primary)}.GetLength({dimension})"),
        Length length => Primary(Text(length.Storage, Precedence.Primary) + ".Length"),
        Slice slice => Primary(Write(slice)),
        View view => Write(view.Storage),
        NewStorage storage => new(Write(storage), Precedence.Unary),
        CopyOf copy => Write(copy),
        Opaque opaque => Write(opaque),
        _ => throw new InvalidOperationException($"No way to write a {expression.GetType().Name}."),
    };

    /// <summary>A constant of a small integer type has no literal of its own.</summary>
    private Written Write(Constant constant)
    {
        if (constant.Type.IsWide)
            return Primary(Wide(constant));
        if (constant.Type.IsWithoutLiterals)
            return Literal(NumbersWithoutLiterals.Write(constant, types));
        string text = types.Adapt(Literals.Exact(constant));
        return constant.Type is ScalarType { Kind: > ScalarKind.Boolean and < ScalarKind.Int32 }
            ? new($"({types.Of(constant.Type)}){text}", Precedence.Unary)
            : Literal(text);
    }

    /// <summary>A number in each place.</summary>
    private string Wide(Constant constant)
    {
        string type = types.Of(constant.Type);
        return Algebra.IsZero(constant) ? type + ".Zero" : $"{type.Substring(0, type.IndexOf('<'))}.Create({Literals.Exact(constant)})";
    }

    private Written Write(Apply apply)
    {
        Spelling spelling = Spelling.Of(apply);
        return spelling.Kind switch
        {
            SpellingKind.Infix => WriteInfix(apply, spelling),
            SpellingKind.Prefix => WritePrefix(apply, spelling),
            SpellingKind.Function => Primary(types.Adapt(spelling.Text) + Arguments(Operands(apply).Select(Operand))),
            _ => Write(apply.Arguments[0]),
        };

        string Operand((Expr Operand, bool IsLoose) operand) => Text(operand.Operand, Precedence.Conditional, operand.IsLoose);
    }

    private Written WriteInfix(Apply apply, Spelling spelling)
    {
        (Expr Operand, bool IsLoose)[] operands = Operands(apply);
        string left = Text(operands[0].Operand, spelling.Precedence, operands[0].IsLoose);
        string right = Text(operands[1].Operand, spelling.Precedence + 1, operands[1].IsLoose);
        if (spelling.Precedence == Precedence.Additive && right[0] == '-')
            right = $"({right})";
        return new($"{left} {spelling.Text} {right}", spelling.Precedence);
    }

    private Written WritePrefix(Apply apply, Spelling spelling)
    {
        string operand = Text(apply.Arguments[0], Precedence.Unary);
        return new(spelling.Text + (operand[0] == '-' ? $"({operand})" : operand), Precedence.Unary);
    }

    /// <summary>Where there are two operands or more and all have one type, C# converts the loose ones to it.</summary>
    private static (Expr Operand, bool IsLoose)[] Operands(Apply apply)
    {
        EquatableArray<Expr> operands = apply.Arguments;
        bool haveOneType = operands.Count > 1 && operands.All(operand => operand.Type == operands[0].Type);
        bool[] isLoose = haveOneType ? ImplicitConversions.LooseOperands(operands) : new bool[operands.Count];
        return [.. operands.Select((operand, i) => (operand, isLoose[i]))];
    }

    /// <summary>Behind a type's name in parentheses, C# reads a minus as the binary one; behind a keyword it does not.</summary>
    private Written Write(Ir.Convert convert)
    {
        if (convert.Type.IsWide)
            return Primary(types.Adapt($"Lanes.{(convert.Type is ScalarType { Kind: ScalarKind.Single } ? "Narrow" : "Widen")}({Exact(convert.Operand)})"));
        if (convert.Type is TypeParameter || convert.Operand.Type is TypeParameter)
            return Primary($"{types.Of(convert.Type)}.CreateChecked({Exact(convert.Operand)})");
        Precedence atLeast = convert.Type is ScalarType { Kind: not ScalarKind.Half } ? Precedence.Unary : Precedence.Primary;
        return new($"({types.Of(convert.Type)}){Text(convert.Operand, atLeast)}", Precedence.Unary);
    }

    private Written Write(Conditional conditional)
    {
        bool[] isLoose = ImplicitConversions.LooseOperands([conditional.WhenTrue, conditional.WhenFalse]);
        string condition = Text(conditional.Condition, Precedence.OrElse);
        string whenTrue = Text(conditional.WhenTrue, Precedence.OrElse, isLoose[0]);
        string whenFalse = Text(conditional.WhenFalse, Precedence.Conditional, isLoose[1]);
        return new($"{condition} ? {whenTrue} : {whenFalse}", Precedence.Conditional);
    }

    private string Write(Slice slice)
    {
        string storage = Text(slice.Storage, Precedence.Primary);
        string start = Exact(slice.Start);
        string? count = slice.Count is null ? null : Exact(slice.Count);
        return (slice.Storage.Type, slice.Start, count) switch
        {
            (ArrayType, _, null) => $"{storage}.AsSpan({start})",
            (ArrayType, _, _) => $"{storage}.AsSpan({start}, {count})",
            (_, Constant { Value: 0 }, not null) => $"{storage}[..{Text(slice.Count!, Precedence.Primary)}]",
            (_, _, null) => $"{storage}[{Text(slice.Start, Precedence.Primary)}..]",
            _ => $"{storage}.Slice({start}, {count})",
        };
    }

    private string Write(NewStorage storage)
    {
        string keyword = storage is { OnStack: true, Type: SpanType } ? "stackalloc" : "new";
        string created = $"{keyword} {types.Sized(storage.Type, string.Join(", ", storage.Lengths.Select(Exact)))}";
        return storage.Elements.Count == 0 ? created : $"{created} {{ {string.Join(", ", storage.Elements.Select(Loose))} }}";
    }

    /// <summary>A span copies to an array, which converts to a span where one is wanted.</summary>
    private Written Write(CopyOf copy)
    {
        string storage = Text(copy.Storage, Precedence.Primary);
        return copy.Storage.Type is ArrayType
            ? new($"({types.Of(copy.Storage.Type)}){storage}.Clone()", Precedence.Unary)
            : Primary(storage + ".ToArray()");
    }

    private Written Write(Opaque opaque)
    {
        if (opaque.Arguments.Count == 1 && opaque.Text.All(text => text.Length == 0))
            return Write(opaque.Arguments[0]);
        StringBuilder text = new(opaque.Text[0]);
        for (int i = 0; i < opaque.Arguments.Count; i++)
            text.Append(Text(opaque.Arguments[i], OpaqueText.Around(opaque, i))).Append(opaque.Text[i + 1]);
        return new(types.Adapt(text.ToString()), OpaqueText.Of(opaque));
    }

    private static Written Primary(string text) => new(text, Precedence.Primary);

    private static Written Literal(string text) => new(text, text[0] is '-' or '(' ? Precedence.Unary : Precedence.Primary);

    private readonly record struct Written(string Text, Precedence Precedence);
}
