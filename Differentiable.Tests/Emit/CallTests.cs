using Differentiable.Generators.Ir;
using Differentiable.Tests.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Emit;

public class CallTests
{
    private static readonly Variable s_x = Double("x"), s_n = Int("n"), s_r = Double("r"), s_s = Double("s");

    [Fact]
    public void A_method_calls_itself_by_its_simple_name_and_others_in_full()
    {
        Callee itself = new("global::Models.Model", "G", [Emitted.AsParameter(s_x), Emitted.AsParameter(s_n)], Returns(IrType.Double));
        Callee other = new("global::System.Math", "Sqrt", [Emitted.AsParameter(s_x)], Returns(IrType.Double));
        Assert.Equal("""
            double r = G(x * 2, n - 1);
            double s = Math.Sqrt(r);
            return s;
            """, Written(
            new Call(itself, [s_x.Use().Times(Real(2)), s_n.Use().Minus(Number(1))], [s_r]),
            new Call(other, [s_r.Use()], [s_s]),
            Build.Return(s_s.Use())));
    }

    [Fact]
    public void References_go_through_variables()
    {
        Callee increment = Ref("global::System.Threading.Interlocked", "Exchange", PassingMode.Ref, "location", Emitted.AsParameter(s_x));
        Variable after = Double("after");
        Assert.Equal("""
            double after = x;
            global::System.Threading.Interlocked.Exchange(ref after, x);
            double r = global::System.Threading.Interlocked.Exchange(ref after, x);
            double location = r;
            global::System.Threading.Interlocked.Exchange(ref location, x);
            return after;
            """, Written(
            new Call(increment, [s_x.Use(), s_x.Use()], [null, after]),
            new Call(increment, [after.Use(), s_x.Use()], [s_r, after]),
            new Call(increment, [s_r.Use(), s_x.Use()], [null, null]),
            Build.Return(after.Use())));
    }

    [Fact]
    public void Outputs_are_declared_in_the_call()
    {
        Variable value = Double("value"), text = Of(new OpaqueType("string"), "text");
        Callee parse = new("double", "TryParse", [Emitted.AsParameter(text), OutDouble], Returns(IrType.Boolean));
        Assert.Equal("""
            double.TryParse("1", out double value);
            bool ok = double.TryParse("2", out _);
            return value;
            """, Written(
            new Call(parse, [Text(text.Type, ["\"1\""]), null], [null, value]),
            new Call(parse, [Text(text.Type, ["\"2\""]), null], [Bool("ok"), null]),
            Build.Return(value.Use())));
    }

    [Fact]
    public void Tuples_are_taken_apart()
    {
        Expr pair = Text(new OpaqueType("(double, double)"), ["Math.SinCos(", ")"], s_x.Use());
        Variable t = Helper("t");
        Assert.Equal("""
            (double r, double s) = Math.SinCos(x);
            (r, double t) = Math.SinCos(x);
            (_, s) = Math.SinCos(x);
            return (r + s) * t;
            """, Written(
            new AssignTuple([s_r, s_s], pair),
            new AssignTuple([s_r, t], pair),
            new AssignTuple([null, s_s], pair),
            Build.Return(s_r.Use().Plus(s_s.Use()).Times(t.Use()))));
    }

    [Fact]
    public void A_tuple_that_two_branches_assign_is_declared_before_them()
    {
        Expr pair = Text(new OpaqueType("(double, double)"), ["Math.SinCos(", ")"], s_x.Use());
        Assert.Equal("""
            double r, s;
            if (n > 0)
            {
                (r, s) = Math.SinCos(x);
            }
            else
            {
                r = 0;
                s = 1;
            }
            return r + s;
            """, Written(
            If(s_n.Use().Exceeds(Number(0)), [new AssignTuple([s_r, s_s], pair)], s_r.Set(Real(0)), s_s.Set(Real(1))),
            Build.Return(s_r.Use().Plus(s_s.Use()))));
    }

    private static Parameter OutDouble => new(Double("result"), PassingMode.Out, IsActive: true, IsMutated: false, null);

    private static ReturnShape Returns(IrType type) => new([type], [""], IsTuple: false);

    private static Callee Ref(string type, string name, PassingMode mode, string parameter, params Parameter[] others) =>
        new(type, name, [new(Double(parameter), mode, IsActive: true, IsMutated: false, null), .. others], Returns(IrType.Double));

    private static string Written(params Statement[] body) => Emitted.Body(Block(body), IrType.Double, s_x, s_n);
}
