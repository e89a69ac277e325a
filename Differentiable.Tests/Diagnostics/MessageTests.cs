using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Diagnostics;

/// <summary>Messages call things by the names that the code has for them, and give the reason.</summary>
public class MessageTests
{
    [Theory]
    [InlineData("double D(double[,,,] a) => 0;", "DIFF0011: Parameter 'a' of type 'double[,,,]' cannot be differentiated")]
    [InlineData("double D((double[][][] Deep, double K) c) => c.K;", "DIFF0044: 'c' has the array 'Deep' in it")]
    [InlineData("double D((double, (double[][][] Deep, double) Inner) c) => c.Item1;", "DIFF0044: 'c' has the array 'Inner.Deep' in it")]
    [InlineData("double D(double x, Layer[][,] a) => x;", "DIFF0045: Elements of type 'Layer' have arrays in them, which cannot be followed in arrays of arrays where some have several dimensions: use an array of arrays")]
    [InlineData("void D(Layer[][] a) => a[0][0].W = a[1][0].W;", "DIFF0045: Elements of type 'Layer' have arrays in them, which cannot be followed in the parameter 'a', where the method puts other arrays in the places of those in it: write")]
    [InlineData("double D(Layer[] a, Layer[] b) => a == b ? a[0].K : 0;", "DIFF0045: Elements of type 'Layer' have arrays in them, which cannot be followed in a comparison of two arrays: compare what is in them")]
    [InlineData("double D(double x, Layers a) => x;", "DIFF0046: The elements of the inline array 'Layers' have arrays in them, which cannot be followed here: use")]
    [InlineData("double D(double x, Rows[] a) => x;", "DIFF0046: The elements of the inline array 'Rows' are inline arrays")]
    [InlineData("double D(double x, [NonDifferentiable] Model m) => m.Scaled(x);", "DIFF0015: There is no derivative rule for 'Model.Scaled', which runs on another object, whose code is not looked into: mark it")]
    [InlineData("double D(double x, [NonDifferentiable] Model m) => m.Own(x);", "DIFF0015: There is no derivative rule for 'Model.Own', of which each object may have its own, so that only at run time it is known which one runs")]
    [InlineData("double D(double x, [NonDifferentiable] IModel m) => m.Own(x);", "DIFF0015: There is no derivative rule for 'IModel.Own', of which each object may have its own")]
    [InlineData("double D(double x) { s_total += x; return x; }", "DIFF0017: 's_total' lives outside the method")]
    [InlineData("void D(double[] x) { var p = System.Buffers.MemoryPool<double>.Shared.Rent(4); x.CopyTo(p.Memory.Span); x[0] = 1; }", "DIFF0017: 'p.Memory.Span' lives outside the method")]
    [InlineData("double D(double x, [NonDifferentiable] Model m) => x * (m.Rows?[0]?.Length ?? 1);", "DIFF0028: 'm.Rows?[0]?.Length' ('?.' or '?[]' of what is not followed: test for null with 'is null' first) cannot be differentiated")]
    [InlineData("double D(double x) => System.BitConverter.DoubleToInt64Bits(x);", "DIFF0015: There is no derivative rule for 'BitConverter.DoubleToInt64Bits': give it one in a method that is marked [DerivativeOf]")]
    [InlineData("float D(float x) => System.Numerics.Vector2.AndNot(new(x), new(1)).X;", "DIFF0041: The source of 'Vector2.AndNot' is not part of this project, so it cannot be differentiated in the place of its call: write the formula with the fields of the struct, or give it a rule")]
    [InlineData("double D(double[] x) { Turned t = new() { Values = [1, 2] }; double[] w = -t; w[0] *= 2; return x[0] * w[0]; }", "DIFF0075: 'w[0]' writes to an array that code without derivatives gave")]
    public async Task Names_and_reasons(string method, string message)
    {
        IEnumerable<Diagnostic> diagnostics = await Analysis.Diagnostics(Compiler.Compile(Compiler.Parse(In(method))));
        Assert.StartsWith(message, Assert.Single(diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")));
    }

    [Theory]
    [InlineData("double D<T>(double x) where T : IShape => T.Sag(x);", "DIFF0015: There is no derivative rule for 'IShape.Sag', of which each type has its own (mark it [Differentiable] in 'IShape', make that partial, and mark each implementation)")]
    [InlineData("double D(double x) { List<double> u = []; for (int i = 0; i < 9; i++) { Checkpoint.Every(3); u.Add(x); x *= u[i]; } return x; }", "DIFF0029: The reverse sweep of 'D' would need what rounds of a loop with checkpoints add to 'u', which cannot be kept: make an array of the final length before the loop, and set its elements")]
    [InlineData("double D(double x) { List<int> l = [1]; List<int>.Enumerator e = l.GetEnumerator(); while (e.MoveNext()) { Checkpoint.Every(2); x *= x + e.Current; } return x; }", "DIFF0029: The reverse sweep of 'D' would need what 'e' was, a 'System.Collections.Generic.List<int>.Enumerator', which cannot be kept: keep what is needed of it in a number")]
    [InlineData("double D(double x, out double[] y) { y = [x]; return x; }", "DIFF0011: Parameter 'y' of type 'out double[]' cannot be differentiated: return the array, or pass 'double[]' as it is and write its elements")]
    [InlineData("double D(double[] x, List<int> places) { places.Sort((i, j) => x[i].CompareTo(x[j])); return x[0]; }", "DIFF0018: '(i, j) => x[i].CompareTo(x[j])' is given to 'List.Sort', whose list is not followed, since it is not made where")]
    [InlineData("double D(double x) { for (int i = 0; i < 9; i++) { Checkpoint.Every(3); x *= x + Roll(); } return x; } private static int s_rolled; private static int Roll() => Next() + 1; private static int Next() => s_rolled++;", "DIFF0062: 'Roll()' is run again in the reverse sweep, where it may give another value because of 's_rolled++' in 'Next': compute it")]
    [InlineData("double D(double x) { for (int i = 0; i < 9; i++) { Checkpoint.Every(3); x *= x + Random.Shared.Next(); } return x; }", "DIFF0062: 'Random.Shared.Next()' is run again in the reverse sweep, where it may give another value: compute it")]
    public async Task Messages_say_what_to_do(string method, string message)
    {
        IEnumerable<Diagnostic> diagnostics = await Analysis.Diagnostics(Compiler.Compile(Compiler.Parse(In(method))));
        Assert.StartsWith(message, Assert.Single(diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")));
    }

    [Fact]
    public async Task A_constructor_without_source_is_told_with_what_to_write()
    {
        MetadataReference library = Compiler.Compile(Compiler.Parse("public struct Weight(double pounds) { public double Grams = 453.6 * pounds; }")).WithAssemblyName("Library").ToMetadataReference();
        Compilation compilation = Compiler.Compile(Compiler.Parse(In("double D(double x) => new Weight(x).Grams;"))).AddReferences(library);
        Diagnostic diagnostic = Assert.Single(await Analysis.Diagnostics(compilation));
        Assert.StartsWith("The source of 'Weight.Weight' is not part of this project, so it cannot be differentiated in the place of its call: set its fields in an initializer, 'new Weight { Grams = ... }'", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("new Weight { Grams = x }.Squared", "write the formula with the fields of the struct, give it a rule in a method that is marked [DerivativeOf], or mark it [Differentiable] where it is yours")]
    [InlineData("new Weight { Grams = x }.IsLight ? x : 1", "write it with the fields of the struct, or say in its declaration that it is 'readonly' where it is yours")]
    public async Task A_member_without_source_is_told_with_what_to_write(string value, string advice)
    {
        MetadataReference library = Compiler.Compile(Compiler.Parse("public struct Weight { public double Grams; public double Squared => Grams * Grams; public bool IsLight => Grams < 1; }")).WithAssemblyName("Library").ToMetadataReference();
        Compilation compilation = Compiler.Compile(Compiler.Parse(In($"double D(double x) => {value};"))).AddReferences(library);
        Assert.Contains($"in the place of its call: {advice}", Assert.Single(await Analysis.Diagnostics(compilation)).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double D(double x) => Missing.Of(x) + Math.Sinn(x);")]
    [InlineData("double D(double x) { double y; return Math.Sin(y) * x; }")]
    [InlineData("double D(double x) => ByReference(x) * Hidden.Own(x);")]
    [InlineData("double D(double x) => OfValues<string>(x);")]
    public async Task What_does_not_compile_is_left_to_the_compiler(string method) =>
        Assert.Empty(await Analysis.Diagnostics(Compiler.Compile(Compiler.Parse(In(method)))));

    private static string In(string method) => $$"""
        public struct Layer { public double[] W; public double K; }
        [System.Runtime.CompilerServices.InlineArray(4)] public struct Four { private double _first; }
        [System.Runtime.CompilerServices.InlineArray(2)] public struct Rows { private Four _first; }
        [System.Runtime.CompilerServices.InlineArray(2)] public struct Layers { private Layer _first; }
        public class Turned { public double[] Values = []; public static double[] operator -(Turned t) => t.Values; }
        public interface IShape { static abstract double Sag(double x); }
        public interface IModel { double Own(double x); }
        public static class Hidden { static double Own(double x) => x; }

        public class Model : IModel
        {
            public double V;
            public int[]?[]? Rows;
            public double Scaled(double x) => x * V;
            public virtual double Own(double x) => x;
        }

        public static partial class C
        {
            private static double s_total;
            private static double ByReference(ref double x) => x;
            [System.Runtime.InteropServices.DllImport("m")] private static extern double OfValues<T>(double x) where T : struct;

            [Differentiable]
            public static {{method}}
        }
        """;
}
