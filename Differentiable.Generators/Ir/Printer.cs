using System.Globalization;
using System.Text;

namespace Differentiable.Generators.Ir;

/// <summary>
/// The intermediate representation as text, for tests and for people who look for a mistake. Every variable shows its identity:
/// <c>s#3 = s#3 + x#1[i#4]</c>.
/// </summary>
internal static class Printer
{
    private static readonly IReadOnlyDictionary<Op, string> s_infix = new Dictionary<Op, string>
    {
        [Op.Add] = "+",
        [Op.Subtract] = "-",
        [Op.Multiply] = "*",
        [Op.Divide] = "/",
        [Op.Remainder] = "%",
        [Op.And] = "&",
        [Op.Or] = "|",
        [Op.Xor] = "^",
        [Op.ShiftLeft] = "<<",
        [Op.ShiftRight] = ">>",
        [Op.UnsignedShiftRight] = ">>>",
        [Op.AndAlso] = "&&",
        [Op.OrElse] = "||",
        [Op.Equal] = "==",
        [Op.NotEqual] = "!=",
        [Op.Less] = "<",
        [Op.LessOrEqual] = "<=",
        [Op.Greater] = ">",
        [Op.GreaterOrEqual] = ">=",
    };

    public static string Print(Function function)
    {
        string parameters = string.Join(", ", function.Parameters.Select(Print));
        string result = string.Join(", ", function.Result.Components.Select(Print));
        return $"{function.Name}({parameters}) -> ({result})\n{Print(function.Body, 1)}{string.Concat(function.Lifted.Select(Print))}";
    }

    public static string Print(Block block, int depth = 0)
    {
        StringBuilder text = new();
        foreach (Statement statement in block.Statements)
            Append(text, statement, depth);
        return text.ToString();
    }

    public static string Print(Statement statement)
    {
        StringBuilder text = new();
        Append(text, statement, 0);
        return text.ToString().TrimEnd('\n');
    }

    public static string Print(Expr expression) => expression switch
    {
        Constant constant => Literal(constant),
        Use use => use.Variable.ToString(),
        Apply apply when s_infix.TryGetValue(apply.Op, out string symbol) && apply.Arguments.Count == 2 =>
            $"{Operand(apply.Arguments[0])} {symbol} {Operand(apply.Arguments[1])}",
        Apply apply => $"{apply.Op}({List(apply.Arguments)})",
        Convert convert => $"({Print(convert.Type)}){Operand(convert.Operand)}",
        Conditional choice => $"{Operand(choice.Condition)} ? {Operand(choice.WhenTrue)} : {Operand(choice.WhenFalse)}",
        Element element => $"{Operand(element.Storage)}[{List(element.Indices)}]{Path(element.Path)}",
        Length length => $"{Operand(length.Storage)}.Length({length.Dimension})",
        Slice slice => $"slice {Operand(slice.Storage)}[{Print(slice.Start)}, {(slice.Count is null ? "..." : Print(slice.Count))}]",
        View view => $"view {Operand(view.Storage)} as {Print(view.Type)}",
        NewStorage storage => $"{(storage.OnStack ? "stackalloc" : "new")} {Print(storage.Type)}({List(storage.Lengths)}){{{List(storage.Elements)}}}",
        CopyOf copy => $"copy {Operand(copy.Storage)}",
        Opaque opaque => Text(opaque),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };

    public static string Print(IrType type) => type switch
    {
        TypeParameter parameter => parameter.Name,
        ScalarType scalar => scalar.Kind.ToString(),
        ArrayType array => $"{Print(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        SpanType span => $"{(span.IsReadOnly ? "ReadOnlySpan" : "Span")}<{Print(span.ElementType)}>",
        OpaqueType opaque => opaque.Name,
        TensorType tensor => $"tensor<{Print(tensor.Number)}>",
        StructType { IsTuple: false } whole => whole.Name,
        StructType tuple => $"({string.Join(", ", tuple.Fields.Select(field => Print(field.Type)))})",
        _ => throw new InvalidOperationException($"Unknown type {type.GetType().Name}."),
    };

