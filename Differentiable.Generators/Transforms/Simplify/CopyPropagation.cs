using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>
/// Puts the original in the place of its copy where both are assigned once, and constants in the place of adjoints and helpers that hold
/// nothing else; then folds what became trivial in the adjoint code. The primal is left as the user wrote it.
/// </summary>
internal static class CopyPropagation
{
    public static Block Run(Block body, IReadOnlyList<Variable> parameters)
    {
        var occurrences = new Occurrences(body, parameters);
        var replacements = new Dictionary<Variable, Expr>();
        foreach (Statement statement in body.DescendantStatements())
        {
            if (statement is Assign assign && occurrences.IsAssignedOnce(assign.Target) && Replaces(assign, occurrences))
                replacements[assign.Target] = assign.Value;
        }
        return Replace(body, replacements);
    }

    private static bool Replaces(Assign assign, Occurrences occurrences) => assign.Value switch
    {
        Use use => use.Type == assign.Target.Type && occurrences.IsAssignedOnce(use.Variable) && IsRenamable(assign.Target, use.Variable),
        Constant => assign.Target.Role is VariableRole.Shadow or VariableRole.Helper,
        Apply { Op: Op.Negate, Arguments: [Use use] } => assign.Target.Role is VariableRole.Shadow or VariableRole.Helper
            && occurrences.IsAssignedOnce(use.Variable),
        _ => false,
    };

    /// <summary>A name of the user's gives way only to another one of the user's.</summary>
    private static bool IsRenamable(Variable copy, Variable original) =>
        copy.Role != VariableRole.Primal || original.Role == VariableRole.Primal;

    private static Block Replace(Block body, Dictionary<Variable, Expr> replacements)
    {
        Func<Variable, bool> isReplaced = replacements.ContainsKey;
        Func<Expr, Expr> inPrimal = expression =>
            expression.Variables().Any(isReplaced) ? expression.Rewrite(part => Resolve(part, replacements)) : expression;
        Func<Expr, Expr> inAdjoint = expression => expression.Rewrite(part => Folded(Resolve(part, replacements)));
        Func<Block, Block> replace = null!;
        replace = block => block.MapStatements(statement =>
            statement.MapExpressions(IsAdjoint(statement) ? inAdjoint : inPrimal).MapBlocks(replace));
        return replace(body);
    }

    private static Expr Resolve(Expr part, Dictionary<Variable, Expr> replacements)
    {
        while (part is Use use && replacements.TryGetValue(use.Variable, out Expr? value))
            part = value;
        return part is Apply { Op: Op.Negate, Arguments: [Use operand] } negation && replacements.ContainsKey(operand.Variable)
            ? negation with { Arguments = [Resolve(operand, replacements)] }
            : part;
    }

    private static Expr Folded(Expr part)
    {
        Expr folded = part switch
        {
            Apply { Type.IsReal: true } apply => Algebra.Apply(apply.Op, apply.Type, apply.Arguments),
            Ir.Convert { Type: ScalarType { Kind: ScalarKind.Single }, Operand: Constant { Value: double } seed } => Algebra.Convert(part.Type, seed),
            _ => part,
        };
        return folded == part ? part : folded;
    }

    private static bool IsAdjoint(Statement statement) => statement switch
    {
        Assign assign => assign.Target.Role is VariableRole.Shadow or VariableRole.Helper,
        Store { Storage: Use use } => use.Variable.Role == VariableRole.Shadow,
        _ => false,
    };
}
