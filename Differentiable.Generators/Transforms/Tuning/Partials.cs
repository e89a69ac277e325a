using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>
/// Writes contributions as adjoint times partial derivative: <c>0.5 * (dv * x)</c> becomes <c>dv * (0.5 * x)</c>. What depends on the primal
/// alone then stands together, off the chain of adjoints that makes a reverse sweep wait.
/// </summary>
internal static class Partials
{
    public static Block Run(Block body) => body.RewriteExpressions(Regroup);

    private static Expr Regroup(Expr part)
    {
        if (part is not Apply { Op: Op.Multiply, Type.IsReal: true, Arguments: [Constant factor, Apply { Op: Op.Multiply, Arguments: [var left, var right] }] } product)
            return part;
        if (IsOfAdjoint(left) && IsOfPrimal(right))
            return product with { Arguments = [left, Scaled(factor, right)] };
        if (IsOfPrimal(left) && IsOfAdjoint(right))
            return product with { Arguments = [right, Scaled(factor, left)] };
        return part;
    }

    private static Apply Scaled(Constant factor, Expr partial) => new(Op.Multiply, partial.Type, [factor, partial]);

    private static bool IsOfPrimal(Expr expression) => expression.Variables().All(variable => variable.Role is VariableRole.Primal or VariableRole.Temporary);

    private static bool IsOfAdjoint(Expr expression) => expression.Variables().Any(variable => variable.Role is VariableRole.Shadow or VariableRole.Helper);
}
