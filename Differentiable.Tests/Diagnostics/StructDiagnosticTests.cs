using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Diagnostics;

/// <summary>What structs may be like: each diagnostic fires at the exact place, and not for the nearest neighbour.</summary>
public class StructDiagnosticTests
{
    [Theory]
    [InlineData("return {|DIFF0041:System.Numerics.Vector2.AndNot(new((float)x), new(1))|}.X;")]
    [InlineData("return System.Numerics.Matrix4x4.CreateViewport(0, 0, (float)x, 1, 0, 1).M11;")]
    [InlineData("System.Numerics.Plane p = new(new System.Numerics.Vector4((float)x)); return x * p.D;")]
    [InlineData("var a = new Hidden(x); a += a; return a.Get();")]
    [InlineData("var a = new Hidden[1]; a[0] = new Hidden(x); return a[0].Get();")]
    [InlineData("var a = new Hidden[1, 1]; a[0, 0] = new Hidden(x); return a[0, 0].Get();")]
    [InlineData("var p = new Pair<double> { A = x, B = x }; return p.A * p.B;")]
    [InlineData("var p = new Pair<double> { A = x, B = x }; return p.First();")]
    [InlineData("var p = new Pair<double> { A = x, B = x }; return p.Second;")]
    [InlineData("var a = new Named[1]; a[0].Mass = x; return a[0].Mass;")]
    [InlineData("var a = new Four[2]; a[0][1] = x; return x;")]
    [InlineData("var a = new Filter[2]; a[0].Gain = x; return x;")]
    [InlineData("var a = new Four[2, 2]; a[0, 0][1] = x; return x;")]
    [InlineData("var a = new Filter[2, 2]; a[0, 0].Gain = x; return x;")]
    [InlineData("Four a = default; a[1] = x; return {|DIFF0015:First(a)|};")]
    [InlineData("Four a = default; a[1] = x; object o = {|DIFF0016:a|}; return x;")]
    [InlineData("Four a = default; a[1] = x; foreach (double v in a[1..3]) x += v; return x;")]
    [InlineData("Range r = new(1, 3); Four a = default; a[1] = x; foreach (double v in a[r]) x += v; return x;")]
    [InlineData("Named a = default; a.Mass = x; a.Name = \"b\"; return a.Mass;")]
    [InlineData("var a = new Vec[2]; Array.Sort(a, (p, q) => p.X.CompareTo(q.X)); Array.ConstrainedCopy({|DIFF0015:a|}, 0, {|DIFF0015:a|}, 1, 1); return a[0].X * x;")]
    [InlineData("object o = {|DIFF0016:new Vec(x, 1)|}; return x;")]
    [InlineData("IShape s = {|DIFF0016:new Vec(x, 1)|}; return s.Area;")]
    [InlineData("Vec v = new(x, 1); Console.WriteLine($\"{v} {v == default} {v.ToString()}\"); return v.Area;")]
    public Task Structs_are_followed(string body) => Analysis.AssertReports(In(body));

    /// <summary>It is a field without a name, which generated code reads only by a property.</summary>
    [Theory]
    [InlineData("public static double F(double x) => new Kept(x).Twice();")]
    [InlineData("public static double F(Kept {|DIFF0042:kept|}) => kept.Twice();")]
    [InlineData("public static {|DIFF0042:Kept|} F(double x) => new(x);")]
    [InlineData("public static double F(double x) { var all = new Kept[2]; all[0] = new(x); return all[0].Twice(); }")]
    [InlineData("public static double F(double x) { var all = new Kept[2, 2]; all[0, 0] = new(x); return all[0, 0].Twice(); }")]
    [InlineData("public static double F(Seen seen) => seen.X * seen.X;")]
    [InlineData("public static Seen F(double x) => new(x);")]
    [InlineData("public static double F(double x) { var all = new Seen[2]; all[0] = new(x); return all[0].X; }")]
    public Task A_parameter_that_the_struct_keeps_is_a_hidden_field(string method) => Analysis.AssertReports($$"""
        public struct Kept(double x) { public double Y = 1; public readonly double Twice() => 2 * x * Y; }
        public readonly struct Seen(double x) { public double X => x; }
        public static partial class C { [Differentiable] {{method}} }
        """);

    [Fact]
    public Task A_parameter_that_a_struct_without_numbers_keeps_is_no_field() => Analysis.AssertReports("""
        public readonly struct Powers(int n) { public double Of(double x) => Math.Pow(x, {|DIFF0028:n|}); public double Twice(double x) => 2 * x; }
        public static partial class C { [Differentiable] public static double F(double x) => new Powers(2).Of(x) + new Powers(3).Twice(x); }
        """);

