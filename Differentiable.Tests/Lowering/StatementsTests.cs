namespace Differentiable.Tests.Lowering;

/// <summary>Loops, switches, guards and jumps as they come out of lowering.</summary>
public class StatementsTests
{
    [Fact]
    public void Counted_loop_with_a_step_and_a_continue() => Lowered.Body("""
        double s = 0; for (int i = 0, j = n; i < j; i += 2, j--) { if (i == 3) continue; s += a[i]; } return s;
        """).Is("""
        double s = 0d;
        int i = 0;
        int j = n;
        for (;;)
        {
            if (!(i < j)) break;
            {
                if (i == 3)
                {
                    goto step0;
                }
                s = s + a[i];
            }
            step0:;
            i = i + 2;
            j = j - 1;
        }
        return s;
        """);

    [Fact]
    public void While_whose_condition_calls() => Lowered.Body("""
        int i = 0; while (Half(x) > 1 && i < n) { x = Half(x); i++; } return x;
        """).Is("""
        int i = 0;
        for (;;)
        {
            double half;
            half = global::C.Half(x);
            if (!((half > 1d) && (i < n))) break;
            {
                x = global::C.Half(x);
                i = i + 1;
            }
        }
        return x;
        """);

    [Fact]
    public void Do_while_with_an_effect_in_its_condition() => Lowered.Body("""
        int k = 3; do { x *= 2; } while (--k > 0); return x;
        """).Is("""
        int k = 3;
        for (;;)
        {
            {
                x = x * 2d;
            }
            k = k - 1;
            if (!(k > 0)) break;
        }
        return x;
        """);

    [Fact]
    public void Foreach_over_a_parameter() => Lowered.Body("""
        double s = 0; foreach (double v in a) s += v * x; return s;
        """).Is("""
        double s = 0d;
        int i = 0;
        for (;;)
        {
            if (!(i < a.Length)) break;
            {
                double v = a[i];
                s = s + (v * x);
            }
            i = i + 1;
        }
        return s;
        """);

    [Fact]
    public void Foreach_by_reference() => Lowered.Body("""
        foreach (ref double v in a.AsSpan()) v *= x; return a[0];
        """).Is("""
        Span<double> t = (Span<double>)a;
        int i = 0;
        for (;;)
        {
            if (!(i < t.Length)) break;
            {
                t[i] = t[i] * x;
            }
            i = i + 1;
        }
        return a[0];
        """);

    [Fact]
    public void Break_in_a_switch_in_a_while() => Lowered.Body("""
        while (x < 10) { switch (n) { case 1: if (x > 5) break; x += 1; break; default: return x; } x *= 2; } return x;
        """).Is("""
        for (;;)
        {
            if (!(x < 10d)) break;
            {
                if (n == 1)
                {
                    if (!(x > 5d))
                    {
                        x = x + 1d;
                    }
                }
                else
                {
                    return x;
                }
                x = x * 2d;
            }
        }
        return x;
        """);

    [Fact]
    public void Switch_on_strings_and_enums() => Lowered.Body("""
        switch (name) { case "a" when x > 0: x *= 2; break; case "b" or "c": x *= 3; break; } switch (day) { case DayOfWeek.Monday: return x; default: return -x; }
        """).Is("""
        string value = name;
        if ((value is "a") && (x > 0d))
        {
            x = x * 2d;
        }
        else
        {
            if ((value is "b") || (value is "c"))
            {
                x = x * 3d;
            }
        }
        if (day is global::System.DayOfWeek.Monday)
        {
            return x;
        }
        else
        {
            return -x;
        }
        """);

    [Fact]
    public void Guards() => Lowered.Body("""
        if (n < 0) throw new ArgumentOutOfRangeException(nameof(n), n, $"bad {n:D3}"); ArgumentNullException.ThrowIfNull(a); return x;
        """).Is("""
        if (n < 0)
        {
            throw new global::System.ArgumentOutOfRangeException("n", n, $"bad {n:D3}");
        }
        global::System.ArgumentNullException.ThrowIfNull(a);
        return x;
        """);

    [Fact]
    public void Early_return_in_a_loop_of_a_local_function() => Lowered.Body("""
        double First(double limit) { for (int i = 0; i < n; i++) { if (a[i] > limit) return a[i]; } return limit; } return First(x) * First(2);
        """).Is("""
        double first;
        bool left = false;
        first = 0d;
        int i = 0;
        for (;;)
        {
            if (!(i < n)) break;
            {
                if (a[i] > x)
                {
                    first = a[i];
                    left = true;
                    break;
                }
            }
            i = i + 1;
        }
        if (!left)
        {
            first = x;
        }
        double limit = 2d;
        double first2;
        bool left2 = false;
        first2 = 0d;
        int i2 = 0;
        for (;;)
        {
            if (!(i2 < n)) break;
            {
                if (a[i2] > limit)
                {
                    first2 = a[i2];
                    left2 = true;
                    break;
                }
            }
            i2 = i2 + 1;
        }
        if (!left2)
        {
            first2 = limit;
        }
        return first * first2;
        """);
}
