using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>
/// Makes counted loops with snapshots count their rounds, from zero on, one by one: <c>for (i = a; i &lt; b; i += 3)</c> becomes a loop over
/// rounds that computes <c>i</c>. A snapshot is then known by its round.
/// </summary>
internal sealed class NumberedRounds(VariableSupply supply)
{
    public static VersionedFunction Run(VersionedFunction function, VariableSupply supply) =>
        function with { Body = new NumberedRounds(supply).Visit(function.Body) };

    private Block Visit(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            Statement visited = statement.MapBlocks(Visit);
            if (visited is For { Checkpointing: not null } loop && !IsNumbered(loop))
                Number(loop, code);
            else
                code.Add(visited);
        }
        return block.With(code);
    }

    private static bool IsNumbered(For loop) => TripCount.IsFromZero(loop) && loop is { Step: 1, Comparison: Op.Less };

    private void Number(For loop, List<Statement> code)
    {
        IrType type = loop.Counter.Type;
        Variable start = supply.New("first", type, VariableRole.Temporary);
        Variable rounds = supply.New("rounds", type, VariableRole.Temporary);
        Variable round = supply.New("round", type, VariableRole.Temporary);
        code.Add(new Assign(start, loop.Start));
        code.Add(new Assign(rounds, TripCount.Of(loop with { Start = new Use(start) })));
        Expr distance = TripCount.Scaled(new Use(round), loop.Step);
        var counter = new Assign(loop.Counter, new Apply(Op.Add, type, [new Use(start), distance]));
        code.Add(new For(round, TripCount.Number(type, 0), Op.Less, new Use(rounds), 1, new([counter, .. loop.Body.Statements]))
        {
            Note = loop.Note,
            Checkpointing = loop.Checkpointing,
        });
    }
}
