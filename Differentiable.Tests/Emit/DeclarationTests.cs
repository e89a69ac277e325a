using Differentiable.Generators.Ir;
using Differentiable.Tests.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Emit;

public class DeclarationTests
{
    private readonly Variable _x = Double("x"), _n = Int("n"), _b = Bool("b"), _r = Double("r"), _s = Double("s"), _i = Int("i");

    private string Written(params Statement[] body) => Emitted.Body(Block(body), IrType.Double, _x, _n, _b);

    [Fact]
    public void A_variable_is_declared_where_it_is_first_assigned()
    {
        Assert.Equal("""
            double r = x;
            r += x;
            return r;
            """, Written(_r.Set(_x.Use()), _r.Add(_x.Use()), Build.Return(_r.Use())));
    }

    [Fact]
    public void A_variable_of_both_branches_is_declared_before_them_without_a_value()
    {
        Assert.Equal("""
            double r;
            if (b)
                r = x;
            else
                r = 1;
            return r;
            """, Written(If(_b.Use(), [_r.Set(_x.Use())], _r.Set(Real(1))), Build.Return(_r.Use())));
    }

    [Fact]
    public void A_branch_that_throws_needs_no_value()
    {
        Assert.Equal("""
            double r;
            if (b)
                r = x;
            else
                throw new ArgumentException();
            return r;
            """, Written(If(_b.Use(), [_r.Set(_x.Use())], new Throw(Text(new OpaqueType("Exception"), ["new ArgumentException()"]))), Build.Return(_r.Use())));
    }

    [Fact]
    public void A_variable_that_may_stay_unassigned_gets_a_value()
    {
        Assert.Equal("""
            double r = 0;
            if (b)
                r = x;
            return r;
            """, Written(If(_b.Use(), [_r.Set(_x.Use())]), Build.Return(_r.Use())));
    }

    [Fact]
    public void A_loop_may_not_run()
    {
        Assert.Equal("""
            double r = 0;
            for (int i = 0; i < n; i++)
                r = i;
            return r;
            """, Written(Build.For(_i, _n.Use(), _r.Set(_i.Use().ToDouble())), Build.Return(_r.Use())));
    }

    [Fact]
    public void A_loop_that_tests_at_its_end_runs()
    {
        Assert.Equal("""
            double r;
            do
            {
                r = x;
                n--;
            }
            while (n > 0);
            return r;
            """, Written(
            new While(_n.Use().Exceeds(Number(0)), Block(_r.Set(_x.Use()), _n.Subtract(Number(1))), TestsAtEnd: true),
            Build.Return(_r.Use())));
    }

    [Fact]
    public void What_two_loops_use_for_themselves_is_declared_in_each()
    {
        Statement[] body = [_r.Set(_x.Use().Times(_i.Use().ToDouble())), _s.Add(_r.Use())];
        Assert.Equal("""
            double s = 0;
            for (int i = 0; i < n; i++)
            {
                double r = x * i;
                s += r;
            }
            for (int i = 0; i < n; i++)
            {
                double r = x * i;
                s += r;
            }
            return s;
            """, Written(_s.Set(Real(0)), Build.For(_i, _n.Use(), body), Build.For(_i, _n.Use(), body), Build.Return(_s.Use())));
    }

    [Fact]
    public void What_a_loop_carries_is_declared_outside()
    {
        Assert.Equal("""
            double s = 0, r = 0;
            for (int i = 0; i < n; i++)
            {
                s += r;
                r = x;
            }
            return s;
            """, Written(
            _s.Set(Real(0), "double s = 0, r = 0;"), _r.Set(Real(0), "double s = 0, r = 0;"),
            Build.For(_i, _n.Use(), _s.Add(_r.Use()), _r.Set(_x.Use())),
            Build.Return(_s.Use())));
    }

    [Fact]
    public void The_users_constants_share_a_line_only_where_they_did_before()
    {
        Assert.Equal("""
            double s = 0;
            double r = 1;
            return s + r;
            """, Written(_s.Set(Real(0), "double s = 0;"), _r.Set(Real(1), "double r = 1;"), Build.Return(_s.Use().Plus(_r.Use()))));
    }

    [Fact]
    public void Declarations_of_one_type_share_a_line()
    {
        Variable m = Int("m");
        Assert.Equal("""
            double r, s;
            int m;
            if (b)
            {
                r = x;
                s = x;
                m = 1;
            }
            else
            {
                m = 2;
                s = 2;
                r = 3;
            }
            return r + s + m;
            """, Written(
            If(_b.Use(), [_r.Set(_x.Use()), _s.Set(_x.Use()), m.Set(Number(1))], m.Set(Number(2)), _s.Set(Real(2)), _r.Set(Real(3))),
            Build.Return(_r.Use().Plus(_s.Use()).Plus(m.Use().ToDouble()))));
    }

    [Fact]
    public void A_long_line_of_declarations_is_broken()
    {
        Statement[] zeros = [.. Enumerable.Range(0, 12).Select(i => Shadow($"dvariable{i}").Set(Real(0)))];
        string text = Written([.. zeros, Build.Return(_x.Use())]);
        Assert.Equal(3, text.Split('\n').Length);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 112));
    }

    [Fact]
    public void A_span_that_is_assigned_twice_may_hold_what_lives_on_the_stack()
    {
        Variable u = Of(Build.Span, "u"), v = Of(Build.Span, "v"), w = Of(Build.Span, "w");
        Assert.Equal("""
            Span<double> u = stackalloc double[2];
            scoped Span<double> v;
            if (b)
                v = u;
            else
                v = new double[2];
            scoped Span<double> w = v;
            w = u;
            return v[0] + w[0];
            """, Written(
            u.Set(new NewStorage(Build.Span, [Number(2)], [], OnStack: true)),
            If(_b.Use(), [v.Set(u.Use())], v.Set(new NewStorage(Build.Span, [Number(2)], [], OnStack: false))),
            w.Set(v.Use()),
            w.Set(u.Use()),
            Build.Return(v.At(Number(0)).Plus(w.At(Number(0))))));
    }
}
