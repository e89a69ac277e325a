using Differentiable.Generators.Ir;
using Differentiable.Tests.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Emit;

public class StatementTests
{
    private readonly Variable _x = Double("x"), _y = Double("y"), _n = Int("n"), _i = Int("i"), _b = Bool("b"), _a = Of(Build.Array, "a");

    private string Written(params Statement[] body) => Emitted.Body(Block(body), ReturnShape.Void, _x, _y, _n, _b, _a);

    [Fact]
    public void Updates_are_compound_assignments()
    {
        Assert.Equal("""
            x += y;
            x -= y - 1;
            x *= 2;
            x /= n;
            n++;
            n--;
            n += 2;
            n <<= 1;
            a[n] += x;
            x = y + x;
            x = x + y + y;
            """, Written(
            _x.Add(_y.Use()),
            _x.Subtract(_y.Use().Minus(Real(1))),
            _x.Set(_x.Use().Times(Real(2))),
            _x.Set(_x.Use().Over(_n.Use().ToDouble())),
            _n.Add(Number(1)),
            _n.Subtract(Number(1)),
            _n.Add(Number(2)),
            _n.Set(Apply(Op.ShiftLeft, _n.Use(), Number(1))),
            new Store(_a.Use(), [_n.Use()], _a.At(_n.Use()).Plus(_x.Use())),
            _x.Set(_y.Use().Plus(_x.Use())),
            _x.Set(_x.Use().Plus(_y.Use()).Plus(_y.Use()))));
    }

    [Fact]
    public void Counted_loops()
    {
        Assert.Equal("""
            for (int i = 0; i < n; i++)
                x += i;
            for (int i = n - 1; i >= 0; i--)
                x -= i;
            for (int i = 1; i <= n; i += 2)
            {
                x *= i;
                y += x;
            }
            """, Written(
            Build.For(_i, _n.Use(), _x.Add(_i.Use().ToDouble())),
            new For(_i, _n.Use().Minus(Number(1)), Op.GreaterOrEqual, Number(0), -1, Block(_x.Subtract(_i.Use().ToDouble()))),
            new For(_i, Number(1), Op.LessOrEqual, _n.Use(), 2, Block(_x.Set(_x.Use().Times(_i.Use().ToDouble())), _y.Add(_x.Use())))));
    }

    [Fact]
    public void A_counter_that_is_read_behind_its_loop_is_declared_before_it()
    {
        Assert.Equal("""
            int i;
            for (i = 0; i < n; i++)
                x += i;
            y = i;
            """, Written(Build.For(_i, _n.Use(), _x.Add(_i.Use().ToDouble())), _y.Set(_i.Use().ToDouble())));
    }

    [Fact]
    public void Loops_that_test_at_either_end()
    {
        Assert.Equal("""
            while (x > 1)
                x /= 2;
            do
            {
                x *= 2;
            }
            while (1 > x);
            """, Written(
            Build.While(_x.Use().Exceeds(Real(1)), _x.Set(_x.Use().Over(Real(2)))),
            new While(Real(1).Exceeds(_x.Use()), Block(_x.Set(_x.Use().Times(Real(2)))), TestsAtEnd: true)));
    }

    [Fact]
    public void A_trip_count_counts_down_in_the_header()
    {
        Variable trips = Int("trips", VariableRole.Helper);
        Assert.Equal("""
            int trips = n;
            for (; trips > 0; trips--)
                x /= 2;
            while (n > 0)
                n--;
            """, Written(
            trips.Set(_n.Use()),
            Build.While(trips.Use().Exceeds(Number(0)), _x.Set(_x.Use().Over(Real(2))), trips.Subtract(Number(1))),
            Build.While(_n.Use().Exceeds(Number(0)), _n.Subtract(Number(1)))));
    }

    [Fact]
    public void Branches()
    {
        Statement set = _x.Set(Real(1)), other = _x.Set(Real(2)), last = _x.Set(Real(3));
        Expr test = _n.Use().Exceeds(Number(0));
        Assert.Equal("""
            if (n > 0)
                x = 1;
            else
                x = 2;
            if (n > 0)
                x = 1;
            else if (b)
                x = 2;
            else
                x = 3;
            if (n <= 0)
                x = 2;
            if (!(x > y))
                x = 3;
            if (b)
            {
                x = 1;
                x = 2;
            }
            else
            {
                x = 3;
            }
            """, Written(
            If(test, [set], other),
            If(test, [set], If(_b.Use(), [other], last)),
            If(test, [], other),
            If(_x.Use().Exceeds(_y.Use()), [], last),
            If(_b.Use(), [set, other], last)));
    }

    [Fact]
    public void Nested_statements_have_braces()
    {
        Assert.Equal("""
            for (int i = 0; i < n; i++)
            {
                if (b)
                    x += i;
            }
            """, Written(Build.For(_i, _n.Use(), If(_b.Use(), [_x.Add(_i.Use().ToDouble())]))));
    }

    [Fact]
    public void Effects_comments_and_exceptions()
    {
        OpaqueType none = new("void");
        Assert.Equal("""
            ArgumentOutOfRangeException.ThrowIfNegative(n);
            // a remark
            _ = n + 1;
            if (b)
                throw new ArgumentException("no", "b");
            """, Written(
            new Evaluate(Text(none, ["ArgumentOutOfRangeException.ThrowIfNegative(", ")"], _n.Use())),
            new Comment("a\nremark"),
            new Evaluate(Text(IrType.Int32, ["", " + 1"], _n.Use())),
            If(_b.Use(), [new Throw(Text(none, ["new ArgumentException(\"no\", \"b\")"]))]),
            Build.Return()));
    }

    [Fact]
    public void Storage_is_made_viewed_and_copied()
    {
        Variable u = Of(Build.Array, "u"), v = Of(Build.Span, "v"), w = Of(Build.Span, "w"), t = Of(Build.Span, "t");
        Variable rows = Of(new ArrayType(Build.Array, 1), "rows"), c = Of(Build.Array, "c"), d = Of(Build.Array, "d"), e = Of(Build.ReadOnlySpan, "e");
        Assert.Equal("""
            double[] u = new double[n];
            Span<double> v = stackalloc double[4];
            Span<double> w = u;
            Span<double> t = v.Slice(1, n);
            ReadOnlySpan<double> e = a.AsSpan(n);
            double[][] rows = new double[n][];
            rows[0] = new double[] { 1, x };
            double[] c = (double[])a.Clone();
            double[] d = t.ToArray();
            """, Written(
            u.Set(new NewStorage(Build.Array, [_n.Use()], [], OnStack: false)),
            v.Set(new NewStorage(Build.Span, [Number(4)], [], OnStack: true)),
            w.Set(new View(Build.Span, u.Use())),
            t.Set(new Slice(Build.Span, v.Use(), Number(1), _n.Use())),
            e.Set(new Slice(Build.ReadOnlySpan, _a.Use(), _n.Use(), null)),
            rows.Set(new NewStorage(rows.Type, [_n.Use()], [], OnStack: false)),
            new Store(rows.Use(), [Number(0)], new NewStorage(Build.Array, [], [Real(1), _x.Use()], OnStack: false)),
            c.Set(new CopyOf(Build.Array, _a.Use())),
            d.Set(new CopyOf(Build.Array, t.Use()))));
    }
}
