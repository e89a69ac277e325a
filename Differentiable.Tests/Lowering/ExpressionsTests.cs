namespace Differentiable.Tests.Lowering;

/// <summary>Order of evaluation, effects inside expressions, conditionals and tuples.</summary>
public class ExpressionsTests
{
    [Fact]
    public void Compound_assignment_of_an_element_evaluates_it_once() => Lowered.Body("""
        int i = 0; a[i++] += x; return a[0];
        """).Is("""
        int i = 0;
        int t = i;
        i = t + 1;
        a[t] = a[t] + x;
        return a[0];
        """);

    [Fact]
    public void Swap_saves_one_element() => Lowered.Body("""
        (a[0], a[n]) = (a[n], a[0]); return a[0];
        """).Is("""
        double t = a[0];
        a[0] = a[n];
        a[n] = t;
        return a[0];
        """);

    [Fact]
    public void Rotation_of_variables() => Lowered.Body("""
        double y = 1, z = 2; (x, y, z) = (y, z, x); return x * y + z;
        """).Is("""
        double y = 1d;
        double z = 2d;
        double t = x;
        x = y;
        y = z;
        z = t;
        return (x * y) + z;
        """);

    [Fact]
    public void Compound_assignment_on_a_float() => Lowered.Body("""
        float f = 0; f += (float)x; f *= 2; return f;
        """).Is("""
        float f = 0f;
        f = f + ((float)x);
        f = f * 2f;
        return (double)f;
        """);

    [Fact]
    public void Compound_assignment_on_a_small_integer() => Lowered.Body("""
        byte b = 250; b += 10; b++; return x * b;
        """).Is("""
        byte b = (byte)250;
        b = (byte)(((int)b) + 10);
        b = (byte)(((int)b) + 1);
        return x * ((double)b);
        """);

    [Fact]
    public void Post_increment_of_a_real() => Lowered.Body("""
        double y = x++ * 2; return x * y;
        """).Is("""
        double t = x;
        x = t + 1d;
        double y = t * 2d;
        return x * y;
        """);

    [Fact]
    public void Earlier_operands_are_saved_from_later_calls() => Lowered.Body("""
        return x * Bump(ref x) + x;
        """).Is("""
        double t = x;
        double bump;
        bump = global::C.Bump(ref x);
        return (t * bump) + x;
        """);

    [Fact]
    public void Operands_that_nothing_changes_are_not_saved() => Lowered.Body("""
        return x * Half(x) + a[0] * Half(a[1]);
        """).Is("""
        double half;
        half = global::C.Half(x);
        double half2;
        half2 = global::C.Half(a[1]);
        return (x * half) + (a[0] * half2);
        """);

    [Fact]
    public void Conditional_with_a_call() => Lowered.Body("""
        double y = x > 0 ? Half(x) : 1; return y;
        """).Is("""
        double t;
        if (x > 0d)
        {
            t = global::C.Half(x);
        }
        else
        {
            t = 1d;
        }
        double y = t;
        return y;
        """);

    [Fact]
    public void Conditional_without_a_call() => Lowered.Body("""
        double y = x > 0 ? x * 2 : n > 0 && x < -1 ? 1 : 2; return y;
        """).Is("""
        double y = (x > 0d ? x * 2d : (double)((n > 0) && (x < (-1d)) ? 1 : 2));
        return y;
        """);

    [Fact]
    public void Short_circuit_with_an_effect() => Lowered.Body("""
        int k = 0; return x > 0 && k++ < 1 || x < -5 ? x : k;
        """).Is("""
        int k = 0;
        bool t;
        if (x > 0d)
        {
            int t2 = k;
            k = t2 + 1;
            t = t2 < 1;
        }
        else
        {
            t = false;
        }
        return (t || (x < (-5d)) ? x : (double)k);
        """);

    [Fact]
    public void Throw_in_a_conditional() => Lowered.Body("""
        return x > 0 ? Math.Sqrt(x) : throw new ArgumentException("negative");
        """).Is("""
        if (!(x > 0d))
        {
            throw new global::System.ArgumentException("negative");
        }
        return double.Sqrt(x);
        """);

    [Fact]
    public void Switch_expression_that_stays_an_expression() => Lowered.Body("""
        return n switch { 0 => 1, > 0 and < 3 => x, not 7 => x * x, _ => 2 };
        """).Is("""
        return (n == 0 ? 1d : ((n > 0) && (n < 3) ? x : (!(n == 7) ? x * x : 2d)));
        """);

    [Fact]
    public void Switch_expression_that_may_not_match() => Lowered.Body("""
        return n switch { 0 => x, 1 => Half(x) };
        """).Is("""
        double t;
        if (n == 0)
        {
            t = x;
        }
        else
        {
            if (!(n == 1))
            {
                throw new global::System.Runtime.CompilerServices.SwitchExpressionException(n);
            }
            t = global::C.Half(x);
        }
        return t;
        """);

    [Fact]
    public void Sine_and_cosine_together() => Lowered.Body("""
        (double s, double c) = Math.SinCos(x * 2); var (s2, _) = double.SinCosPi(x); return s * c + s2;
        """).Is("""
        double s;
        double c;
        double angle = x * 2d;
        s = double.Sin(angle);
        c = double.Cos(angle);
        double s2 = double.SinPi(x);
        return (s * c) + s2;
        """);

    [Fact]
    public void Tuples_are_split() => Lowered.Body("""
        var t = (x, (y: n, 2.0)); t.Item2.Item2 += t.x; return t.Item2.y * t.Item2.Item2;
        """).Is("""
        double tX;
        int t2Y;
        double t22;
        tX = x;
        t2Y = n;
        t22 = 2d;
        t22 = t22 + tX;
        return ((double)t2Y) * t22;
        """);
}
