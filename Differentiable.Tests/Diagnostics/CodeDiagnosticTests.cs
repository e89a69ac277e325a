namespace Differentiable.Tests.Diagnostics;

/// <summary>What a method's body may contain: each diagnostic fires at the exact expression, and not for the nearest neighbour.</summary>
public class CodeDiagnosticTests
{
    [Theory]
    [InlineData("return {|DIFF0015:Outside(x)|};")]
    [InlineData("double y = n; for (int i = 0; i < n; i++) { y += {|DIFF0015:Outside(y)|}; y = x; } return y;")]
    [InlineData("return x * Total({|DIFF0015:a|});")]
    [InlineData("Buffer.BlockCopy({|DIFF0015:a|}, 0, {|DIFF0015:a|}, 0, 8); return a[0];")]
    [InlineData("Array.Sort(a); return a[0];")]
    [InlineData("{|DIFF0015:double.TryParse(\"\" + x, out double y)|}; return {|DIFF0015:double.Parse(\"\" + x)|} + y;")]
    [InlineData("{|DIFF0015:double.TryParse($\"{x}\", out double y)|}; return y;")]
    [InlineData("Read({|DIFF0015:ref x|}); return x;")]
    [InlineData("System.Threading.Interlocked.Increment(ref n); return x * n;")]
    [InlineData("Buffer.BlockCopy({|DIFF0015:a|}, 0, {|DIFF0015:a|}, 8, 8); return a[1];")]
    [InlineData("Array.ConstrainedCopy({|DIFF0015:a|}, 0, {|DIFF0015:a|}, 1, 1); return a[1];")]
    [InlineData("Overwrite({|DIFF0015:a|}); return a[1];")]
    [InlineData("double[] z = new double[2]; z[0] = x; Overwrite({|DIFF0015:z|}); return z[1];")]
    [InlineData("double[] z = new double[2]; {|DIFF0015:Mix(z, x)|}; return z[1];")]
    [InlineData("double[] z = new double[2]; Overwrite(z); Mix(z, n); return x * z[1];")]
    [InlineData("int[] p = [0, 1]; Swap(p, ref n); return a[First(p)] * n;")]
    [InlineData("return {|DIFF0015:double.Parse(x.ToString(\"R\"))|};")]
    [InlineData("return {|DIFF0015:Convert.ToDouble($\"{x:R}\")|};")]
    [InlineData("string s = \"\"; if (n > 0) s = string.Concat(\"0\", x.ToString()); return {|DIFF0015:double.Parse(s.Trim())|};")]
    [InlineData("string s = $\"{Math.Floor(x)} {n}\"; Console.WriteLine($\"{x}\"); return x * double.Parse(s) * double.Parse(n.ToString());")]
    [InlineData("return {|DIFF0087:a.ToList()|}[0];")]
    [InlineData("return BitConverter.Int64BitsToDouble({|DIFF0015:BitConverter.DoubleToInt64Bits(x)|});")]
    [InlineData("LinkedList<double> list = new(); {|DIFF0015:list.AddLast(x)|}; return list.First!.Value;")]
    [InlineData("List<double> list = new(); {|DIFF0015:list.Add(x)|}; var other = list; return other[0];")]
    [InlineData("List<double> list; list = new(); {|DIFF0015:list.Add(x)|}; return list[0];")]
    [InlineData("var list = new List<double>(); {|DIFF0015:list.Add(x)|}; return list.Capacity * list[0];")]
    [InlineData("var list = new List<double> { 1 }; foreach (double v in {|DIFF0026:list.Take(5)|}) list.Add(x); return list[0];")]
    [InlineData("var list = new List<double> { 1 }; foreach (double v in {|DIFF0028:list|}) list.Add(x); return list[0];")]
    [InlineData("List<double> list = [a[0]]; Push(list, x); Twice(list, x); return Total(list);")]
    [InlineData("List<double> list = new(); {|DIFF0015:list.Add(x)|}; return list[0] * Room(list);")]
    [InlineData("List<double> list = new(); {|DIFF0015:list.Add(x)|}; return list[0] * Again(list, n);")]
    [InlineData("List<double> list = new(); {|DIFF0015:list.Add(x)|}; Keep(list); return list[0];")]
    [InlineData("List<double> list = new(); {|DIFF0015:list.Add(x)|}; Append(list, list); return list[0];")]
    [InlineData("List<double> list = new(); {|DIFF0015:list.Add(x)|}; foreach (double v in {|DIFF0028:list|}) Twice(list, 1); return list[0];")]
    [InlineData("List<double> list = [x]; void Add() => list.Add(1); void More() { if (n > 1) Add(); } foreach (double v in {|DIFF0028:list|}) { x += v; More(); } return x;")]
    [InlineData("List<double> list = [1]; Action add = () => list.Add(1); foreach (double v in {|DIFF0028:list|}) { x += v; add(); } return x;")]
    [InlineData("List<int> list = [1]; foreach (int v in {|DIFF0028:list|}) { x *= v; for (int i = 0; i < n; i++) { if (i == v) { list[0] = 2; break; } } } return x;")]
    [InlineData("Dictionary<int, int> map = new() { [1] = 2 }; foreach ((int k, int v) in {|DIFF0028:map|}) { x *= v; map.Remove(k); } return x;")]
    [InlineData("List<int> list = [1, 2], other = []; foreach (int v in list) { x *= v; other.Add(v); if (v == n) { list.Remove(v); break; } } foreach (int v in list.ToArray()) list.Add(v); list.Clear(); return x * list.Count;")]
    [InlineData("List<double> list = [a[0]], all = [x]; list.Add(x); List<double> fixedOnes = [3, n]; fixedOnes.Capacity = 9; all.AddRange(fixedOnes); Append(list, all); list.AddRange(new List<double>(fixedOnes)); return list[0];")]
    [InlineData("double[] r = {|DIFF0031:Either(a, x)|}; r[0] = x; return a[0];")]
    [InlineData("double[] r = {|DIFF0031:Either(a, x)|}; a[0] = x; return r[0];")]
    [InlineData("double[] r = {|DIFF0031:Either(a, x)|}; double[] s = Same(a); s[1] = x; return r[0] * s[0];")]
    [InlineData("return Either(a, x)[0] * Same(a)[1];")]
    [InlineData("double[] r = {|DIFF0031:WithSum(a, x, out double sum)|}; r[0] = x; return a[0] * sum;")]
    [InlineData("int[] p = [0, 1]; int[] r = {|DIFF0031:ByHelper(a, p)|}; r[0] = 1; return a[p[0]];")]
    [InlineData("double[] r = {|DIFF0031:BySwap(a)|}; r[0] = x; return a[0];")]
    [InlineData("double[] r = {|DIFF0031:ByTuple(a)|}; r[0] = x; return a[0];")]
    [InlineData("double[] r = {|DIFF0031:ByRow(a)|}; r[0] = x; return a[0];")]
    [InlineData("double[] r = {|DIFF0031:ByCollection(a)|}; r[0] = x; return a[0];")]
    [InlineData("double[] r = {|DIFF0031:ByFunction(a)|}; r[0] = x; return a[0];")]
    [InlineData("double[] r = {|DIFF0031:ByParameter(a)|}; r[0] = x; return a[0];")]
    [InlineData("double[] r = {|DIFF0031:{|DIFF0031:ByReference(a, a)|}|}; r[0] = x; return a[0];")]
    [InlineData("double[] r = {|DIFF0031:ByEachOther(a, n)|}; r[0] = x; return a[0];")]
    [InlineData("double[] y = [x]; y[0] *= x; double[] r = Either(y, x); return r[0] * y[0];")]
    [InlineData("double[] y = [x]; y[0] = {|DIFF0031:Either(y, x)|}[0] * x; return y[0];")]
    [InlineData("double[] y = [x]; for (int i = 0; i < n; i++) { y[0] *= x; double[] r = {|DIFF0031:Either(y, x)|}; x += r[0]; } return x;")]
    [InlineData("double[] y = [x]; double S() { y[0] *= x; return {|DIFF0031:Either(y, x)|}[0]; } return S() + S();")]
    [InlineData("double[] y = [x]; double[][] t = new double[1][]; t[0] = Either(y, x); return t[0][0] * y[0];")]
    [InlineData("double[] r = ByACopyOfIt(a); r[0] = x; return a[0] * r[1];")]
    [InlineData("double[] r = ByACopyAgain(a, n); r[0] = x; return a[0] * r[1];")]
    [InlineData("double[] r = Copied(a); r[0] = x; return a[0] * r[1];")]
    [InlineData("return x * Outside(n) * Outside(Differentiable.Differentiate.StopGradient(x));")]
    [InlineData("double c = 2; c *= n; return x * Outside(c) * Outside(Math.Floor(x)) * Outside((int)x);")]
    [InlineData("Check(x); Check(a.Length); Console.WriteLine(x); return double.IsNaN(x) || Positive(x) ? x : x.CompareTo(1.0) * x;")]
    [InlineData("return x * Constants(s_shared) * Math.Round(x, MidpointRounding.ToZero);")]
    public Task Calls_have_rules(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("object o = {|DIFF0016:x|}; return x;")]
    [InlineData("var p = {|DIFF0016:new Box(x)|}; return p.X;")]
    [InlineData("object o = {|DIFF0016:new Point(x)|}; return x;")]
    [InlineData("decimal m = {|DIFF0016:(decimal)x|}; return (double)m;")]
    [InlineData("Pair p = default; p.X = x; return p.X;")]
    [InlineData("var p = new HashSet<double> { 1 }; var q = {|DIFF0016:new HashSet<double> { x }|}; return x;")]
    [InlineData("var p = new Point(1.5); object o = n; string s = $\"{x}\"; double? y = 2.5; return x * p.X * (y ?? 1);")]
    public Task Real_numbers_stay_out_of_objects(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("{|DIFF0017:s_state|} = x; return x;")]
    [InlineData("{|DIFF0017:s_state|} += 1; return x;")]
    [InlineData("{|DIFF0017:s_shared[0]|} = x; return x;")]
    [InlineData("double[] w = s_shared; {|DIFF0017:w[0]|}++; return x;")]
    [InlineData("{|DIFF0017:Write(s_shared)|}; return x;")]
    [InlineData("int[] p = new List<int> { 0, 2 }.ToArray(); {|DIFF0075:p[0]|} = 1; return x * p[0];")]
    [InlineData("int[] p = Enumerable.Range(0, 2).ToArray(), q = [.. Enumerable.Range(0, 2)]; p[0] = 1; q[1] = 3; return x * p[0] * q[1];")]
    [InlineData("int[] p = [.. Enumerable.Range(0, 2).ToArray()]; p[0] = 1; return x * p[0];")]
    [InlineData("{|DIFF0017:Property|} = 1; return x;")]
    [InlineData("double[] w = s_shared.AsSpan().ToArray(); w[0] = x; return w[0] * s_state + s_shared[1] + Property;")]
    public Task Fields_are_only_read(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("Func<double, double> f = y => y * y; return f(x);")]
    [InlineData("Func<double, double> f = y => y * y; return new[] { 1.0 }.Select(f).First() * x;")]
    [InlineData("Func<double, double> f = {|DIFF0018:y => y * y|}; f = {|DIFF0018:y => y|}; return {|DIFF0018:f(x)|};")]
    [InlineData("Func<double, double> f = y => y > 1 ? y : {|DIFF0018:s_function(y)|}; return f(x);")]
    [InlineData("Func<double, double> f = n > 0 ? {|DIFF0018:Unknown|} : {|DIFF0018:Math.Sin|}; return x;")]
    [InlineData("Func<double, double> f = Unknown; return f(x) * s_known(x) * Given(Math.Sin, x) * Given(f, x) * Given(s_known, x);")]
    [InlineData("return {|DIFF0018:Given(s_function, x)|};")]
    [InlineData("return {|DIFF0018:s_function(x)|};")]
    [InlineData("double f(double y) => y * y; return f(x) * s_function(n);")]
    public Task Delegates_are_refused(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("double Power(double y, int k) => k == 0 ? 1 : y * Power(y, k - 1); return Power(x, n);")]
    [InlineData("double Even(int k) => k == 0 ? x : Odd(k - 1); double Odd(int k) => k == 0 ? 1 : Even(k - 1); return Even(n);")]
    [InlineData("double Square(double y) => y * y; double Fourth(double y) => Square(Square(y)); return Fourth(x) * Fact(x, n);")]
    [InlineData("double s = 0; void Add(int k) { if (k > 0) { {|DIFF0019:s += k * x;|} Add(k - 1); } } Add(n); return s;")]
    [InlineData("int calls = 0; double Power(int k) { {|DIFF0019:calls++;|} return k == 0 ? 1 : x * Power(k - 1); } return Power(n) * calls;")]
    [InlineData("static void Add(ref double s, int k) { if (k > 0) { s += k; Add(ref s, k - 1); } } Add(ref x, n); return x;")]
    [InlineData("double Fold(Func<double, double> f, int k) => k == 0 ? f(x) : Fold(f, k - 1); return Fold(y => y * y, n);")]
    [InlineData("double Fold(Func<double, double> f, int k) => k == 0 ? f(x) : {|DIFF0019:Fold(y => f(y) + 1, k - 1)|}; return Fold(y => y * y, n);")]
    [InlineData("double Power(int k) => k == 0 ? 1 : {|DIFF0015:Outside(x)|} * Power(k - 1); return Power(n);")]
    [InlineData("double c = n; double Power(int k) => k == 0 ? x : Outside(c) * Power(k - 1); return Power(n);")]
    [InlineData("double[] Next(int k) => k == 0 ? a : Next(k - 1); double[] r = {|DIFF0031:Next(n)|}; r[0] = x; return a[0];")]
    [InlineData("void Add(double[] v, int k) { if (k > 0) { v[0] += a[1]; Add(v, k - 1); } } {|DIFF0076:Add(a, n)|}; return a[0];")]
    public Task Local_functions_that_recurse_are_functions_of_their_own(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("return a.Select(y => y * x).Sum() + a.Max();")]
    [InlineData("double[] squares = [.. a.Where(y => y > x).Select(y => y * y)]; return squares.Average();")]
    [InlineData("var squares = {|DIFF0087:a.Select(y => y * x)|}; return squares.Sum();")]
    [InlineData("return x * s_shared.Sum();")]
    [InlineData("return {|DIFF0087:a.Append(x).ToList()|}[0];")]
    [InlineData("return a.Select(y => {|DIFF0015:Outside(y)|}).Sum();")]
    [InlineData("double sum = 0; return a.Select({|DIFF0087:y => sum += y|}).Sum();")]
    [InlineData("double sum = 0; foreach (double y in {|DIFF0026:a.Select(y => y * y)|}) { sum += y; a[0] = sum; } return sum;")]
    [InlineData("double sum = 0; foreach (double y in a.Select(y => { double z = y; z *= x; return z; })) sum += y; return sum;")]
    public Task Linq_is_followed_over_arrays(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("var t = {|DIFF0020:new double[2, 2, 2, 2]|}; return x;")]
    [InlineData("var t = new double[2, 2]; t[0, 0] = x; return t[0, 0];")]
    public Task Types_can_be_differentiated_through(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("try { x *= 2; } {|DIFF0021:catch|} { } finally { } return x;")]
    [InlineData("try { x *= 2; } finally { x *= 3; } return x;")]
    [InlineData("{ x *= 2; } if (n < 0) throw new ArgumentException(\"negative\", nameof(n)); return x;")]
    public Task Exceptions_are_not_caught(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("if (n > 0) goto end; x *= 2; end: return x;")]
    [InlineData("again: x *= 2; if (x < 9) goto again; return x;")]
    [InlineData("if (n > 0) goto end; again: x *= 2; if (x < 9) goto again; end: return x;")]
    [InlineData("if (n > 0) {|DIFF0022:goto inside;|} again: x *= 2; inside: x += 1; if (x < 9) goto again; return x;")]
    [InlineData("using var s = new System.IO.MemoryStream(); again: x *= 2; if (x < 9) {|DIFF0022:goto again;|} return x;")]
    [InlineData("switch (n) { case 0: x *= 2; goto case 1; case 1: x += 1; goto default; default: break; } return x;")]
    [InlineData("switch (n) { case 0: x *= 2; {|DIFF0022:goto case 1;|} case 1: x += 1; if (x < 9) {|DIFF0022:goto case 0;|} break; } return x;")]
    [InlineData("switch (n) { case 0: while (true) { x *= 2; if (x > 9) goto case 1; } case 1: x += 1; break; } return x;")]
    [InlineData("switch (n) { case 0: while (true) { x *= 2; if (x > 9) {|DIFF0022:goto case 1;|} } case 1: while (true) { x += 1; if (x > 99) {|DIFF0022:goto case 0;|} } } return x;")]
    [InlineData("switch (n) { case 0: x *= 2; break; case 1: break; } return x;")]
    public Task A_goto_leads_into_no_loop(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("{|DIFF0023:lock|} (s_shared) { x *= 2; } return x;")]
    [InlineData("using (new System.IO.MemoryStream()) { x *= 2; } return x;")]
    [InlineData("using var stream = new System.IO.MemoryStream(); return x * stream.Length;")]
    [InlineData("using var stream = new System.IO.MemoryStream(); {|DIFF0023:var bytes = stream.ToArray();|} return x * bytes[0];")]
    [InlineData("var stream = new System.IO.MemoryStream(); return x * stream.Length;")]
    public Task Resources_are_not_held(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("dynamic {|DIFF0024:y = n|}; return x;")]
    [InlineData("object y = n; return x;")]
    public Task Nothing_is_dynamic(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("unsafe { double* {|DIFF0025:p = &x|}; } return x;")]
    [InlineData("unsafe { {|DIFF0025:fixed|} (double* p = a) { } } return x;")]
    [InlineData("ref double r = ref x; r *= 2; return x;")]
    public Task Nothing_is_unsafe(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("foreach (int i in {|DIFF0026:Enumerable.Empty<int>()|}) x += i; foreach (int i in Enumerable.Range(0, n)) x += i; return x;")]
    [InlineData("foreach (int i in new List<int>()) x += i; return x;")]
    [InlineData("foreach (string s in new HashSet<string>()) x += s.Length; return x;")]
    [InlineData("foreach (char c in \"abc\") x += c; return x;")]
    [InlineData("foreach (double v in a) x += v; foreach (double v in a.AsSpan()) x += v; foreach (double v in new double[2, 2]) x += v; return x;")]
    public Task Foreach_runs_over_arrays_and_spans(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("return a is [var first, ..] ? x : 0;")]
    [InlineData("return \"a\" is { Length: 1 } ? x : 0;")]
    [InlineData("return \"a\" is {|DIFF0027:['a', ..]|} ? x : 0;")]
    [InlineData("return new double[2, 2] is {|DIFF0027:{ Rank: 2 }|} ? x : 0;")]
    [InlineData("object o = n; return o is int k and > 1 ? x * k : o is string { Length: > 1 and var l } t ? x * l * t.Length : o is double[] given ? x * given[0] : 0;")]
    [InlineData("object o = n; return o is {|DIFF0027:System.Collections.DictionaryEntry(_, int k)|} ? x * k : 0;")]
    [InlineData("object o = n; return o switch { int => x, string or not char => 2 * x, _ => 3 * x };")]
    [InlineData("double? y = x; int? k = n; return y is > 2 and var z && k is > 1 and var m ? z * m : x;")]
    [InlineData("return (x, n) is ( > 0, not 3) && n is var k and (1 or 2) && a is not null ? x * k : 0;")]
    public Task Patterns_are_on_values(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("return (x, 1) == (x, 1) ? x : 0;")]
    [InlineData("Index i = ^1; Range r = ..i; return a[i] * a[r][0];")]
    [InlineData("LinkedList<double> list = new(); double[] b = [x, {|DIFF0028:.. list|}]; return x;")]
    [InlineData("(int, int)[] pairs = [(1, 2)]; return x * pairs[0].Item1;")]
    [InlineData("string? s = null; var list = new List<int> { 1, n }; return x * (s?.Length ?? list[1]);")]
    [InlineData("return a[^1] + a[1..][0];")]
    public Task Expressions_are_supported(string body) => Analysis.AssertReports(In(body));

