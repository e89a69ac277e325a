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

    private static Block Replace(Block block, Dictionary<Variable, Expr> replacements)
    {
        Expr Resolve(Expr part)
        {
            while (part is Use use && replacements.TryGetValue(use.Variable, out Expr? value))
                part = value;
            return part is Apply { Op: Op.Negate, Arguments: [Use operand] } negation && replacements.ContainsKey(operand.Variable)
                ? negation with { Arguments = [Resolve(operand)] }
                : part;
        }

        return block.MapStatements(statement =>
        {
            bool isAdjoint = IsAdjoint(statement);
            Statement replaced = statement.MapExpressions(expression => isAdjoint || expression.Variables().Any(replacements.ContainsKey)
                ? expression.Rewrite(part => Folded(Resolve(part), isAdjoint))
                : expression);
            return replaced.MapBlocks(inner => Replace(inner, replacements));
        });
    }

    private static Expr Folded(Expr part, bool isAdjoint)
    {
        if (!isAdjoint || part is not Apply { Type.IsReal: true } apply)
            return part;
        Expr folded = Algebra.Apply(apply.Op, apply.Type, apply.Arguments);
        return folded == part ? part : folded;
    }

    private static bool IsAdjoint(Statement statement) => statement switch
    {
        Assign assign => assign.Target.Role is VariableRole.Shadow or VariableRole.Helper,
        Store { Storage: Use use } => use.Variable.Role == VariableRole.Shadow,
        Return => false,
        _ => false,
    };
}
