namespace Differentiable.Tests.Lowering;

/// <summary>Arrays, spans, slices and references.</summary>
public class StorageTests
{
    [Fact]
    public void Slices_and_ranges() => Lowered.Body("""
        Span<double> s = a.AsSpan(1, n), t = s[1..^1], u = t[^2..]; double[] c = a[..2]; return u[^1] + c[0];
        """).Is("""
        Span<double> s = new Span<double>(a, 1, n);
        Span<double> t = s.Slice(1, (s.Length - 1) - 1);
        int start = t.Length - 2;
        Span<double> u = t.Slice(start);
        ReadOnlySpan<double> range = new ReadOnlySpan<double>(a, 0, 2);
        double[] c = range.ToArray();
        return u[u.Length - 1] + c[0];
        """);

    [Fact]
    public void Kept_indices_and_ranges() => Lowered.Body("""
        Index last = ^1; Range inner = 1..last; double[] c = a[inner]; return a[last] + c[n];
        """).Is("""
        global::System.Index last = (^1);
        global::System.Range inner = (1..last);
        int start = inner.Start.GetOffset(a.Length);
        int end = inner.End.GetOffset(a.Length);
        ReadOnlySpan<double> range = new ReadOnlySpan<double>(a, start, end - start);
        double[] c = range.ToArray();
        return a[last.GetOffset(a.Length)] + c[n];
        """);

    [Fact]
    public void Fresh_storage() => Lowered.Body("""
        double[] b = [x, 1], z = new double[n]; Span<double> s = stackalloc double[n]; ReadOnlySpan<double> r = [x]; double[][] j = [[x], z]; double[,] m = { { x, 1 } }; return b[0] + s[0] + r[0] + j[0][0] + m[0, 1];
        """).Is("""
        double[] b = new double[] { x, 1d };
        double[] z = new double[n];
        Span<double> s = stackalloc double[n];
        Span<double> t = new double[] { x };
        ReadOnlySpan<double> r = (ReadOnlySpan<double>)t;
        double[][] rows = new double[2][];
        rows[0] = new double[] { x };
        rows[1] = z;
        double[][] j = rows;
        double[,] matrix = new double[1, 2];
        matrix[0, 0] = x;
        matrix[0, 1] = 1d;
        double[,] m = matrix;
        return (((b[0] + s[0]) + r[0]) + j[0][0]) + m[0, 1];
        """);

    [Fact]
    public void Copies_and_fills() => Lowered.Body("""
        double[] c = (double[])a.Clone(); a.CopyTo(c, 1); a.AsSpan(1).CopyTo(a); Array.Fill(c, x); c.AsSpan(1).Clear(); return c[0];
        """).Is("""
        double[] c = (double[])a.Clone();
        int i = 0;
        for (;;)
        {
            if (!(i < a.Length)) break;
            {
                c[1 + i] = a[i];
            }
            i = i + 1;
        }
        Span<double> t = new Span<double>(a, 1, a.Length - 1);
        Span<double> t2 = (Span<double>)a;
        double[] copy = t.ToArray();
        int i2 = 0;
        for (;;)
        {
            if (!(i2 < copy.Length)) break;
            {
                t2[i2] = copy[i2];
            }
            i2 = i2 + 1;
        }
        int i3 = 0;
        for (;;)
        {
            if (!(i3 < c.Length)) break;
            {
                c[i3] = x;
            }
            i3 = i3 + 1;
        }
        Span<double> t3 = new Span<double>(c, 1, c.Length - 1);
        int i4 = 0;
        for (;;)
        {
            if (!(i4 < t3.Length)) break;
            {
                t3[i4] = 0d;
            }
            i4 = i4 + 1;
        }
        return c[0];
        """);

    [Fact]
    public void Reference_locals() => Lowered.Body("""
        int i = n; ref double r = ref a[i]; i++; r += x; return r;
        """).Is("""
        int i = n;
        int index = i;
        i = i + 1;
        a[index] = a[index] + x;
        return a[index];
        """);
}
