using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Calls;

/// <summary>
/// Gets the arguments ready of methods that have rules: copies the elements that a rule will ask for on the way back and that its method may overwrite: those of an array that the method reads and
/// writes, and of one that may be the same as another that it writes. The copy becomes one more argument of the call, for the rule alone.
/// </summary>
internal sealed class RuleOperands
{
    private readonly Dictionary<Variable, Expr> _viewed;
    private readonly StorageClasses _classes;
    private readonly VariableSupply _supply;

    private RuleOperands(Block body, VariableSupply supply)
    {
        _viewed = ViewsIn(body);
        _classes = new(body);
        _supply = supply;
    }

    /// <summary>The names for the whole of other storage, where both are assigned once.</summary>
    private static Dictionary<Variable, Expr> ViewsIn(Block body)
    {
        Dictionary<Variable, int> assigned = body.DescendantStatements().SelectMany(statement => statement.Defines())
            .GroupBy(variable => variable)
            .ToDictionary(group => group.Key, group => group.Count());
        bool IsStable(Variable variable) => !assigned.TryGetValue(variable, out int count) || count == 1;
        return body.DescendantStatements().OfType<Assign>()
            .Where(assign => assign.Value is View { Storage: Use viewed } && IsStable(assign.Target) && IsStable(viewed.Variable))
            .ToDictionary(assign => assign.Target, assign => ((View)assign.Value).Storage);
    }

    public static Block Copy(Block body, VariableSupply supply) =>
        body.DescendantStatements().Any(statement => statement is Call { Callee.Rule: not null })
            ? new RuleOperands(body, supply).Visit(body)
            : body;

    private Block Visit(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            if (statement is Call { Callee.Rule: { } rule } call)
                Visit(call with { Arguments = call.Arguments.Map(Plain) }, rule, code);
            else
                code.Add(statement.MapBlocks(Visit));
        }
        return block.With(code);
    }

    private void Visit(Call call, CustomRule rule, List<Statement> code)
    {
        RuleMethod used = rule.Pullback ?? rule.Tangent!;
        List<Parameter> parameters = [.. call.Callee.Parameters];
        List<Expr?> arguments = [.. call.Arguments];
        var operands = new List<RuleOperand>();
        foreach (RuleOperand operand in used.Operands)
        {
            if (!IsOverwritten(call, operand))
            {
                operands.Add(operand);
                continue;
            }
            RefuseRows(call, parameters[operand.Parameter]);
            Variable copy = CopyOf(arguments[operand.Parameter]!, parameters[operand.Parameter].Name, call.Note, code);
            operands.Add(new(RuleOperandKind.Input, parameters.Count));
            parameters.Add(new(copy, PassingMode.Value, IsActive: false, IsMutated: false, Default: null) { IsForRule = true });
            arguments.Add(new Use(copy));
        }
        RuleMethod ready = used with { Operands = operands };
        CustomRule copied = used == rule.Pullback ? rule with { Pullback = ready } : rule with { Tangent = ready };
        code.Add(call with { Callee = call.Callee with { Parameters = parameters, Rule = copied }, Arguments = arguments });
    }

    /// <summary>C# makes spans of what it is given, so the call needs no names for them.</summary>
    private Expr? Plain(Expr? argument)
    {
        while (argument is Use use && _viewed.TryGetValue(use.Variable, out Expr? viewed))
            argument = viewed;
        return argument;
    }

    private Variable CopyOf(Expr storage, string name, string? note, List<Statement> code)
    {
        IrType type = storage.Type.IsVector ? new SpanType(storage.Type.Element!, IsReadOnly: false) : storage.Type;
        Variable copy = _supply.New(name + "Before", type, VariableRole.Temporary);
        code.Add(new Assign(copy, new CopyOf(type, storage)) { Note = note });
        return copy;
    }

    /// <summary>A copy of a jagged array has the same rows.</summary>
    private static void RefuseRows(Call call, Parameter parameter)
    {
        if (parameter.Type.Element!.IsStorage)
            throw new UnsupportedStorageException($"the rows of '{parameter.Name}' as they are before '{call.Callee.Name}' writes them");
    }

    private bool IsOverwritten(Call call, RuleOperand operand)
    {
        bool isTangentRule = call.Callee.Rule!.Pullback is null;
        if (operand.Kind == RuleOperandKind.Before || isTangentRule && operand.Kind == RuleOperandKind.Input && call.Callee.Parameters[operand.Parameter].IsMutated)
            return true;
        return operand.Kind == RuleOperandKind.Input
            && call.Callee.Parameters[operand.Parameter] is { IsMutated: false, Type.IsStorage: true }
            && call.Mutated().Select(_classes.Of).Contains(_classes.Of(call.Arguments[operand.Parameter]!));
    }
}
