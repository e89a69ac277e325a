namespace Differentiable.Tests.Diagnostics;

/// <summary>Instance methods and their objects: each diagnostic fires at its place, and not for the nearest neighbour.</summary>
public class ClassDiagnosticTests
{
    [Theory]
    [InlineData("public partial class C { [Differentiable] public virtual double {|DIFF0066:F|}(double x) => x; }")]
    [InlineData("public abstract class B { public abstract double F(double x); } public partial class C : B { [Differentiable] public override double {|DIFF0066:F|}(double x) => x; }")]
    [InlineData("public abstract class B { public abstract double F(double x); } public partial class C : B { [Differentiable] public sealed override double F(double x) => x; }")]
    [InlineData("public abstract class B { public abstract double F(double x); } public sealed partial class C : B { [Differentiable] public override double F(double x) => x; }")]
    [InlineData("public abstract class B { public abstract double G(double x); } public partial class C(B b) { [Differentiable] public double F(double x) => {|DIFF0015:b.G(x)|}; }")]
    public Task Methods_are_not_dispatched(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("public class C { [{|DIFF0071:Differentiable|}] public static double P; }")]
    [InlineData("public class C { [{|DIFF0071:Differentiable|}] public int P; }")]
    [InlineData("public class C { [{|DIFF0071:Differentiable|}] public double P => 1; }")]
    [InlineData("public class C { [{|DIFF0071:Differentiable|}] public double P { get; set => field = 2 * value; } }")]
    [InlineData("public class C { [{|DIFF0071:Differentiable|}] public virtual double P { get; set; } }")]
    [InlineData("public class C { [{|DIFF0071:Differentiable|}] public System.Collections.Generic.List<double> P; }")]
    [InlineData("public struct C { [{|DIFF0071:Differentiable|}] public double P; }")]
    [InlineData("public partial class C { [{|DIFF0071:Differentiable|}] private int n; [Differentiable] public double F(double x) => n * x; }")]
    [InlineData("public class C { [{|DIFF0071:Differentiable|}] public System.Numerics.Complex P; }")]
    [InlineData("public static partial class C { extension(double x) { [{|DIFF0071:Differentiable|}] public double Twice => 2 * x; } }")]
    [InlineData("public class C { [Differentiable] public float[][] P { get; } }")]
    [InlineData("public class C<T> where T : System.Numerics.INumber<T> { [Differentiable] public T[] P; [Differentiable] public System.Half H; }")]
    public Task Inputs_are_fields_or_automatic_properties(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("[Differentiable] public double F(double x, C other) => x * {|DIFF0072:s_other.K|}; private static C s_other;")]
    [InlineData("[Differentiable] public double F(double x) { var c = this; return x * {|DIFF0072:c.K|}; }")]
    [InlineData("[Differentiable] public double F(double x) => G(x) + {|DIFF0072:_other.G(x)|}; [Differentiable] double G(double x) => x * K; private C _other;")]
    [InlineData("[Differentiable] public double F(double x) => x + Differentiate.StopGradient(_other.K + _other.G(x)); [Differentiable] double G(double x) => x * K; private C _other;")]
    [InlineData("[Differentiable] public double F(double x) => x * _other.K + _other.G(x); [Differentiable] double G(double x) => x * K; [NonDifferentiable] private C _other;")]
    [InlineData("[Differentiable] public double F(double x, [NonDifferentiable] C[] all) { foreach (C c in all) x += c.K * x; var d = all[0]; return x * d.K; }")]
    public Task Members_of_other_objects_are_constants_where_that_is_said(string members) => Analysis.AssertReports(
        Class(members.Replace(", C other", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("double Hidden() => K; [Differentiable] public double F(double x) => x * Hidden();")]
    [InlineData("double Hidden => 2 * K; [Differentiable] public double F(double x) => x * this.Hidden;")]
    [InlineData("double Hidden { get => field * K; set; } [Differentiable] public double F(double x) => x * {|DIFF0073:this.Hidden|};")]
    [InlineData("double A() => B(); double B() => K; [Differentiable] public double F(double x) => x * A();")]
    [InlineData("static double Of(C c) => c.K; [Differentiable] public double F(double x) => x * {|DIFF0073:Of(this)|};")]
    [InlineData("public virtual double Rate(int n) => n; [Differentiable] public double F(double x) => x * {|DIFF0073:Rate(2)|};")]
    [InlineData("double this[int i] => K; [Differentiable] public double F(double x) => x * {|DIFF0073:this[2]|};")]
    [InlineData("void Change() => {|DIFF0017:K|} = 3; [Differentiable] public double F(double x) { Change(); return x * K; }")]
    [InlineData("void Log() => System.Console.WriteLine(K); [Differentiable] public double F(double x) { Log(); return x * K; }")]
    [InlineData("double Hidden() => 2; double Name => 3; [Differentiable] public double F(double x) => x * Hidden() * Name;")]
    [InlineData("double Hidden() => K; [Differentiable] public double F(double x) => x * Differentiate.StopGradient(Hidden());")]
    [InlineData("double Hidden(double x) => K * x; [DerivativeOf(typeof(C), nameof(Hidden))] static double P(C self, double x, double dresult) => dresult; [Differentiable] public double F(double x) => {|DIFF0073:Hidden(x)|};")]
    [InlineData("[Differentiable, CustomGradient(nameof(P))] public double {|DIFF0015:F|}(double x) => K * x; static double P(C self, double x, double dresult) => dresult;")]
    public Task Code_that_is_not_looked_into_reads_no_inputs(string members) => Analysis.AssertReports(Class(members));

    [Theory]
    [InlineData("public sealed partial class C : B { protected override double Law(double x) => x * R; protected override double Scale => R; [Differentiable] public double F(double x) => Law(x) * Scale * R; }")]
    [InlineData("public partial class C : B { protected sealed override double Law(double x) => x * R; protected sealed override double Scale => R; [Differentiable] public double F(double x) => Law(x) * Scale * R; }")]
    [InlineData("public partial class C : B { protected override double Law(double x) => x * R; protected override double Scale => R; [Differentiable] public double F(double x) => {|DIFF0015:{|DIFF0073:Law(x)|}|} * {|DIFF0073:Scale|} * R; }")]
    public Task What_no_derived_class_overrides_is_looked_into(string type) => Analysis.AssertReports(
        "public abstract partial class B { [Differentiable] protected double R; protected abstract double Scale { get; } protected abstract double Law(double x); } " + type);

    [Theory]
    [InlineData("[Differentiable] public double F(double x) { {|DIFF0017:K|} = x; return x; }")]
    [InlineData("[Differentiable] public double F(double x) { {|DIFF0017:this.W[0]|} = x; return x; }")]
    [InlineData("[Differentiable] public double F(double x) { var w = W; {|DIFF0017:w[0]|} += x; return x * W[0]; }")]
    [InlineData("[Differentiable] public double F(double x) { {|DIFF0017:G(W)|}; return x; } [Differentiable] static void G(double[] w) => w[0] *= 2;")]
    public Task Inputs_of_the_object_are_not_written(string members) => Analysis.AssertReports(Class(members));

    [Theory]
    [InlineData("private", "{|DIFF0074:G(x)|}")]
    [InlineData("protected", "G(x)")]
    [InlineData("protected", "base.G(x)")]
    public Task Arrays_of_bases_can_be_seen(string access, string call) => Analysis.AssertReports(
        $"public partial class B {{ [Differentiable] {access} double[] w = [1]; [Differentiable] private double k; [Differentiable] public double G(double x) => x * w[0] * k; }}"
        + $" public partial class C : B {{ [Differentiable] public double F(double x) => {call}; }}");

    private static string Class(string members) => $"public partial class C {{ [Differentiable] public double K; [Differentiable] private double[] W = [1]; {members} }}";
}
