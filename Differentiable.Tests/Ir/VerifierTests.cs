using Differentiable.Generators.Ir;
using Differentiable.Generators.Ir.Verification;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Ir;

public class VerifierTests
{
    private static readonly Variable s_x = Double("x"), s_y = Double("y"), s_n = Int("n"), s_i = Int("i"), s_w = Of(Build.ReadOnlySpan, "w");

    private static IReadOnlyList<string> Violations(Stage stage, params Statement[] body) => Verifier.Violations(Block(body), [s_x, s_n, s_w], stage);

    private static void Accepts(Stage stage, params Statement[] body) => Assert.Empty(Violations(stage, body));

    private static void Refuses(string complaint, Stage stage, params Statement[] body) => Assert.Contains(complaint, Assert.Single(Violations(stage, body)));

    [Fact]
    public void Operands_have_the_types_that_the_operation_takes()
    {
        Accepts(Stage.Versions, s_y.Set(Apply(Op.Sin, s_x.Use()).Plus(s_n.Use().ToDouble())));
        Refuses("does not take a Int32 beside it", Stage.Versions, s_y.Set(s_x.Use().Plus(s_n.Use())));
        Refuses("Sin does not take a Int32", Stage.Versions, Int("m").Set(Apply(Op.Sin, s_n.Use())));
        Refuses("Sin takes 1 operands", Stage.Versions, s_y.Set(Apply(Op.Sin, s_x.Use(), s_x.Use())));
        Refuses("Less yields a Boolean", Stage.Versions, s_y.Set(new Apply(Op.Less, IrType.Double, [s_x.Use(), s_x.Use()])));
        Refuses("an index must be an integer", Stage.Versions, s_y.Set(s_w.At(s_x.Use())));
        Refuses("takes 1 indices", Stage.Versions, s_y.Set(s_w.At(s_n.Use(), s_n.Use())));
        Refuses("holds a", Stage.Versions, s_y.Set(new Constant(IrType.Double, 1)));
    }

    [Fact]
    public void Statements_have_the_types_of_their_parts()
    {
        Refuses("the value of", Stage.Versions, s_y.Set(s_n.Use()));
        Refuses("the condition", Stage.Versions, If(s_x.Use(), []));
        Refuses("is no storage", Stage.Versions, Int("m").Set(new Length(s_x.Use())));
        Refuses("is read-only", Stage.Versions, new Store(s_w.Use(), [s_n.Use()], s_x.Use()));
    }

    [Fact]
    public void Every_use_is_assigned_before_on_every_path()
    {
        Refuses("read before it is assigned", Stage.Versions, If(s_x.Use().Exceeds(Real(0)), [s_y.Set(s_x.Use())]), Double("z").Set(s_y.Use()));
        Refuses("read before it is assigned", Stage.Versions, Build.For(s_i, s_n.Use(), s_y.Set(s_x.Use())), Double("z").Set(s_y.Use()));
        Accepts(Stage.Versions, If(s_x.Use().Exceeds(Real(0)), [s_y.Set(s_x.Use())], s_y.Set(Real(0))), Double("z").Set(s_y.Use()));
        Accepts(Stage.Versions, new While(s_y.Use().Exceeds(Real(0)), Block(s_y.Set(s_x.Use())), TestsAtEnd: true));
        Accepts(Stage.Members, If(s_x.Use().Exceeds(Real(0)), [s_y.Set(s_x.Use())], Build.Return(s_x.Use())), Build.Return(s_y.Use()));
    }

    [Fact]
    public void Before_the_versions_some_path_is_enough()
    {
        Accepts(Stage.Normalized, If(s_x.Use().Exceeds(Real(0)), [s_y.Set(s_x.Use())]), Double("z").Set(s_y.Use()));
        Accepts(Stage.Normalized, Build.For(s_i, s_n.Use(), Double("z").Set(s_y.Use()), s_y.Set(s_x.Use())));
        Refuses("read before it is assigned", Stage.Normalized, Double("z").Set(s_y.Use()), s_y.Set(s_x.Use()));
    }

    [Fact]
    public void Statements_belong_to_stages()
    {
        Statement loop = new Loop(Generators.Ir.Block.Empty, Constant.Of(true), Block(new Break()), Generators.Ir.Block.Empty, TestsAtEnd: false);
        Accepts(Stage.Lowered, new Declare(s_y), loop, Build.Return());
        Assert.Equal(2, Violations(Stage.Normalized, loop).Count);
        Refuses("a Return does not belong here", Stage.Normalized, Build.Return());
        Refuses("a Declare does not belong here", Stage.Versions, new Declare(s_y));
        Accepts(Stage.Members, Build.Return());
    }

    [Fact]
    public void Scalars_have_one_assignment_or_are_merged_or_carried()
    {
        Accepts(Stage.Versions, If(s_x.Use().Exceeds(Real(0)), [s_y.Set(s_x.Use())], s_y.Set(Real(0))));
        Accepts(Stage.Versions, s_y.Set(Real(0)), Build.For(s_i, s_n.Use(), s_y.Add(s_x.Use())));
        Accepts(Stage.Versions, Build.For(s_i, s_n.Use(), s_x.Add(Real(1))));
        Refuses("assigned more than once", Stage.Versions, s_y.Set(Real(0)), s_y.Set(Real(1)));
        Refuses("assigned more than once", Stage.Versions, s_y.Set(Real(0)), If(s_x.Use().Exceeds(Real(0)), [s_y.Set(s_x.Use())]));
        Accepts(Stage.Members, s_y.Set(Real(0)), s_y.Set(Real(1)));
    }

    [Fact]
    public void Counted_loops_keep_their_promises()
    {
        Refuses("the body assigns the counter", Stage.Members, Build.For(s_i, s_n.Use(), s_i.Add(Number(1))));
        Refuses("the body assigns what the bound reads", Stage.Members, Build.For(s_i, s_n.Use(), s_n.Add(Number(1))));
        Refuses("the step must not be zero", Stage.Members, new For(s_i, Number(0), Op.Less, s_n.Use(), 0, Generators.Ir.Block.Empty));
    }

    [Fact]
    public void Storage_is_made_only_in_assignments()
    {
        Expr slice = new Slice(Build.ReadOnlySpan, s_w.Use(), Number(1), null);
        Accepts(Stage.Versions, Of(Build.ReadOnlySpan, "v").Set(slice));
        Assert.Contains("storage is made inside an expression", Violations(Stage.Versions, s_y.Set(new Element(slice, [Number(0)])))[0]);
    }

#if DEBUG
    [Fact]
    public void A_violation_is_shown_with_the_whole_body()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Verifier.Check(Block(s_y.Set(s_n.Use())), [s_n], Stage.Versions));
        Assert.Contains("the value of y", exception.Message);
        Assert.Contains(Printer.Print(s_y.Set(s_n.Use())), exception.Message);
    }
#endif
}