    private static void Append(StringBuilder text, Statement statement, int depth)
    {
        text.Append(' ', depth * 2).Append(Head(statement));
        if (statement.Note is not null)
            text.Append("  // ").Append(statement.Note);
        text.Append('\n');
        foreach ((string label, Block block) in Blocks(statement))
        {
            if (label.Length > 0 && !block.IsEmpty)
                text.Append(' ', depth * 2).Append(label).Append('\n');
            text.Append(Print(block, depth + 1));
        }
    }

    private static string Head(Statement statement) => statement switch
    {
        Declare declare => $"declare {declare.Variable}: {Print(declare.Variable.Type)}",
        Assign assign => $"{assign.Target} = {Print(assign.Value)}",
        AssignTuple assign => $"({Targets(assign.Targets)}) = {Print(assign.Value)}",
        Store store => $"{Print(store.Storage)}[{List(store.Indices)}]{Path(store.Path)} = {Print(store.Value)}",
        Evaluate evaluate => $"evaluate {Print(evaluate.Value)}",
        Throw thrown => $"throw {Print(thrown.Exception)}",
        If branch => $"if {Print(branch.Condition)}",
        Loop loop => $"loop {(loop.TestsAtEnd ? "until not" : "while")} {Print(loop.Condition)}{Text(loop.Checkpointing)}",
        For loop => $"for {loop.Counter} = {Print(loop.Start)}; {s_infix[loop.Comparison]} {Print(loop.Bound)}; {loop.Step:+0;-0}{Text(loop.Checkpointing)}",
        While loop => $"{(loop.TestsAtEnd ? "do while" : "while")} {Print(loop.Condition)}{Text(loop.Checkpointing)}",
        Break => "break",
        Continue => "continue",
        Return result => $"return {List(result.Values)}".TrimEnd(),
        Call call => $"({Targets(call.Results)}) = call {call.Callee.Name}({string.Join(", ", call.Arguments.Select(Argument))})",
        Using resource => $"using {resource.Resource} = {Print(resource.Value)}",
        Outlined outlined => $"outlined ({string.Join(", ", outlined.Captured)})",
        Comment comment => $"# {comment.Text}",
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private static IEnumerable<(string Label, Block Block)> Blocks(Statement statement) => statement switch
    {
        If branch => [("", branch.Then), ("else", branch.Else)],
        Loop loop => [("prelude", loop.Prelude), ("body", loop.Body), ("step", loop.Step)],
        _ => statement.Blocks().Select(block => ("", block)),
    };

    private static string Path(EquatableArray<string> path) => string.Concat(path.Select(name => "." + name));

    private static string Operand(Expr expression)
    {
        bool isCompound = expression is Conditional or Convert || (expression is Apply apply && s_infix.ContainsKey(apply.Op));
        return isCompound ? $"({Print(expression)})" : Print(expression);
    }

    private static string Argument(Expr? argument) => argument is null ? "out" : Print(argument);

    private static string List(EquatableArray<Expr> expressions) => string.Join(", ", expressions.Select(Print));

    private static string Targets(EquatableArray<Variable?> targets) => string.Join(", ", targets.Select(target => target?.ToString() ?? "_"));

    private static string Print(Parameter parameter)
    {
        string mode = parameter.Mode == PassingMode.Value ? "" : parameter.Mode.ToString().ToLowerInvariant() + " ";
        return $"{mode}{parameter.Variable}: {Print(parameter.Type)}{(parameter.IsActive ? "" : " inactive")}";
    }

    private static string Literal(Constant constant) => constant.Value switch
    {
        double value => value.ToString("R", CultureInfo.InvariantCulture) + "d",
        float value => value.ToString("R", CultureInfo.InvariantCulture) + "f",
        bool value => value ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => $"'{constant.Value}'",
    };

    private static string Text(Checkpointing? checkpointing) =>
        checkpointing is null ? "" : $" checkpoints {checkpointing.Kind}({(checkpointing.Argument is { } argument ? Print(argument) : "")})";

    private static string Text(Opaque opaque)
    {
        StringBuilder text = new(opaque.Text[0]);
        for (int i = 0; i < opaque.Arguments.Count; i++)
            text.Append(Print(opaque.Arguments[i])).Append(opaque.Text[i + 1]);
        return $"`{text}`";
    }
}
