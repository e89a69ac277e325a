using Differentiable.Generators.Emit;
using Differentiable.Generators.Ir;
using Differentiable.Tests.Ir;
using static Differentiable.Tests.Ir.Build;

namespace Differentiable.Tests.Emit;

/// <summary>Two of the gradients that the design aims for, built by hand: what they look like is the emitter's part.</summary>
public class DesignExamples
{
    [Fact]
    public void LineFit()
    {
        Variable slope = Double("slope"), intercept = Double("intercept"), logSigma = Double("logSigma");
        Variable x = Of(Build.ReadOnlySpan, "x"), y = Of(Build.ReadOnlySpan, "y");
        Variable dslope = Shadow("dslope"), dintercept = Shadow("dintercept"), dlogSigma = Shadow("dlogSigma"), dsigma = Shadow("dsigma");
        Variable sigma = Double("sigma"), r = Double("r"), dr = Shadow("dr"), t = Helper("t"), i = Int("i");
        const string Residual = "r = (y[i] - (slope * x[i] + intercept)) / sigma";
        Expr xi = x.At(i.Use()), yi = y.At(i.Use());
        Block body = Block(
            y.Set(new Slice(Build.ReadOnlySpan, y.Use(), Number(0), x.Count())),
            dslope.Set(Real(0)), dintercept.Set(Real(0)), dlogSigma.Set(Real(0)), dsigma.Set(Real(0)),
            sigma.Set(Apply(Op.Exp, logSigma.Use()), "sigma = Math.Exp(logSigma)"),
            dlogSigma.Add(x.Count().ToDouble(), "return sum + x.Length * logSigma"),
            Build.For(i, x.Count(),
                r.Set(yi.Minus(slope.Use().Times(xi).Plus(intercept.Use())).Over(sigma.Use()), Residual),
                dr.Set(r.Use(), "sum += 0.5 * r * r"),
                t.Set(dr.Use().Over(sigma.Use()), Residual),
                dslope.Subtract(t.Use().Times(xi), Residual),
                dintercept.Subtract(t.Use(), Residual),
                dsigma.Subtract(t.Use().Times(r.Use()), Residual)),
            dlogSigma.Add(dsigma.Use().Times(sigma.Use()), "sigma = Math.Exp(logSigma)"),
            Build.Return(dslope.Use(), dintercept.Use(), dlogSigma.Use()));

        ReturnShape result = new([IrType.Double, IrType.Double, IrType.Double], ["slope", "intercept", "logSigma"], IsTuple: true);

        Assert.Equal("""
            y = y[..x.Length];
            double dslope = 0, dintercept = 0, dlogSigma = 0, dsigma = 0;
            double sigma = Math.Exp(logSigma);
            dlogSigma += x.Length;                  // return sum + x.Length * logSigma
            for (int i = 0; i < x.Length; i++)
            {
                double r = (y[i] - (slope * x[i] + intercept)) / sigma;
                double dr = r;                      // sum += 0.5 * r * r
                double t = dr / sigma;              // r = (y[i] - (slope * x[i] + intercept)) / sigma
                dslope -= t * x[i];
                dintercept -= t;
                dsigma -= t * r;
            }
            dlogSigma += dsigma * sigma;            // sigma = Math.Exp(logSigma)
            return (dslope, dintercept, dlogSigma);
            """, Emitted.Body(body, result, slope, intercept, logSigma, x, y));
    }

    [Fact]
    public void NewtonSqrt()
    {
        Variable a = Double("a"), tolerance = Double("tolerance"), s = Double("s");
        Variable da = Shadow("da"), ds = Shadow("ds"), t = Helper("t"), trips = Int("trips", VariableRole.Helper);
        Variable stack = Of(new OpaqueType("ValueStack"), "stack", VariableRole.Helper);
        const string Step = "s = 0.5 * (s + a / s)";
        Block body = Block(
            new Using(stack, Text(stack.Type, ["ValueStack.Rent()"])),
            trips.Set(Number(0)),
            s.Set(a.Use(), "s = a"),
            Build.While(Apply(Op.Abs, s.Use().Times(s.Use()).Minus(a.Use())).Exceeds(tolerance.Use()),
                new Comment("overwritten below, needed by a / s"),
                new Evaluate(Text(new OpaqueType("void"), ["", ".Push(", ")"], stack.Use(), s.Use())),
                s.Set(Real(0.5).Times(s.Use().Plus(a.Use().Over(s.Use()))), Step),
                trips.Add(Number(1))),
            da.Set(Real(0)), ds.Set(Real(1)),
            Build.While(trips.Use().Exceeds(Number(0)),
                s.Set(Text(IrType.Double, ["", ".Pop()"], stack.Use()), Step),
                t.Set(Real(0.5).Times(ds.Use()), Step),
                da.Add(t.Use().Over(s.Use()), Step),
                ds.Set(t.Use().Minus(t.Use().Times(a.Use()).Over(s.Use().Times(s.Use()))), Step),
                trips.Subtract(Number(1))),
            da.Add(ds.Use(), "s = a"),
            Build.Return(da.Use()));

        Assert.Equal("""
            using ValueStack stack = ValueStack.Rent();
            int trips = 0;
            double s = a;
            while (Math.Abs(s * s - a) > tolerance)
            {
                // overwritten below, needed by a / s
                stack.Push(s);
                s = 0.5 * (s + a / s);
                trips++;
            }
            double da = 0, ds = 1;
            for (; trips > 0; trips--)
            {
                s = stack.Pop();
                double t = 0.5 * ds;                // s = 0.5 * (s + a / s)
                da += t / s;
                ds = t - t * a / (s * s);
            }
            da += ds;                               // s = a
            return da;
            """, Emitted.Body(body, IrType.Double, a, tolerance));
    }
}
