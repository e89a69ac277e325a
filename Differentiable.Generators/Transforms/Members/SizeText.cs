using System.Globalization;
using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>Numbers of rounds and elements as the user would write them: in terms of parameters and locals of the method.</summary>
internal sealed class SizeText(AdjointContext context)
{
    private readonly Integers _integers = new(context.Body, context.Source.Parameters.Select(parameter => parameter.Variable), new Dictionary<int, int>());

    public static string Times(string left, string right) => left.Length == 0 || right.Length == 0 ? left + right : $"{left} * {right}";

    /// <summary>The number of elements, as a factor.</summary>
    public string Elements(Expr storage) => storage.Type switch
    {
        ArrayType { ElementType: ArrayType { ElementType.IsStorage: true } } => $"{Text(Original(storage))}.Sum(rows => rows.Sum(row => row.Length))",
        ArrayType { ElementType.IsStorage: true } => $"{Text(Original(storage))}.Sum(row => row.Length)",
        ArrayType { Rank: > 1 } => $"{Text(Original(storage))}.Length",
        _ => Of(new Length(storage)),
    };

    /// <summary>An integer, as a factor.</summary>
    public string Of(Expr integer)
    {
        string text = Text(Resolved(integer));
        return Resolved(integer) is Apply { Op: Op.Add or Op.Subtract or Op.Divide or Op.Remainder } or Conditional ? $"({text})" : text;
    }

    /// <summary>The number of rounds, as a factor, where it is known before the loop.</summary>
    public string? Rounds(Statement loop)
    {
        if (loop is not For counted)
            return null;
        (Expr from, Expr to) = counted.Step > 0 ? (counted.Start, counted.Bound) : (counted.Bound, counted.Start);
        ((Expr? Term, long Constant) start, (Expr? Term, long Constant) end) = (Split(from), Split(to));
        long step = Math.Abs(counted.Step);
        long more = end.Constant - start.Constant + step - 1 + (counted.Comparison is Op.LessOrEqual or Op.GreaterOrEqual ? 1 : 0);
        if (end.Term == start.Term)
            return Math.Max(0, more / step).ToString(CultureInfo.InvariantCulture);
        string rounds = Sum(end.Term, start.Term, more);
        return step == 1 ? Factor(rounds) : $"({Factor(rounds)} / {step})";
    }

    /// <summary>One integer less the other, and a constant: that comes first where there is nothing to take from.</summary>
    private static string Sum(Expr? term, Expr? less, long constant)
    {
        if (term is null)
            return constant == 0 ? $"-{Operand(less!)}" : $"{constant.ToString(CultureInfo.InvariantCulture)} - {Operand(less!)}";
        string difference = less is null ? Text(term) : $"{Text(term)} - {Operand(less)}";
        return constant == 0 ? difference : $"{difference} {(constant > 0 ? "+" : "-")} {Math.Abs(constant).ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Factor(string text) => text.Contains(' ') ? $"({text})" : text;

    /// <summary>The most snapshots that a loop keeps at a time, as factors.</summary>
    public string[] Snapshots(Checkpointing checkpointing, string rounds)
    {
        string argument = checkpointing.Argument is { } number ? Of(number) : "";
        string alone = rounds.StartsWith("(", StringComparison.Ordinal) ? rounds.Substring(1, rounds.Length - 2) : rounds;
        return checkpointing.Kind switch
        {
            CheckpointKind.Every => [$"({rounds} / {argument} + {argument})"],
            CheckpointKind.SquareRoot => ["2", $"Math.Sqrt({alone})"],
            CheckpointKind.Binomial => [argument],
            _ => [$"(Math.Log2({alone}) + 1)"],
        };
    }

    /// <summary>The integer with what the method computed it from in the place of temporaries, and lengths of arrays as they were made.</summary>
    public Expr Resolved(Expr integer) => _integers.Resolve(integer).Rewrite(part => part switch
    {
        Length { Storage: Use { Variable: var storage }, Dimension: null } when Made(storage) is NewStorage { Lengths: [var length] } => Resolved(length),
        Length { Storage: Use { Variable: var storage }, Dimension: null } when Made(storage) is CopyOf copy => Resolved(new Length(copy.Storage)),
        Length { Storage: Use { Variable: var storage }, Dimension: null } when Made(storage) is View view => Resolved(new Length(view.Storage)),
        Length { Storage: Use { Variable: var storage }, Dimension: { } dimension } when Made(storage) is NewStorage made && made.Lengths.Count > dimension => Resolved(made.Lengths[dimension]),
        Length { Storage: Use { Variable: var storage } } length when Made(storage) is CopyOf copy => Resolved(length with { Storage = copy.Storage }),
        Use { Type: ScalarType } use when Made(use.Variable) is Ir.Convert { Type.IsInteger: true, Operand.Type.IsInteger: true } same => Resolved(same.Operand),
        Use { Type: ScalarType } use when Made(use.Variable) is Conditional { Type.IsInteger: true, WhenTrue: var rounds, WhenFalse: Constant { Value: 0 or 0L } } => Resolved(rounds),
        _ => part,
    });

    /// <summary>What it is a copy of, which has the same shape and a name of the user's.</summary>
    private Expr Original(Expr storage) => storage is Use use && Made(use.Variable) is CopyOf copy ? Original(copy.Storage) : storage;

    private Expr? Made(Variable variable) => context.Regions.Knows(variable) ? context.Regions.ValueOf(variable) : null;

    private (Expr? Term, long Constant) Split(Expr integer) => _integers.Split(Resolved(integer));

    private static string Operand(Expr expression) => expression is Apply { Arguments.Count: 2, Op: <= Op.Remainder } or Conditional ? $"({Text(expression)})" : Text(expression);

    private static string Text(Expr expression) => expression switch
    {
        Constant constant => System.Convert.ToString(constant.Value, CultureInfo.InvariantCulture),
        Use use => use.Variable.Name,
        Length { Dimension: { } dimension } length => $"{Text(length.Storage)}.GetLength({dimension})",
        Length length => $"{Text(length.Storage)}.Length",
        Element element => $"{Text(element.Storage)}[{string.Join(", ", element.Indices.Select(Text))}]",
        Ir.Convert convert => Text(convert.Operand),
        Apply { Op: Op.Add } sum => $"{Text(sum.Arguments[0])} + {Text(sum.Arguments[1])}",
        Apply { Op: Op.Subtract } difference => $"{Text(difference.Arguments[0])} - {Operand(difference.Arguments[1])}",
        Apply { Op: Op.Multiply or Op.Divide or Op.Remainder } product =>
            $"{Operand(product.Arguments[0])} {(product.Op == Op.Multiply ? "*" : product.Op == Op.Divide ? "/" : "%")} {Operand(product.Arguments[1])}",
        Apply { Op: Op.Min or Op.Max or Op.Abs } call => $"Math.{call.Op}({string.Join(", ", call.Arguments.Select(Text))})",
        _ => "n",
    };
}
