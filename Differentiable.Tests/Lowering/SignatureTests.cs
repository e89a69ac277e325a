using Differentiable.Generators.Ir;

namespace Differentiable.Tests.Lowering;

/// <summary>Parameters, results and containers, of the method and of its callees.</summary>
public class SignatureTests
{
    [Theory]
    [InlineData("x += a[0]; return x;", false)]
    [InlineData("a[0] = x; return x;", true)]
    [InlineData("a[0]++; return x;", true)]
    [InlineData("double[] b = a; b[0] = x; return x;", true)]
    [InlineData("double[] b = (double[])a.Clone(); b[0] = x; return x;", false)]
    [InlineData("double[] b = a[1..]; b[0] = x; return x;", false)]
    [InlineData("Span<double> s = a.AsSpan(1); s[0] = x; return x;", true)]
    [InlineData("foreach (ref double v in a.AsSpan()) v = x; return x;", true)]
    [InlineData("foreach (double v in a) x += v; return x;", false)]
    [InlineData("ref double r = ref a[0]; r = x; return x;", true)]
    [InlineData("(x, a[0]) = (a[0], x); return x;", true)]
    [InlineData("a.AsSpan().Fill(x); return x;", true)]
    [InlineData("double[] c = new double[n]; a.CopyTo(c, 0); return c[0];", false)]
    [InlineData("double[] c = new double[n]; c.CopyTo(a, 0); return c[0];", true)]
    [InlineData("return Bump(ref a[0]);", true)]
    [InlineData("return Dot(a, new double[1]);", false)]
    [InlineData("void Set(double[] v) { v[0] = x; } Set(a); return x;", true)]
    public void A_parameter_is_mutated_when_its_elements_are_written(string body, bool isMutated) =>
        Assert.Equal(isMutated, Lowered.Body(body).Function.Parameters[1].IsMutated);

    [Theory]
    [InlineData("return v[0];", false)]
    [InlineData("v[0] = 1; return 1;", true)]
    [InlineData("v[0] += 1; return 1;", true)]
    [InlineData("v[0]++; return 1;", true)]
    [InlineData("(v[0], v[1]) = (v[1], v[0]); return 1;", true)]
    [InlineData("var s = v[1..]; s[0] = 1; return 1;", true)]
    [InlineData("Span<double> s; s = v; s[0] = 1; return 1;", true)]
    [InlineData("foreach (ref double e in v) e = 1; return 1;", true)]
    [InlineData("foreach (double e in v) { double f = e; f = 1; } return 1;", false)]
    [InlineData("ref double r = ref v[0]; r = 1; return 1;", true)]
    [InlineData("ref readonly double r = ref v[0]; return r;", false)]
    [InlineData("v.Fill(1); return 1;", true)]
    [InlineData("double[] w = v.ToArray(); return w[0];", false)]
    [InlineData("Writes(v); return 1;", true)]
    [InlineData("return Reads(v);", false)]
    [InlineData("return Math.Sin(v[0]);", false)]
    public void A_callee_may_write_what_its_source_shows(string body, bool mayWrite)
    {
        Function function = Lowered.Source($$"""
            public static partial class D
            {
                [Differentiable] public static double F(double[] a) => Callee(a);
                [Differentiable] public static double Callee(Span<double> v) { {{body}} }
                [Differentiable] public static double Reads(ReadOnlySpan<double> v) => v[0];
                [Differentiable] public static void Writes(Span<double> v) => v[0] = 1;
            }
            """).Function;
        Call call = function.Body.Statements.OfType<Call>().Single();
        Assert.Equal(mayWrite, call.Callee.Parameters[0].IsMutated);
        Assert.Equal(mayWrite, function.Parameters[0].IsMutated);
    }

    [Fact]
    public void Parameters_keep_mode_activity_and_default()
    {
        Function function = Lowered.Source("""
            partial class D
            {
                [Differentiable]
                static (double value, int Item2) F(in double a, ref float b, out double c, [NonDifferentiable] double d, DayOfWeek e = DayOfWeek.Friday,
                    double f = 0.1, string g = "a\"b", int? h = null, float i = float.NaN)
                {
                    c = a;
                    return (a, 1);
                }
            }
            """).Function;
        Assert.Equal(
            [PassingMode.In, PassingMode.Ref, PassingMode.Out, PassingMode.Value, PassingMode.Value, PassingMode.Value, PassingMode.Value, PassingMode.Value, PassingMode.Value],
            function.Parameters.Select(p => p.Mode));
        Assert.Equal([true, true, true, false, false, true, false, false, true], function.Parameters.Select(p => p.IsActive));
        Assert.Equal(
            [null, null, null, null, "global::System.DayOfWeek.Friday", "0.1d", "\"a\\\"b\"", "null", "float.NaN"],
            function.Parameters.Select(p => p.Default));
        Assert.Equal(new ReturnShape([IrType.Double, IrType.Int32], ["value", "Item2"], IsTuple: true), function.Result with { Parts = default });
        Assert.Equal(["Item1", "Item2"], function.Result.Parts.Select(part => string.Join(".", part!.Path)));
    }

    [Fact]
    public void A_container_is_the_chain_of_types()
    {
        Function function = Lowered.Source("""
            namespace A.@class;

            static partial class Outer<T>
            {
                partial record struct Inner
                {
                    private protected partial interface Deep
                    {
                        /// <summary>
                        /// Squares <paramref name="x"/>.
                        /// More.
                        /// </summary>
                        [Differentiable]
                        internal static double F(double x) => x * x;
                    }
                }
            }
            """.Replace("private protected ", "private ")).Function;
        Assert.Equal("A.@class", function.Container.Namespace);
        Assert.Equal(["static partial class Outer<T>", "partial record struct Inner", "partial interface Deep"], function.Container.Types);
        Assert.Equal("A.class.Outer`1.Inner.Deep.F", function.Container.FileName);
        Assert.Equal("internal", function.Accessibility);
        Assert.Equal("Squares x.", function.Summary);
        Assert.False(function.Container.HidesSystemNames);
    }

    [Theory]
    [InlineData("[Differentiable] static double F(double x) => x; [Differentiable] static double f(double x) => x;", "f", "D.f.2")]
    [InlineData("static double F(int x) => x; [Differentiable] static double F(double x) => x;", "F", "D.F.2")]
    public void Namesakes_get_files_of_their_own(string members, string method, string file)
    {
        var tree = Compiler.Parse($"partial class D {{ {members} }}");
        var marked = Compiler.Methods(tree).Last(m => m.Identifier.Text == method);
        Assert.Equal(file, Compiler.Lower(Compiler.Compile(tree), marked).Function!.Container.FileName);
    }

    [Theory]
    [InlineData("partial class D { [Differentiable] static double F(double x) => x; }", false)]
    [InlineData("partial class D { [Differentiable] static double F(double x) => x; static int Math => 1; }", true)]
    [InlineData("class B { protected class Span { } } partial class D : B { [Differentiable] static double F(double x) => x; }", true)]
    [InlineData("namespace A.Math { class X { } } namespace A.B { partial class D { [Differentiable] static double F(double x) => x; } }", true)]
    [InlineData("class Workspace { } partial class D { [Differentiable] static double F(double x) => x; }", true)]
    [InlineData("global using Span = System.Int32; partial class D { [Differentiable] static double F(double x) => x; }", true)]
    [InlineData("namespace Z { class Shadow { } } partial class D { [Differentiable] static double F(double x) => x; }", false)]
    public void Names_are_hidden_by_what_stands_around(string source, bool hides) =>
        Assert.Equal(hides, Lowered.Source(source).Function.Container.HidesSystemNames);
}
