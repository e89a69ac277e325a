using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>The tangent of a call of a method that has a tangent rule: the rule runs in the method's place.</summary>
/// <param name="activity">Which values have tangents.</param>
/// <param name="differential">The tangents of the arguments.</param>
/// <param name="supply">Makes the variables.</param>
/// <param name="classes">Which storage may be the same.</param>
/// <param name="isReversed">Will the tangent be reversed in turn?</param>
internal sealed class TangentRules(Activity activity, Differential differential, VariableSupply supply, StorageClasses classes, bool isReversed)
{
    /// <summary>The statements that the call becomes.</summary>
    public List<Statement> Of(Call call, Func<Variable, Variable> tangentOf)
    {
        if (!activity.IsActive(call))
            return [AsItIs(call)];
        RuleMethod rule = call.Callee.Rule!.Tangent ?? throw new InvalidOperationException($"{call.Callee.Name} has no tangent rule.");
        List<Statement> code = [];
        Call tangent = new(
            rule.Callee,
            rule.Operands.Select(operand => Argument(call, operand, code)).ToEquatableArray(),
            [.. Returned(call, tangentOf), .. Referenced(call, rule, tangentOf)])
        {
            Note = call.Note,
        };
        code.Add(AsItIs(tangent));
        return code;
    }

    private Call AsItIs(Call call) => isReversed ? call : call with { Callee = call.Callee with { IsCalledAsItIs = true } };

    private Expr? Argument(Call call, RuleOperand operand, List<Statement> code)
    {
        Parameter parameter = call.Callee.Parameters[operand.Parameter];
        if (call.Arguments[operand.Parameter] is not { } argument)
            return null;
        bool isTangent = operand.Kind == RuleOperandKind.Tangent;
        if (isTangent && !argument.Type.HoldsReal)
            return Opaque.DefaultLiteral(argument.Type);
        if (!argument.Type.IsStorage)
            return isTangent ? differential.Of(argument, code) : argument;
        if (isTangent && !activity.IsActive(argument))
            return Named(parameter.Name + "Dot", differential.Zero(argument), code);
        Expr given = isTangent ? differential.Mirrored(argument) : argument;
        return IsOverwritten(call, parameter, argument) ? Named(parameter.Name + "Before", new CopyOf(given.Type, given), code) : given;
    }

    /// <summary>Does the method write what it reads here by another name? A rule may take it that they are different storage.</summary>
    private bool IsOverwritten(Call call, Parameter parameter, Expr argument) =>
        !parameter.IsMutated && call.Mutated().Select(classes.Of).Contains(classes.Of(argument));

    /// <summary>Storage is passed by name.</summary>
    private Use Named(string name, Expr value, List<Statement> code)
    {
        IrType type = value.Type is SpanType span ? span with { IsReadOnly = false } : value.Type;
        Variable named = supply.New(name, type, VariableRole.Temporary);
        code.Add(new Assign(named, value is CopyOf copy ? new CopyOf(type, copy.Storage) : value));
        return new Use(named);
    }

    private IEnumerable<Variable?> Returned(Call call, Func<Variable, Variable> tangentOf)
    {
        EquatableArray<IrType> types = call.Callee.Result.Components;
        List<Variable?> values = [.. call.Results.Take(types.Count)];
        return [.. values, .. values.Where((_, i) => call.Callee.Result.IsOfReal(i)).Select(value => TangentOf(value, tangentOf))];
    }

    private IEnumerable<Variable?> Referenced(Call call, RuleMethod rule, Func<Variable, Variable> tangentOf)
    {
        foreach (RuleOperand operand in rule.Operands)
        {
            if (call.Callee.Parameters[operand.Parameter].Mode is not (PassingMode.Ref or PassingMode.Out))
                continue;
            int earlier = call.Callee.Parameters.Take(operand.Parameter).Count(other => other.Mode is PassingMode.Ref or PassingMode.Out);
            Variable? final = call.Results[call.Callee.Result.Components.Count + earlier];
            yield return operand.Kind == RuleOperandKind.Tangent ? TangentOf(final, tangentOf) : final;
        }
    }

    private Variable? TangentOf(Variable? output, Func<Variable, Variable> tangentOf) =>
        output is not null && activity.IsActive(output) ? tangentOf(output) : null;
}
