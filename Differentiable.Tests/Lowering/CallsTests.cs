namespace Differentiable.Tests.Lowering;

/// <summary>Calls of differentiable methods, of local functions and of other code.</summary>
public class CallsTests
{
    [Fact]
    public void Named_and_optional_arguments() => Lowered.Body("""
        return Scale(by: x, x: Half(x)) + Scale(x);
        """).Is("""
        double half;
        half = global::C.Half(x);
        double scale;
        scale = global::C.Scale(half, x, 1);
        double scale2;
        scale2 = global::C.Scale(x, 2d, 1);
        return scale + scale2;
        """);

    [Fact]
    public void Out_and_ref_to_variables_and_elements() => Lowered.Body("""
        Split(x, out double low, out a[0]); double r = Bump(ref a[n]); Bump(ref low); return low + r;
        """).Is("""
        double low;
        double high;
        global::C.Split(x, out low, out high);
        a[0] = high;
        double bump;
        double x2;
        x2 = a[n]; bump = global::C.Bump(ref x2);
        a[n] = x2;
        double r = bump;
        global::C.Bump(ref low);
        return low + r;
        """);

    [Fact]
    public void Tuple_results() => Lowered.Body("""
        var (p, q) = Pair(x); (x, _) = Pair(p); return x * q;
        """).Is("""
        double p;
        double q;
        (p, q) = global::C.Pair(x);
        double pair;
        double pair2;
        (pair, pair2) = global::C.Pair(p);
        x = pair;
        return x * q;
        """);

    [Fact]
    public void A_result_goes_straight_to_its_variable() => Lowered.Body("""
        double y = Half(x); y = Half(y); return y;
        """).Is("""
        double y;
        y = global::C.Half(x);
        y = global::C.Half(y);
        return y;
        """);

    [Fact]
    public void Arrays_go_to_spans_as_views() => Lowered.Body("""
        return Dot(a, a.AsSpan(1));
        """).Is("""
        ReadOnlySpan<double> t = (ReadOnlySpan<double>)a;
        Span<double> t2 = new Span<double>(a, 1, a.Length - 1);
        double dot;
        dot = global::C.Dot(t, t2);
        return dot;
        """);

    [Fact]
    public void Code_without_a_derivative() => Lowered.Body("""
        Random random = new(n); double noise = random.NextDouble(); Console.WriteLine(x); return x * noise + s_table[n] + s_level + Math.Max(n, 2) + name.Length;
        """).Is("""
        double[] table = global::C.s_table;
        global::System.Random random = new global::System.Random(n);
        double noise = random.NextDouble();
        global::System.Console.WriteLine(x);
        double t = global::C.s_level;
        return ((((x * noise) + table[n]) + t) + ((double)(global::System.Math.Max(n, 2)))) + ((double)(name.Length));
        """);

    [Fact]
    public void Local_functions_capture_and_mutate() => Lowered.Body("""
        double total = 0; void Add(double v) { total += v; } Add(x); Add(x * 2); return total;
        """).Is("""
        double total = 0d;
        total = total + x;
        double v = x * 2d;
        total = total + v;
        return total;
        """);
}
