using Differentiable.Generators.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Ir;

public class TraversalTests
{
    private static readonly Variable s_x = Double("x"), s_y = Double("y"), s_n = Int("n"), s_a = Of(Build.Array, "a"), s_s = Of(Build.Span, "s");

    /// <summary>One of each kind, with distinct operands.</summary>
    private static readonly Expr[] s_expressions =
    [
        Apply(Op.FusedMultiplyAdd, s_x.Use(), s_y.Use(), Real(1)),
        s_n.Use().ToDouble(),
        new Conditional(s_x.Use().Exceeds(Real(0)), s_x.Use(), s_y.Use()),
        s_a.At(s_n.Use()),
        new Element(Of(new ArrayType(StructType.Tuple([IrType.Int32, IrType.Double]), 1), "pairs").Use(), [s_n.Use()], ["Item2"]),
        s_a.Count(),
        new Slice(Build.Span, s_s.Use(), Number(1), null),
        new Slice(Build.Span, s_s.Use(), Number(1), s_n.Use()),
        new View(Build.Span, s_a.Use()),
        new NewStorage(Build.Array, [Number(2)], [Real(1), s_x.Use()], OnStack: false),
        new CopyOf(Build.Array, s_a.Use()),
        Text(IrType.Double, ["F(", ", ", ")"], s_x.Use(), s_n.Use()),
    ];

    [Fact]
    public void A_map_that_changes_nothing_returns_the_same_instance()
    {
        foreach (Expr expression in s_expressions)
        {
            Assert.Same(expression, expression.MapChildren(child => child));
            Assert.Same(expression, expression.Rewrite(part => part));
        }
    }

    [Fact]
    public void A_map_reaches_every_child_and_keeps_the_rest()
    {
        foreach (Expr expression in s_expressions)
        {
            List<Expr> seen = [];
            Expr copy = expression.MapChildren(child =>
            {
                seen.Add(child);
                return child with { };
            });
            Assert.Equal(expression.Children(), seen);
            Assert.Equal(expression, copy);
            Assert.NotSame(expression, copy);
        }
    }

    [Fact]
    public void Rewriting_goes_bottom_up()
    {
        Expr expression = s_x.Use().Plus(s_y.Use().Times(s_x.Use()));
        Expr rewritten = expression.Rewrite(part => part switch
        {
            Use use when use.Variable == s_x => Real(2),
            Apply { Op: Op.Multiply } product when product.Arguments[1] is Constant => product.Arguments[0],
            _ => part,
        });
        Assert.Equal(Real(2).Plus(s_y.Use()), rewritten);
    }

    [Fact]
    public void Descendants_come_with_their_parents_first()
    {
        Expr product = s_y.Use().Times(s_x.Use()), sum = s_x.Use().Plus(product);
        Assert.Equal([sum, s_x.Use(), product, s_y.Use(), s_x.Use()], sum.DescendantsAndSelf());
        Assert.Equal([s_x, s_y, s_x], sum.Variables());
    }

    [Fact]
    public void Statements_show_what_they_read_and_assign()
    {
        Statement store = new Store(s_a.Use(), [s_n.Use()], s_x.Use());
        Assert.Equal([s_a.Use(), s_n.Use(), s_x.Use()], store.Expressions());
        Assert.Empty(store.Defines());
        Statement loop = Build.For(s_n, Number(3), store);
        Assert.Equal([Number(0), Number(3)], loop.Expressions());
        Assert.Equal([s_n], loop.Defines());
        Assert.Equal([s_y], new AssignTuple([null, s_y], s_x.Use()).Defines());
        Assert.Equal([loop, store], Block(loop).DescendantStatements());
    }

    [Fact]
    public void A_changed_copy_forgets_what_the_original_found_out()
    {
        Apply sum = (Apply)s_x.Use().Plus(s_y.Use());
        Assign assign = (Assign)s_y.Set(sum);
        Assert.Equal([s_x, s_y], sum.Variables());
        Assert.Equal([sum], assign.Expressions());
        Assert.Equal([s_x, s_x], (sum with { Arguments = [s_x.Use(), s_x.Use()] }).Variables());
        Assert.Equal([s_x.Use()], (assign with { Value = s_x.Use() }).Expressions());
    }

    [Fact]
    public void What_was_found_out_is_no_part_of_the_value()
    {
        Expr asked = s_x.Use().Plus(s_y.Use()), fresh = s_x.Use().Plus(s_y.Use());
        asked.Variables();
        Assert.Equal(fresh, asked);
        Assert.Equal(fresh.GetHashCode(), asked.GetHashCode());
        Assert.NotEqual(s_x.Set(fresh), s_x.Set(fresh) with { Note = "x" });
    }

    [Fact]
    public void Statements_that_do_not_change_are_the_same_instance()
    {
        Block body = Block(
            If(s_x.Use().Exceeds(Real(0)), [s_y.Set(s_x.Use())], Build.While(s_x.Use().Exceeds(Real(1)), s_y.Set(s_x.Use()))),
            new Store(s_a.Use(), [s_n.Use()], s_x.Use()),
            Build.For(s_n, Number(3), s_y.Set(Real(1))));
        Assert.Same(body, body.RewriteExpressions(part => part));
        Assert.Same(body, body.MapStatements(statement => statement.MapDefinitions(variable => variable)));
        Assert.Same(body, body.With([.. body.Statements]));
    }

    [Fact]
    public void A_copy_shares_no_statement_with_the_original()
    {
        Statement loop = Build.For(s_n, Number(3), s_y.Set(Real(1)));
        Statement copy = Rewriter.Copy(loop);
        Assert.Equal(loop, copy);
        Assert.All(loop.DescendantsAndSelf().Zip(copy.DescendantsAndSelf()), pair => Assert.NotSame(pair.First, pair.Second));
    }

    [Fact]
    public void Statements_are_mapped_in_all_their_parts()
    {
        Statement statement = If(s_x.Use().Exceeds(Real(0)), [s_y.Set(s_x.Use())], Build.While(s_x.Use().Exceeds(Real(1)), s_y.Set(s_x.Use())));
        Block renamed = Block(statement).RewriteExpressions(part => part is Use use && use.Variable == s_x ? s_y.Use() : part);
        Assert.DoesNotContain(s_x, renamed.DescendantStatements().SelectMany(inner => inner.Expressions()).SelectMany(part => part.Variables()));
        Assert.Equal(s_x.Set(Real(1)), s_y.Set(Real(1)).MapDefinitions(_ => s_x));
        Assert.Equal(Build.For(s_n, Number(1)), Build.For(s_n, Number(1), s_y.Set(Real(1))).MapBlocks(_ => Generators.Ir.Block.Empty));
    }
}
