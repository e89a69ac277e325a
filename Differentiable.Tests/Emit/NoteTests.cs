using Differentiable.Generators.Ir;
using Differentiable.Tests.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Emit;

public class NoteTests
{
    private readonly Variable _x = Double("x"), _n = Int("n"), _s = Double("s"), _ds = Shadow("ds"), _t = Helper("t"), _i = Int("i");
    private readonly Variable _da = Of(Build.Span, "da", VariableRole.Shadow), _a = Of(Build.Span, "a");

    private string Written(params Statement[] body) => Emitted.Body(Block(body), ReturnShape.Void, _x, _n, _da, _a);

    [Fact]
    public void Adjoint_statements_name_their_source_and_the_primal_does_not()
    {
        Assert.Equal("""
            double s = x;
            double ds = 1;                          // s = x
            da[0] += ds;                            // s += a[0]
            a[0] = s;
            """, Written(
            _s.Set(_x.Use(), "s = x"),
            _ds.Set(Real(1), "s = x"),
            new Store(_da.Use(), [Number(0)], _da.At(Number(0)).Plus(_ds.Use())) { Note = "s += a[0]" },
            new Store(_a.Use(), [Number(0)], _s.Use()) { Note = "a[0] = s" }));
    }

    [Fact]
    public void A_note_is_not_repeated_until_another_block_begins()
    {
        Assert.Equal("""
            double ds = 1;
            double t = ds * x;                      // s = x * x
            ds = t;
            for (int i = 0; i < n; i++)
            {
                ds += t;                            // s = x * x
                ds -= x;
            }
            ds *= 2;                                // s = x * x
            """, Written(
            _ds.Set(Real(1)),
            _t.Set(_ds.Use().Times(_x.Use()), "s = x * x"),
            _ds.Set(_t.Use(), "s = x * x"),
            Build.For(_i, _n.Use(), _ds.Add(_t.Use(), "s = x * x"), _ds.Subtract(_x.Use(), "s = x * x")),
            _ds.Set(_ds.Use().Times(Real(2)), "s = x * x")));
    }

    [Fact]
    public void A_long_line_does_not_move_the_column_of_the_others()
    {
        Expr product = Enumerable.Range(0, 30).Aggregate(_x.Use(), (left, _) => left.Times(_x.Use()));
        string[] lines = Written(_ds.Set(_x.Use(), "short"), _t.Set(product, "long")).Split('\n');
        Assert.Equal("double ds = x;                          // short", lines[0]);
        Assert.EndsWith("x * x;  // long", lines[1]);
    }

    [Fact]
    public void A_note_stays_on_its_line_and_within_bounds()
    {
        string line = Written(_ds.Set(_x.Use(), "a\r\nb" + new string('c', 200)));
        Assert.Contains("// a  bccc", line);
        Assert.EndsWith("c…", line);
        Assert.Equal(143, line.Length);
    }
}
