using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Transforms.Adjoint.Reversal;

/// <summary>
/// Names the expensive intermediate results that the reverse sweep will ask for, so that they are computed once: <c>Exp</c>, quotients,
/// roots inside larger expressions. Branch conditions get names too, for the reverse sweep takes the same branches.
/// </summary>
internal sealed class Intermediates
{
    private readonly Activity _activity;
    private readonly VariableSupply _supply;
    private readonly HashSet<Variable> _parameters;

    private Intermediates(Function source, Activity activity, VariableSupply supply)
    {
        _activity = activity;
        _supply = supply;
        _parameters = [.. source.Parameters.Select(parameter => parameter.Variable)];
    }

    public static Block Name(Function source, Block body, Activity activity, VariableSupply supply) => new Intermediates(source, activity, supply).Visit(body);

    private Block Visit(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
            Visit(statement, code);
        return new(code);
    }

    private void Visit(Statement statement, List<Statement> code)
    {
        switch (statement)
        {
            case Assign { Value: Conditional choice } assign when assign.Target.Type.HasAdjoint && IsWorthBranching(choice):
                Branch(assign, choice, code);
                break;
            case Assign { Target.Type.IsStorage: false } assign when _activity.IsActive(assign.Value):
                code.Add(assign with { Value = VisitRoot(assign.Value, code, assign.Note) });
                break;
            case Store { Value.Type.IsStorage: false } store when _activity.IsActive(store.Value):
                code.Add(store with { Value = Visit(store.Value, false, code, store.Note) });
                break;
            case Call call:
                code.Add(call with { Arguments = call.Bindings().Select(pair => Argument(call, pair.Parameter, pair.Argument, code)).ToEquatableArray() });
                break;
            case If branch:
                Visit(branch, code);
                break;
            default:
                code.Add(statement.MapBlocks(Visit));
                break;
        }
    }

    /// <summary>The reverse half takes the argument too, but behind the call, where elements that the callee wrote are others.</summary>
    private Expr? Argument(Call call, Parameter parameter, Expr? argument, List<Statement> code)
    {
        if (argument is null)
            return null;
        Expr visited = _activity.IsActive(argument) ? Visit(argument, true, code, call.Note) : argument;
        bool mayBeOverwritten = !argument.Type.IsStorage
            && call.Callee.Parameters.Any(other => other.IsMutated)
            && visited.DescendantsAndSelf().OfType<Element>().Any();
        return mayBeOverwritten ? Name(visited, parameter.Name, code, call.Note) : visited;
    }

    private void Visit(If branch, List<Statement> code)
    {
        Expr condition = branch.Condition;
        if (condition is not (Use or Constant) && Reverses(branch))
        {
            Variable taken = _supply.New("taken", IrType.Boolean, VariableRole.Temporary);
            code.Add(new Assign(taken, condition) { Note = branch.Note });
            condition = new Use(taken);
        }
        code.Add(branch with { Condition = condition, Then = Visit(branch.Then), Else = Visit(branch.Else) });
    }

    /// <summary>May something inside the branch have to be reversed?</summary>
    private bool Reverses(If branch) => branch.DescendantsAndSelf().Any(statement => statement switch
    {
        Assign assign => _activity.IsActive(assign.Target),
        Store or Call => true,
        _ => false,
    });

    private bool IsWorthBranching(Conditional choice) =>
        _activity.IsActive(choice) && choice.DescendantsAndSelf().Any(part => CostOf(part) != Cost.Cheap);

    private void Branch(Assign assign, Conditional choice, List<Statement> code)
    {
        var then = new List<Statement>();
        var otherwise = new List<Statement>();
        Visit(assign with { Value = choice.WhenTrue }, then);
        Visit(assign with { Value = choice.WhenFalse }, otherwise);
        Visit(new If(choice.Condition, Block.Empty, Block.Empty) { Note = assign.Note }, [.. then], [.. otherwise], code);
    }

    private void Visit(If header, List<Statement> then, List<Statement> otherwise, List<Statement> code)
    {
        Variable taken = _supply.New("taken", IrType.Boolean, VariableRole.Temporary);
        code.Add(new Assign(taken, header.Condition) { Note = header.Note });
        code.Add(header with { Condition = new Use(taken), Then = new(then), Else = new(otherwise) });
    }