    private static string In(string body) => $$"""
        using System.Runtime.InteropServices;

        public readonly struct Point(double x) { public double X { get; } = x; }
        public sealed class Box(double x) { public double X { get; } = x; }

        public struct Pair { public double X; }

        public static partial class C
        {
            private static double s_state;
            private static readonly double[] s_shared = [1, 2];
            private static Func<double, double> s_function = Unknown;
            private static readonly Func<double, double> s_known = Unknown;
            private static double Property { get; set; }
            private static double Unknown(double x) => x;
            [DllImport("m")] private static extern double Outside(double x);
            private static double Given(Func<double, double> f, double x) => f(f(x));
            private static void Push(List<double> list, double x) => list.Add(x * x);
            private static void Twice(List<double> list, double x) { Push(list, x); Push(list, list[^1]); }
            private static double Total(List<double> list) { double s = 0; foreach (double v in list) s += v; return s; }
            private static int Room(List<double> list) => list.Capacity;
            private static double Again(List<double> list, int n) => n == 0 ? list[0] : list[1] + Again(list, n - 1);
            private static void Append(List<double> list, List<double> other) => list.AddRange(other);
            private static void Keep(List<double> list) => s_kept = list;
            private static List<double> s_kept = [];
            [DllImport("m")] private static extern double Total(double[] a);
            private static double Constants(ReadOnlySpan<double> a) => a[0];
            [DllImport("m")] private static extern void Read(ref double x);
            [DllImport("m")] private static extern void Overwrite(IList<double> a);
            [DllImport("m")] private static extern void Mix(double[] z, double x);
            private static void Swap(int[] p, ref int count) { (p[0], p[1]) = (p[1], p[0]); count++; }
            private static int First(int[] p) => p[0];
            private static void Check(double x) { }
            private static bool Positive(double x) => x > 0;
            [Differentiable] public static void Write(double[] a) => a[0] = 1;
            [Differentiable] public static double[] Either(double[] a, double x) { double[] b = a; if (x > 0) b = new double[] { x }; return b; }
            [Differentiable] public static double[] Same(double[] a) => a;
            [Differentiable] public static double[] WithSum(double[] a, double x, out double sum) { sum = a[0] + x; return x > 0 ? a : new double[2]; }
            [Differentiable] public static int[] ByHelper(double[] a, int[] p) => Itself(p);
            private static int[] Itself(int[] p) => p;
            [Differentiable] public static double[] BySwap(double[] a) { double[] u = new double[2]; double[] v = a; (u, v) = (v, u); return u; }
            [Differentiable] public static double[] ByTuple(double[] a) { (double[] p, double q) = (a, 1.0); return p; }
            [Differentiable] public static double[] ByFunction(double[] a) { double[] L() => a; return L(); }
            [Differentiable] public static double[] ByParameter(double[] a) { double[] b = [1]; void Set(double[] p) { b = p; } Set(a); return b; }
            [Differentiable] public static double[] ByReference(double[] a, double[] b) { Exchange(ref a, ref b); return a; }
            static void Exchange(ref double[] p, ref double[] q) { double[] r = p; p = q; q = r; }
            [Differentiable] public static double[] ByEachOther(double[] a, int n) => Even(a, n);
            static double[] Even(double[] p, int n) => n == 0 ? [2] : Odd(p, n - 1);
            static double[] Odd(double[] p, int n) => n == 0 ? p : Even(p, n - 1);
            [Differentiable] public static double[] ByACopyOfIt(double[] a) { double[] y = CopyOf(a); y[0] += 1; return y; }
            static double[] CopyOf(double[] p) => (double[])p.Clone();
            [Differentiable] public static double[] ByACopyAgain(double[] a, int n) => CopyAgain(a, n);
            static double[] CopyAgain(double[] p, int n) => n == 0 ? CopyOf(p) : CopyAgain(p, n - 1);
            [Differentiable] public static double[] ByRow(double[] a) { double[][] rows = new double[1][]; rows[0] = a; return rows[0]; }
            [Differentiable] public static double[] ByCollection(double[] a) { double[][] rows = [a]; return rows[0]; }
            [Differentiable] public static double[] Copied(double[] a) { double[] b = a[..]; double[] c = (double[])b.Clone(); c[0] = a[0]; return c; }
            [Differentiable] public static double Fact(double x, int n) => n <= 1 ? x : n * Fact(x, n - 1);

            [Differentiable]
            public static double F(double x, double[] a, int n)
            {
                {{body}}
            }
        }
        """;
}
