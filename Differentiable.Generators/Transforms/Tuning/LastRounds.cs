using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>
/// In the last round of a reverse sweep's loop, leaves out the adjoint of a tensor that the next round would have read: <c>if (layer > 0) dx = TensorPullbacks.MatMulLeft(...)</c>. Where the
/// loop of a network's layers begins with data, that is a product of matrices; to leave out what costs a scalar nothing would not pay.
/// </summary>
internal static class LastRounds
{
    /// <param name="body">The body of a member.</param>
    /// <param name="parameters">Its parameters, which the caller sees.</param>
    public static Block Run(Block body, IReadOnlyList<Variable> parameters)
    {
        List<Statement> statements = [.. body.Statements];
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i] is For { Step: 1 or -1, Comparison: Op.LessOrEqual or Op.GreaterOrEqual } loop)
                statements[i] = loop with { Body = Run(loop, variable => parameters.Contains(variable) || statements.Skip(i + 1).Any(later => later.Mentions(variable))) };
        }
        return body.With(statements);
    }

    private static Block Run(For loop, Func<Variable, bool> isReadLater)
    {
        List<Statement> round = [.. loop.Body.Statements];
        for (int i = 0; i < round.Count; i++)
        {
            if (round[i] is Assign { Target: { Type: TensorType } target } assign && IsWorth(assign.Value) && IsForNextRound(round, i, target) && !isReadLater(target))
                round[i] = new If(IsNotLast(loop), new Block([assign]), Block.Empty);
        }
        return loop.Body.With(round);
    }

    /// <summary>Does it compute something, and nothing else?</summary>
    private static bool IsWorth(Expr value) => value.Has(part => part is Opaque { IsPure: true }) && !value.HasEffects();

    /// <summary>Is the variable read before it is assigned, so that it is there from the round before, and not read any more behind?</summary>
    private static bool IsForNextRound(List<Statement> round, int assigned, Variable target) =>
        (round[assigned].Reads(target) || round.Take(assigned).Any(earlier => earlier.Mentions(target))) && !round.Skip(assigned + 1).Any(later => later.Mentions(target));

    private static Apply IsNotLast(For loop) =>
        new(loop.Comparison == Op.LessOrEqual ? Op.Less : Op.Greater, IrType.Boolean, [new Use(loop.Counter), loop.Bound]);
}
