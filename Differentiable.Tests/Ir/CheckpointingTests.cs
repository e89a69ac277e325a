using Differentiable.Generators.Ir;
using Differentiable.Generators.Ir.Verification;
using static Differentiable.Tests.Ir.Build;
using Block = Differentiable.Generators.Ir.Block;

namespace Differentiable.Tests.Ir;

/// <summary>The wish for snapshots is a property of a loop that no pass loses.</summary>
public class CheckpointingTests
{
    private static readonly Variable s_n = Int("n"), s_k = Int("k"), s_i = Int("i"), s_x = Double("x");

    private static readonly Checkpointing s_every = new(CheckpointKind.Every, s_k.Use());

    private static readonly Statement[] s_loops =
    [
        ((For)Build.For(s_i, s_n.Use(), s_x.Add(Real(1)))) with { Checkpointing = s_every },
        ((While)Build.While(s_x.Use().Exceeds(Real(0)), s_x.Add(Real(1)))) with { Checkpointing = s_every },
        new Loop(Block.Empty, s_x.Use().Exceeds(Real(0)), Build.Block(s_x.Add(Real(1))), Block.Empty, TestsAtEnd: false) { Checkpointing = s_every },
    ];

    [Fact]
    public void Its_number_is_read_and_rewritten_with_the_loop()
    {
        foreach (Statement loop in s_loops)
        {
            Assert.Equal(s_k.Use(), loop.Expressions()[^1]);
            Statement rewritten = loop.MapExpressions(expression => expression == s_k.Use() ? Number(7) : expression);
            Assert.Equal(new Checkpointing(CheckpointKind.Every, Number(7)), rewritten.CheckpointingOf());
        }
    }

    [Fact]
    public void It_stays_when_blocks_and_definitions_change()
    {
        foreach (Statement loop in s_loops)
        {
            Assert.Equal(s_every, loop.MapBlocks(_ => Block.Empty).CheckpointingOf());
            Assert.Equal(s_every, loop.MapDefinitions(variable => variable with { Id = 1000 }).CheckpointingOf());
            Assert.Equal(s_every, Rewriter.Copy(loop).CheckpointingOf());
        }
    }

    [Fact]
    public void It_is_printed() => Assert.EndsWith($"checkpoints Every({s_k})", s_loops[0].ToString().Split('\n')[0], StringComparison.Ordinal);

    [Fact]
    public void Its_number_must_fit()
    {
        Block missing = Build.Block(((For)s_loops[0]) with { Checkpointing = new(CheckpointKind.Binomial, null) });
        Block unknown = Build.Block(((For)s_loops[0]) with { Checkpointing = new(CheckpointKind.Every, s_k.Use().Plus(Number(1))) });
        Block real = Build.Block(((For)s_loops[0]) with { Checkpointing = new(CheckpointKind.Every, s_x.Use()) });
        foreach (Block body in new[] { missing, unknown, real })
            Assert.ThrowsAny<Exception>(() => Verifier.Check(body, [s_n, s_k, s_x], Stage.Normalized));
    }
}
