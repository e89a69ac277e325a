namespace Differentiable.Tests.Diagnostics;

/// <summary>Values that may be missing: what is refused of them, at the exact place, and what is not.</summary>
public class NullableDiagnosticTests
{
    [Theory]
    [InlineData("double? y = x; return y.Value + (y ?? 1) + y.GetValueOrDefault() + (y is { } v ? v : 0);")]
    [InlineData("Point? p = new Point(x); return p?.X ?? p.Value.X;")]
    [InlineData("double? y = x; return Nullable.Compare(y, 2) * y!.Value + y.GetHashCode();")]
    [InlineData("double? y = x; Console.WriteLine($\"{y} {y.ToString()} {y.Equals(2.0)} {y.Equals(limit)}\"); return y.Value;")]
    [InlineData("double? y = x; object? o = {|DIFF0016:y|}; return x;")]
    [InlineData("double? y = x; IComparable<double>? o = {|DIFF0016:y|}; return x;")]
    [InlineData("List<double?> y = {|DIFF0016:[x]|}; return x;")]
    [InlineData("List<double?> y = [1, null]; return (y[0] ?? 1) * x;")]
    [InlineData("double? y = x; return {|DIFF0015:Unknown(y)|};")]
    [InlineData("return x * Unknown(limit) * Unknown(2);")]
    [InlineData("decimal? y = {|DIFF0016:(decimal)x|}; return x;")]
    [InlineData("double? y = x; decimal? z = {|DIFF0016:(decimal?)y|}; return x;")]
    [InlineData("double? y = x; string? s = {|DIFF0028:y?.ToString()|}; return x;")]
    [InlineData("int? n = (int?)x; long? k = (long?)(double?)x; return x * n.Value * k.Value;")]
    [InlineData("Taps? y = default(Taps); return x * y.Value.First;")]
    [InlineData("Taps? y = {|DIFF0016:new Taps { First = x }|}; return x;")]
    public Task What_is_there_or_not_is_followed(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("return x * (data[0] ?? 1) + (rows[0][1] ?? x) + (walls[0].Temperature ?? x);")]
    [InlineData("{|DIFF0047:data[0]|} = 2; return x;")]
    [InlineData("{|DIFF0047:data[0]|} ??= x; return x;")]
    [InlineData("{|DIFF0047:walls[0]|}.Temperature = null; return x;")]
    [InlineData("{|DIFF0047:walls[0]|}.Number = 2; return x;")]
    [InlineData("{|DIFF0047:Array.Fill(data, null)|}; return x;")]
    [InlineData("double?[] y = [1, null]; return x * (y[0] ?? y[1] ?? 2);")]
    [InlineData("double?[] y = new double?[3]; return y[0] is null ? x : 0;")]
    [InlineData("double?[] y = [1, {|DIFF0047:x|}]; return x;")]
    [InlineData("double?[] y = [.. data, {|DIFF0047:x|}]; return x;")]
    [InlineData("double?[,] y = { { 1, {|DIFF0047:x|} } }; return x;")]
    [InlineData("Wall[] y = [{|DIFF0047:new Wall { Temperature = x }|}]; return x;")]
    [InlineData("double?[] y = new double?[3]; {|DIFF0047:y[0]|} = x; return x;")]
    [InlineData("return data.Where(v => v is not null).Sum(v => v.Value * x) + walls.OrderBy(w => w.Number).First().Temperature ?? x;")]
    [InlineData("{|DIFF0047:return data.Select(v => v * x).ToArray()[0] ?? x;|}")]
    [InlineData("Span<double?> y = stackalloc double?[3]; {|DIFF0047:y[0]|} = 1; return x;")]
    public Task Elements_are_made_once_and_read(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("double? F(double? x, Point? y, in double? a, ref double? b, out Point? c) { c = y; return x * a * b * y?.X; }")]
    [InlineData("double F(double x, double?[] {|DIFF0047:a|}) => x;")]
    [InlineData("double F(double x, ReadOnlySpan<Wall> {|DIFF0047:a|}) => x;")]
    [InlineData("double F(double x, [NonDifferentiable] double?[] a, [NonDifferentiable] Span<Wall> b) => x * a[0]!.Value * b[0].Temperature!.Value;")]
    [InlineData("{|DIFF0012:double?[]|} F(double x, [NonDifferentiable] double?[] a) => a;")]
    [InlineData("double F(double x, Taps? {|DIFF0011:a|}) => x;")]
    [InlineData("double F(double x, decimal? {|DIFF0011:a|}) => x;")]
    [InlineData("double F(double x, int? a, bool? b, DayOfWeek? c, Half? d, (double, int)? e) => x;")]
    public Task Parameters_and_results_may_be_missing(string method) => Analysis.AssertReports($$"""
        {{Types}}
        public static partial class C { [Differentiable] public static {{method}} }
        """);

    [Fact]
    public Task Members_of_classes_may_not() => Analysis.AssertReports("""
        public partial class C
        {
            [{|DIFF0071:Differentiable|}] public double? Scale;
            public double? Offset = 1;
            [Differentiable] public double F(double x) => x * (Scale ?? 1);
            [Differentiable] public double G(double x) => x * (Offset ?? 1);
        }
        """);

    private const string Types = """
        public readonly record struct Point(double X);
        public struct Wall { public double? Temperature; public int Number; }
        [System.Runtime.CompilerServices.InlineArray(4)] public struct Taps { private double _first; public double First { get => this[0]; set => this[0] = value; } }
        """;

    private static string In(string body) => $$"""
        {{Types}}
        public static partial class C
        {
            [System.Runtime.InteropServices.DllImport("m")] private static extern double Unknown(double? y);

            [Differentiable]
            public static double F(double x, [NonDifferentiable] double? limit, [NonDifferentiable] double?[] data, [NonDifferentiable] double?[][] rows, [NonDifferentiable] Wall[] walls)
            {
                {{body}}
            }
        }
        """;
}