    [Fact]
    public async Task A_parameter_that_the_struct_keeps_needs_a_property()
    {
        CSharpCompilation compilation = Compiler.Compile(Compiler.Parse("""
            public struct Kept(double x) { public readonly double Twice() => 2 * x; }
            public static partial class C { [Differentiable] public static double F(Kept kept) => kept.Twice(); }
            """));
        Diagnostic diagnostic = Assert.Single(await Analysis.Diagnostics(compilation));
        Assert.Equal(
            "Generated code has to read 'Kept' field by field, but 'x' is a parameter of the primary constructor, which nothing outside of its source can name: add a property that returns it",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Members_are_not_recursive() => Analysis.AssertReports("""
        public readonly record struct Vec(double X)
        {
            public Vec Power(int n) => n == 0 ? new(1) : {|DIFF0040:Power(n - 1)|};
        }
        public static partial class C { [Differentiable] public static double F(Vec v) => v.Power(3).X; }
        """);

    [Fact]
    public Task Initializers_are_not_recursive() => Analysis.AssertReports("""
        public struct Nested(double x)
        {
            public double Y = x > 0 ? {|DIFF0040:new Nested(x - 1)|}.Y : 0;
        }
        public static partial class C { [Differentiable] public static double F(double x) => new Nested(x).Y; }
        """);

    [Theory]
    [InlineData("public partial struct S { public double X; [Differentiable] public double F(double y) => X * y; }")]
    [InlineData("public partial struct S { private double _x; [Differentiable] public readonly double F(double y) => _x * y; }")]
    [InlineData("public partial struct S { public int N; [Differentiable] public double {|DIFF0003:F|}(double y) => N * y; }")]
    [InlineData("public partial struct S(double x) { [Differentiable] public readonly double {|DIFF0042:F|}(double y) => x * y; }")]
    [InlineData("public partial struct S(double x) { public readonly double X => x; [Differentiable] public readonly double F(double y) => x * y; }")]
    [InlineData("public partial struct S { public S(double x) => X = 2 * x; public double X { get; } [Differentiable] public readonly double {|DIFF0043:F|}(double y) => X * y; }")]
    public Task Methods_of_structs_can_be_differentiated(string source) => Analysis.AssertReports(source);

    [Theory]
    [InlineData("x * {|DIFF0017:_own|}.Advance()")]
    [InlineData("x * {|DIFF0017:s_shared|}.Advance()")]
    [InlineData("x * {|DIFF0017:_own|}.Next")]
    [InlineData("{|DIFF0017:_own|}.Moved(x)")]
    [InlineData("x * _fixed.Advance() + x * _own.X")]
    public Task Structs_in_objects_are_not_changed(string value) => Analysis.AssertReports($$"""
        public partial struct Position(double x)
        {
            public double X = x;
            public double Advance() => X += 1;
            public double Next => X += 1;
            [Differentiable] public double Moved(double by) => X += by;
        }
        public partial class C
        {
            private Position _own = new(1);
            private readonly Position _fixed = new(1);
            private static Position s_shared = new(1);
            [Differentiable] public double F(double x) => {{value}};
        }
        """);

    /// <summary>An enumerator has to be a struct of one's own that only reads.</summary>
    [Theory]
    [InlineData("public bool MoveNext() => ++_i < A.Length; public readonly double Current => A[_i];", "foreach (double v in e) x += v; return x;")]
    [InlineData("public bool MoveNext() => ++_i < A.Length; public double Current { get { A[_i] *= 2; return A[_i]; } }", "foreach (double v in {|DIFF0026:e|}) x += v; return x;")]
    [InlineData("public bool MoveNext() => _i < A.Length - 1; public double Current => A[++_i];", "foreach (double v in {|DIFF0026:e|}) x += v; return x;")]
    [InlineData("public bool MoveNext() => _i < A.Length - 1; public double Current { get { _i++; return A[_i]; } }", "foreach (double v in {|DIFF0026:e|}) x += v; return x;")]
    [InlineData("public bool MoveNext() => _i < A.Length - 1; private double Next() => A[++_i]; public double Current => Next();", "foreach (double v in {|DIFF0026:e|}) x += v; return x;")]
    [InlineData("public bool MoveNext() { A[0]++; return ++_i < A.Length; } public double Current => A[_i];", "foreach (double v in {|DIFF0026:e|}) x += v; return x;")]
    [InlineData("public bool MoveNext() => ++_i < A.Length; public ref double Current => ref A[_i];", "foreach (ref double v in {|DIFF0026:e|}) x += v; return x;")]
    [InlineData("public bool MoveNext() => ++_i < A.Length; public float Current => (float)A[_i];", "foreach (double v in {|DIFF0026:e|}) x += v; return x;")]
    public Task Enumerators_are_structs_that_read(string members, string body) => Analysis.AssertReports($$"""
        using System;
        using Differentiable;
        public struct E(double[] a) { public readonly double[] A = a; private int _i = -1; public readonly E GetEnumerator() => new(A); {{members}} }
        public static partial class C
        {
            [Differentiable]
            public static double F(double x, double[] a) { E e = new(a); {{body}} }
        }
        """);

    private static string In(string body) => $$"""
        public interface IShape { double Area { get; } }
        public readonly record struct Vec(double X, double Y) : IShape { public double Area => X * Y; }
        public struct Named { public double Mass; public string Name; }
        public struct Pair<T> { public T A, B; public T First() => A; public T Second => B; }
        public readonly struct Hidden
        {
            private readonly double _x;
            public Hidden(double x) { _x = x; }
            public double Get() => _x;
            public static Hidden operator +(Hidden a, Hidden b) => new(a._x + b._x);
        }
        [System.Runtime.CompilerServices.InlineArray(4)] public struct Four { private double _first; }
        public struct Filter { public double Gain; public Four Taps; }
        public static partial class C
        {
            [System.Runtime.InteropServices.DllImport("m")] private static extern double First(Four a);

            [Differentiable]
            public static double F(double x)
            {
                {{body}}
            }
        }
        """;
}
