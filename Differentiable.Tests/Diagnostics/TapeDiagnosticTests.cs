using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Diagnostics;

/// <summary>What the compiler and the analyzer say about programs with tapes.</summary>
public class TapeDiagnosticTests
{
    private const string Usings = "using Differentiable; using Differentiable.Tensors; ";

    [Theory]
    [InlineData("var tape = new GradientTape(persistent: true); using (tape.Record()) { var y = Tensor.Square(x); {|DIFF0081:tape.Gradient(y, x)|}; }")]
    [InlineData("GradientTape tape = new(true); using var scope = tape.Record(); var y = Tensor.Square(x); {|DIFF0081:tape.Jacobian(y, x)|};")]
    [InlineData("using (s_tape.Record()) { if (x.Rank == 0) {|DIFF0081:s_tape.Gradient(x, x)|}; }")]
    [InlineData("var tape = new GradientTape(persistent: true); Tensor<float> y; using (tape.Record()) y = Tensor.Square(x); tape.Gradient(y, x);")]
    [InlineData("var tape = new GradientTape(); using (tape.Record()) { var y = Tensor.Square(x); tape.Gradient(y, x); }")]
    [InlineData("var tape = new GradientTape(persistent: true); using (s_tape.Record()) tape.Gradient(x, x);")]
    [InlineData("using (s_tape.Record()) using (s_tape.StopRecording()) s_tape.Gradient(x, x);")]
    [InlineData("System.Func<Tensor<float>> later; using (s_tape.Record()) later = () => s_tape.Gradient(x, x); later();")]
    public Task A_persistent_tape_that_records_its_own_derivatives_is_warned_of(string body) => Analysis.AssertReports(
        $"{Usings}static class C {{ static GradientTape s_tape = new(persistent: true); static void F(Tensor<float> x) {{ {body} }} }}");

    [Theory]
    [InlineData("tape.Jacobian({|DIFF0088:[a, b]|}, x);")]
    [InlineData("tape.BatchJacobian({|DIFF0088:[.. all]|}, x);")]
    [InlineData("tape.BatchJacobian(a, {|DIFF0088:[x, b]|});")]
    [InlineData("new ForwardAccumulator().Watch({|DIFF0088:[a, b]|}, x);")]
    [InlineData("using (tape.Record()) tape.Jacobian([a, b], x);")]
    [InlineData("tape.Record(() => tape.Jacobian([a, b], x));")]
    [InlineData("tape.Gradient([a, b], x); tape.Gradient([a, b], (x, x)); tape.Gradient([a, b], [x, x]); tape.Gradient(a, [x, x]); tape.GradientWith([a, b], [1f, 2f], x); tape.GradientWith(a, [1f, 2f], x);")]
    [InlineData("ForwardAccumulator forward = new(); forward.Watch([a, b], [1f, 1f]); forward.Jvp([a, b]); tape.Watch(a, b);")]
    public Task Tensors_that_are_stacked_behind_the_recording_are_refused(string body) => Analysis.AssertReports(
        $"{Usings}static class C {{ static void F(Tensor<float> a, Tensor<float> b, Tensor<float> x, Tensor<float>[] all) {{ var tape = new GradientTape(); {body} }} }}");

    [Theory]
    [InlineData("{|DIFF0089:tape.Record()|};")]
    [InlineData("using (tape.Record()) {|DIFF0089:tape.StopRecording()|};")]
    [InlineData("{|DIFF0089:new ForwardAccumulator().Record()|};")]
    [InlineData("_ = tape.Record(); using var pause = tape.StopRecording(); tape.Record(() => Tensor.Square(x));")]
    public Task Recordings_that_nothing_ends_are_warned_of(string body) => Analysis.AssertReports(
        $"{Usings}static class C {{ static void F(Tensor<float> x) {{ var tape = new GradientTape(); {body} }} }}");