    private Expr VisitRoot(Expr expression, List<Statement> code, string? note) =>
        expression switch
        {
            Apply apply => VisitOperands(apply, false, code, note),
            Opaque { Pullbacks.Count: > 0 } operation => VisitArguments(operation, code, note),
            _ => Visit(expression, false, code, note),
        };

    /// <summary>Visits an expression whose value the reverse sweep may need; names what is expensive in it.</summary>
    private Expr Visit(Expr expression, bool needed, List<Statement> code, string? note)
    {
        switch (expression)
        {
            case Apply apply:
                bool mentioned = _activity.ActiveOperands(apply).Any(Rule.For(apply).MentionsResult);
                Expr visited = VisitOperands(apply, needed, code, note);
                return (needed || mentioned) && CostOf(apply) != Cost.Cheap ? Name(visited, NameOf(apply.Op), code, note) : visited;
            case Opaque { Pullbacks.Count: > 0 } operation:
                bool isKept = needed || _activity.ActiveArguments(operation).Any(i => operation.Pullbacks[i]!.MentionsValue);
                Expr operated = VisitArguments(operation, code, note);
                return isKept ? Name(operated, NameOf(operation), code, note) : operated;
            case Ir.Convert convert:
                return convert with { Operand = Visit(convert.Operand, needed, code, note) };
            case Conditional choice when IsWorthBranching(choice):
                Variable chosen = _supply.New("chosen", choice.Type, VariableRole.Temporary);
                Branch(new(chosen, choice) { Note = note }, choice, code);
                return new Use(chosen);
            default:
                return expression;
        }
    }

    private Expr VisitOperands(Apply apply, bool needed, List<Statement> code, string? note)
    {
        if (apply.Op is Op.AndAlso or Op.OrElse)
            return apply;
        Rule rule = Rule.For(apply);
        HashSet<int> kept = [.. _activity.ActiveOperands(apply).SelectMany(operand => rule.Mentions(operand))];
        var operands = new Expr[apply.Arguments.Count];
        for (int i = 0; i < operands.Length; i++)
            operands[i] = Visit(apply.Arguments[i], needed || kept.Contains(i), code, note);
        return apply with { Arguments = operands };
    }

    /// <summary>Of what the reverse sweep asks for nothing but the shape, it alone is kept.</summary>
    private Opaque VisitArguments(Opaque operation, List<Statement> code, string? note)
    {
        int[] active = [.. _activity.ActiveArguments(operation)];
        HashSet<int> kept = [.. active.SelectMany(i => operation.Pullbacks[i]!.Mentioned(operation))];
        HashSet<int> shapes = [.. active.SelectMany(i => operation.Pullbacks[i]!.MentionedShapes(i))];
        Expr[] arguments = [.. operation.Arguments.Select((argument, i) => Visit(argument, kept.Contains(i) || shapes.Contains(i), code, note))];
        Expr?[] known = [.. arguments.Select((argument, i) => shapes.Contains(i) && !kept.Contains(i) && argument is Use use && !_parameters.Contains(use.Variable)
            ? Name(Pullback.ShapeOf(argument), "shape", code, note)
            : null)];
        return operation with
        {
            Arguments = arguments,
            Pullbacks = operation.Pullbacks.Select(pullback => pullback is null ? null : pullback with { Shapes = known }).ToEquatableArray(),
        };
    }

    private Use Name(Expr value, string name, List<Statement> code, string? note)
    {
        Variable variable = _supply.New(name, value.Type, VariableRole.Temporary);
        code.Add(new Assign(variable, value) { Note = note });
        return new(variable);
    }

    private static Cost CostOf(Expr expression) => expression switch
    {
        Apply { Type.IsReal: true } apply => Rule.For(apply).Cost,
        Opaque { Pullbacks.Count: > 0 } => Cost.Costly,
        _ => Cost.Cheap,
    };

    /// <summary><c>matMul</c> for the value of <c>Tensor.MatMul</c>; operators and conversions have no name.</summary>
    private static string NameOf(Opaque operation)
    {
        string text = operation.Text[0];
        string name = text.Substring(text.LastIndexOf('.') + 1).Split('<', '(')[0];
        return text.EndsWith("(", StringComparison.Ordinal) && name.Length > 0 ? char.ToLowerInvariant(name[0]) + name.Substring(1) : "inner";
    }

    private static string NameOf(Op op)
    {
        if (op == Op.Divide)
            return "quotient";
        string name = op.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
