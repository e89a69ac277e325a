using Differentiable.Generators.Ir;
using Differentiable.Tests.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Emit;

public class NameTests
{
    private readonly Variable _x = Double("x"), _n = Int("n"), _i = Int("i");

    private string Written(params Statement[] body) => Emitted.Body(Block(body), IrType.Double, _x, _n);

    [Fact]
    public void Versions_of_a_variable_are_numbered()
    {
        Variable one = Double("r"), two = Double("r"), three = Double("x1"), four = Double("x1");
        Assert.Equal("""
            double r = x;
            double r2 = r;
            double x1 = r2;
            double x1_2 = x1;
            return x1_2;
            """, Written(one.Set(_x.Use()), two.Set(one.Use()), three.Set(two.Use()), four.Set(three.Use()), Build.Return(four.Use())));
    }

    [Fact]
    public void A_name_is_free_again_in_another_block_but_not_in_an_inner_one()
    {
        Variable one = Double("t"), two = Double("t"), outer = Double("t"), s = Double("s");
        Assert.Equal("""
            double s = 0;
            for (int i = 0; i < n; i++)
            {
                double t2 = x;
                s += t2;
            }
            for (int i = 0; i < n; i++)
            {
                double t2 = s;
                s += t2;
            }
            double t = s;
            return t;
            """, Written(
            s.Set(Real(0)),
            Build.For(_i, _n.Use(), one.Set(_x.Use()), s.Add(one.Use())),
            Build.For(_i, _n.Use(), two.Set(s.Use()), s.Add(two.Use())),
            outer.Set(s.Use()),
            Build.Return(outer.Use())));
    }

    [Fact]
    public void The_users_names_come_before_those_of_the_adjoint()
    {
        Variable helper = Helper("t"), users = Double("t"), shadow = Shadow("dx"), usersToo = Double("dx");
        Assert.Equal("""
            double t2 = x;
            double dx2 = t2;
            double t = dx2;
            double dx = t;
            return dx;
            """, Written(
            helper.Set(_x.Use()), shadow.Set(helper.Use()), users.Set(shadow.Use()), usersToo.Set(users.Use()), Build.Return(usersToo.Use())));
    }

    [Fact]
    public void Keywords_and_names_with_a_meaning_are_kept_apart()
    {
        Variable keyword = Double("params"), math = Double("Math"), discard = Double("_");
        Assert.Equal("""
            double @params = x;
            double Math2 = Math.Sin(@params);
            double _2 = Math2;
            return _2;
            """, Written(keyword.Set(_x.Use()), math.Set(Apply(Op.Sin, keyword.Use())), discard.Set(math.Use()), Build.Return(discard.Use())));
    }

    [Fact]
    public void A_parameter_may_be_called_like_a_type_or_a_member()
    {
        Variable math = Double("Math"), scale = Double("Scale");
        Expr field = Text(IrType.Double, ["global::Models.Model.Scale"]), method = Text(IrType.Double, ["global::Models.Model.G(", ", 2)"], scale.Use());
        Assert.Equal("""
            return global::System.Math.Sin(Math) + global::Models.Model.Scale * Scale + G(Scale, 2);
            """, Emitted.Body(
            Block(Build.Return(Apply(Op.Sin, math.Use()).Plus(field.Times(scale.Use())).Plus(method))), IrType.Double, math, scale));
    }

    [Fact]
    public void A_local_does_not_hide_what_opaque_text_mentions()
    {
        Variable count = Int("Environment");
        Assert.Equal("""
            int Environment2 = Environment.ProcessorCount;
            return Environment2;
            """, Written(count.Set(Text(IrType.Int32, ["Environment.ProcessorCount"])), Build.Return(count.Use().ToDouble())));
    }
}