    /// <summary>What runs on tapes has no derivative that is written down; the message says what has.</summary>
    [Theory]
    [InlineData("Gradient.Recompute<double>(v => Tensor.Exp(v))(x)")]
    [InlineData("Gradient.Custom<double>(v => (v, dy => dy))(x)")]
    [InlineData("Gradient.Of<double>(v => Tensor.Square(v))(x)")]
    public async Task Functions_of_Gradient_are_refused_with_what_to_use_instead(string value)
    {
        CSharpCompilation compilation = Compiler.Compile(Compiler.Parse($"{Usings}static partial class C {{ [Differentiable] public static Tensor<double> F(Tensor<double> x) => {value}; }}"));
        Compiler.AssertCompiles(compilation);
        IEnumerable<Diagnostic> diagnostics = await Analysis.Diagnostics(compilation);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == "DIFF0018" && diagnostic.GetMessage(null).Contains("[Checkpoint]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Differentiable(Derivatives.Gradient | Derivatives.Hvp)] public static Tensor<double> {|DIFF0084:F|}(Tensor<double> x) => Tensor.Exp(x);")]
    [InlineData("[Differentiable(Derivatives.Jacobian)] public static double {|DIFF0084:F|}(double x) => Tensor.Exp((Tensor<double>)x).ToScalar();")]
    [InlineData("[Differentiable] public static Tensor<double> F(Tensor<double> x) => Tensor.Exp(x);")]
    [InlineData("[Differentiable] public static Tensor<double> F(Tensor<double> x, double slope) => Tensor.LeakyRelu(x, slope);")]
    [InlineData("[Differentiable] public static Tensor<double> F(Tensor<double> x, [NonDifferentiable] double slope) => Tensor.LeakyRelu(x, slope);")]
    [InlineData("[Differentiable] public static Tensor<double> F(Tensor<double> x) => {|DIFF0015:Other(x)|}; [System.Runtime.InteropServices.DllImport(\"m\")] static extern Tensor<double> Other(Tensor<double> x);")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"m\")] static extern void Set(Tensor<double>[] a, Tensor<double> x); [Differentiable] public static Tensor<double> F(Tensor<double> x) { var a = new Tensor<double>[1]; Set({|DIFF0015:a|}, x); return a[0]; }")]
    [InlineData("struct Holder { public double[] Values; } [System.Runtime.InteropServices.DllImport(\"m\")] static extern void Set(Holder h, double x); [Differentiable] public static double F(double x) { var h = new Holder { Values = new double[1] }; Set({|DIFF0015:h|}, x); return h.Values[0]; }")]
    public Task Of_methods_over_tensors_there_are_gradients(string method) => Analysis.AssertReports($"{Usings}public partial class C {{ {method} }}");

    /// <summary>The reverse sweep would see the new value.</summary>
    [Theory]
    [InlineData("Tensor<double> y = Tensor.Multiply(x, v); {|DIFF0085:v.Assign(x)|}; return y;")]
    [InlineData("Tensor<double> y = Tensor.Multiply(x, v); {|DIFF0085:v.AssignAdd(1.0)|}; return y;")]
    [InlineData("Tensor<double> y = Tensor.Multiply(x, v.Read()); {|DIFF0085:v.AssignSubtract(1.0)|}; return y;")]
    [InlineData("Tensor<double> y = Tensor.Multiply(x, v); Change({|DIFF0085:v|}); return y;")]
    [InlineData("Tensor<double> y = Tensor.Multiply(x, v); ChangeAll({|DIFF0085:vs|}); return y;")]
    [InlineData("System.Console.WriteLine(v); Look(v.Read()); return Tensor.Multiply(x, v);")]
    public Task Variables_are_not_assigned(string body) => Analysis.AssertReports(
        $"{Usings}public partial class C {{ [Differentiable] public static Tensor<double> F(Tensor<double> x, [NonDifferentiable] Variable<double> v, [NonDifferentiable] Variable<double>[] vs) {{ {body} }}"
        + " static void Change(Variable<double> v) => v.Assign(Tensor.Square(v)); static void ChangeAll(System.Collections.Generic.IReadOnlyList<Variable<double>> v) => v[0].Assign(Tensor.Square(v[0])); static void Look(Tensor<double> v) { } }");

    [Theory]
    [InlineData("{|DIFF0083:x == y|}")]
    [InlineData("{|DIFF0083:x != y|}")]
    [InlineData("{|DIFF0083:v == x|}")]
    [InlineData("{|DIFF0083:any == x|}")]
    [InlineData("x == null")]
    [InlineData("null != x")]
    [InlineData("x == default")]
    [InlineData("x is null")]
    [InlineData("ReferenceEquals(x, y)")]
    [InlineData("(object)x == y")]
    [InlineData("x.Shape == y.Shape")]
    public Task Tensors_that_are_compared_as_objects_are_warned_of(string condition) => Analysis.AssertReports(
        $"{Usings}static class C {{ static bool F(Tensor<float> x, Tensor<float> y, Variable<float> v, TensorBase any) => {condition}; }}");

    /// <summary>What TensorFlow finds out when it runs.</summary>
    [Theory]
    [InlineData("Variable<float> x = new(1f); x = Tensor.Add(x, 1f);", "CS0266")]
    [InlineData("Tensor<int> x = 10; tape.Watch(x);", "CS0315")]
    [InlineData("Tensor<int> x = 10; tape.Gradient(x, x);", "CS0315")]
    [InlineData("Tensor<float> x = 10f; tape.Watch(x, \"y\");", "CS1503")]
    [InlineData("tape.Watch(\"x\");", "CS0411")]
    [InlineData("Tensor<float> x = 10f; Tensor<double> y = 1.0; Tensor.Add(x, y);", "CS0411")]
    [InlineData("Tensor<bool> x = true; Tensor.Add(x, x);", "CS0315")]
    [InlineData("Tensor<int> x = 1; Tensor.Exp(x);", "CS0315")]
    [InlineData("Tensor<string> x = null!;", "CS8377")]
    public void A07_A70_B38_and_B40_Programs_that_cannot_be_right_do_not_compile(string body, string error)
    {
        Compilation compilation = Compiler.Compile(Compiler.Parse($"{Usings}static class C {{ static void F(GradientTape tape) {{ {body} }} }}"));
        Assert.Equal(error, compilation.GetDiagnostics().First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Id);
    }
}
