using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>
/// An adjoint's first value and what is added to it at once are one sum: <c>dx = a; dx += b;</c> becomes <c>dx = a + b</c>, as long as that is a short
/// expression. The additions stay in their order, so no bit changes.
/// </summary>
internal static class FirstSums
{
    /// <summary>How many operations the sum may have.</summary>
    private const int Longest = 6;

    public static Block Run(Block block)
    {
        List<Statement> code = [];
        foreach (Statement statement in block.Statements.Select(statement => statement.MapBlocks(Run)))
        {
            if (code.Count > 0 && Together(code[code.Count - 1], statement) is { } sum)
                code[code.Count - 1] = sum;
            else
                code.Add(statement);
        }
        return block.With(code);
    }

    private static Assign? Together(Statement first, Statement second)
    {
        if (first is not Assign { Target: { Role: VariableRole.Shadow, Type.HasAdjoint: true } target, Value: var start } assign || second is not Assign addition
            || addition.Target != target || (first.Note ?? second.Note) != (second.Note ?? first.Note))
            return null;
        if (addition.Value is not Apply { Op: Op.Add or Op.Subtract, Arguments: [Use of, var more] } update || of.Variable != target || more.Variables().Contains(target)
            || start.Variables().Contains(target) || Algebra.IsZero(start) || Operations(start) + Operations(more) >= Longest)
            return null;
        return assign with { Value = update with { Arguments = [start, more] }, Note = first.Note ?? second.Note };
    }

    private static int Operations(Expr expression) => expression.DescendantsAndSelf().Count(part => part is Apply or Conditional or Ir.Convert);
}
