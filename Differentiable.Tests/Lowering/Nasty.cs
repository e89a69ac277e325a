namespace Differentiable.Tests.Lowering;

/// <summary>
/// Functions that are hard to lower rather than hard to differentiate: effects inside expressions, order of evaluation, jumps. They are run
/// as text, so that nothing but lowering sees them.
/// </summary>
internal static class Nasty
{
    public const string Source = """
        using Differentiable.Tests.Testing.Sampling;
        using System.Diagnostics;

        namespace Differentiable.Tests.Corpus;

        public static partial class Nasty
        {
            private static readonly double[] s_weights = [0.5, 1.5, -2.0];
            private static readonly double[][] s_rows = [[1, 2], [3, 4]];
            private static double s_counter;
            private const double Half = 0.5;

            private static double Count() => s_counter = 1 + 0 * s_counter;
            private static (double, int) Pair(int n) => (0.25 * n, n + 1);

            [Differentiable] public static double Twice(double x) => 2 * x;
            [Differentiable] public static double Bump(ref double x, double by) { x += by; return x * by; }
            [Differentiable] public static void SinCos(double x, out double s, out double c) { s = Math.Sin(x); c = Math.Cos(x); }
            [Differentiable] public static void Scale(Span<double> a, double by) { for (int i = 0; i < a.Length; i++) a[i] *= by; }
            [Differentiable] public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) { double s = 0; for (int i = 0; i < a.Length; i++) s += a[i] * b[i]; return s; }
            [Differentiable] public static (double sum, double difference) Both(double x, double y) => (x + y, x - y);
            [Differentiable] public static double WithDefaults(double x, double factor = 3, int n = 2) => x * factor * n;

            [Differentiable] public static double EarlierOperandIsSaved(double x, double y) => x * Bump(ref x, y) + x;
            [Differentiable] public static double AssignmentInside(double x, double y) => x + (x = y * 2) * x + (x += 3);
            [Differentiable] public static double PostfixAndPrefix(double x) { int i = 1; double y = x++ * i++ + ++x * i--; return y + x * i; }
            [Differentiable] public static double IndexWithEffects([Length(4)] double[] a) { int i = 0; a[i++] += a[i] * 2; a[i++] = a[i++] + a[i--]; return a[0] + 2 * a[1] + 3 * a[2] + i; }
            [Differentiable] public static double ChainedAssignment(double x, [Length(3)] double[] a) { double y, z; y = z = a[1] = x * 2; return y + z * a[1]; }
            [Differentiable] public static double ElementIsReadBeforeCall([Length(3)] double[] a) => a[0] * Change(a) + a[0];
            [Differentiable] public static double Change([Length(3)] double[] a) { a[0] = a[1] * a[2]; return a[0] + 1; }
            [Differentiable] public static double CompoundReadsFirst([Length(3)] double[] a) { a[0] += Change(a); return a[0]; }
            [Differentiable] public static double ShortCircuit(double x, double y) { int n = 0; if (x > 0 && Bump(ref x, y) > 0 || n++ > 0 || Bump(ref y, 1) > 100) x *= 3; return x * y + n; }
            [Differentiable] public static double TernaryWithCalls(double x, double y) => x > y ? Bump(ref x, y) + x : Bump(ref y, x) * y;
            [Differentiable] public static double NestedTernary(double x, double y) => x > 0 ? y > 0 ? Twice(x) : x = y : y < -1 ? Twice(y) * x : x;
            [Differentiable] public static double ThrowInTernary(double x) => x > -100 ? x * x : throw new ArgumentException($"too small: {x:F2} {{{nameof(x)}}}", nameof(x));
            [Differentiable] public static double ThrowFirst(double x) => 1 + (x < -100 ? throw new InvalidOperationException() : x * x);
            [Differentiable] public static double NullGuard([Length(3)] double[] a) { double[] b = a ?? throw new ArgumentNullException(nameof(a)); ArgumentNullException.ThrowIfNull(a); ArgumentOutOfRangeException.ThrowIfNegative(b.Length); Debug.Assert(a.Length > 0, $"length {a.Length}"); return b[0] * a[1]; }
            [Differentiable] public static double NamedArguments(double x, double y) { double z = x; return WithDefaults(n: 3, x: z = y * 2, factor: z) + WithDefaults(x, n: 5) + WithDefaults(z); }
            [Differentiable] public static double OutArguments(double x, [Length(2)] double[] a) { SinCos(x, out double s, out a[1]); SinCos(s, out _, out var c); SinCos(c, out s, out s); return s + a[1] * c + a[0]; }
            [Differentiable] public static double RefElement([Length(3)] Span<double> a, [Values(0, 1)] int i) { Bump(ref a[i++], 2); Bump(ref a[i], a[i - 1]); return a[0] * a[1] + a[2] * i; }
            [Differentiable] public static double RefSeesLaterArguments(double x, double y) => Bump(ref x, x = y * 3) + x;
            [Differentiable] public static double TupleSwap([Length(4)] double[] a, double x, double y) { (x, y) = (y, x + y); (a[0], a[1], x) = (a[1], x, a[0] * y); int i = 0; (i, a[i]) = (2, a[3]); (a[i], i) = (a[i] + x, 1); return a[0] + 2 * a[1] + 3 * a[2] + x * y + i; }
            [Differentiable] public static double TupleLocals(double x, double y) { var p = (a: x, b: y, c: (x * y, 2)); p.a += p.b; p.c.Item1 *= p.a; p.c.Item2++; var q = p; q.a = 0; (double u, (double v, int w)) = (p.b, p.c); return p.a + q.c.Item1 * w + u * v; }
            [Differentiable] public static double TupleConditional(double x, double y) { (double lo, double hi) = x < y ? (x, y) : (y, x); var (sum, difference) = Both(lo, hi); var t = Both(sum, difference); (x, y) = Both(y, x); return t.sum * t.difference + hi * x * y; }
            [Differentiable] public static double TupleSwitch(double x, [Values(0, 1, 2)] int k, [Values(0, 1)] int m) { var (a, b) = (k, m) switch { (0, _) => (x, 1.0), ( > 1, 0) => (1.0, x), (var p, 1) when p == 2 => (x * p, x), _ => (x * x, 2.0) }; return a * b + a; }
            [Differentiable] public static double TupleDefault(double x) { (double a, int b) t = default; t.a += x; return t.a * x + t.b; }

            [Differentiable] public static double Patterns(double x, [Values(-2, 0, 1, 3, 5, 9)] int k)
            {
                double y = k is > 0 and < 4 or 9 ? x : -x;
                if (k is not (0 or 1) and var q) y += q * x;
                if (x is > 0.5 and double d) y *= d;
                return k switch { < 0 => y * 2, 0 => y, 1 or 3 when y > 0 => y * y, var z when z > 4 => z * y, _ => y + 1 };
            }

            [Differentiable] public static double SwitchJumps(double x, [Values(1, 2, 5)] int n)
            {
                double y = x;
                for (int i = 0; i < n; i++)
                {
                    switch (i % 5)
                    {
                        case 0:
                            if (x > 0) break;
                            y += 1;
                            break;
                        case 1 when y > 100:
                            return y;
                        case 1:
                        case 2:
                            double t = y * 0.5;
                            if (t > 2) continue;
                            y += t;
                            if (t > 1) break;
                            y += 0.25;
                            break;
                        default:
                            t = y + 1;
                            if (t > 50) return t * y;
                            y = t;
                            break;
                        case 4:
                            y *= 0.5;
                            while (true) { if (y < 10) { y += 3; break; } switch (i) { case 4: y -= 7; break; } if (y > 1000) return y; }
                            break;
                    }
                    y *= 1.1;
                }
                return y;
            }

            [Differentiable] public static double DefaultInTheMiddle(double x, [Values(0, 1, 2, 3)] int k)
            {
                switch (k) { case 0: return x; case 1: default: x *= 2; break; case 2: x *= 3; break; }
                switch (k) { default: x += 1; break; case 1: x += 2; break; }
                switch (k > 1) { case true: x *= 1.5; break; case false: break; }
                switch (x) { case 0.5: return 1; case > 1 and < 2: return x * x; }
                switch ($"{k}") { case "1": x -= 1; break; case "2" or "3": x += 5; break; }
                return x;
            }

            [Differentiable] public static double LocalFunctions(double x, double y)
            {
                double scale = 2;
                double Inner(double a, double b = 2) => a * b * scale;
                static double Early(double a) { if (a > 1) return a * a; for (int i = 0; i < 5; i++) { while (true) { if (a * i > 1.5) return a + i; if (i >= 0) break; } a += 0.1; } return a; }
                void Mutate(ref double r, out double o, double v) { v += 1; r *= v; scale += r; o = scale; if (r > 5) return; r += 1; }
                (double, double) Two(double a) { if (a < 0) return (a, 1); return (1, a * a); }
                Mutate(ref x, out double z, y);
                double w = Inner(x) + Early(y) * Inner(b: z, a: Early(x)) + Inner(Inner(x, y), x = 3);
                var (p, q) = Two(w);
                Mutate(ref scale, out scale, scale);
                return p + q + scale * x + (Later(y) > 0 ? 1 : 2);
                double Later(double v) { return v - x; }
            }

            [Differentiable] public static double LocalFunctionOnArrays([Length(4)] double[] a)
            {
                void Swap(double[] v, int i, int j) { (v[i], v[j]) = (v[j], v[i]); }
                double Sum(ReadOnlySpan<double> s) { double t = 0; foreach (double v in s) { if (v < -50) return -1; t += v * t + v; } return t; }
                int k = 0; Swap(a, k++, k++); Swap(a, k, 3);
                return Sum(a) + Sum(a.AsSpan(1..3)) * Sum(a[..2]);
            }

            [Differentiable] public static double RefLocals([Length(4)] Span<double> a, double x)
            {
                int i = 1;
                ref double r = ref a[i]; i = 3; r += x; ref double q = ref x; q *= 2; r *= q;
                foreach (ref double e in a[2..]) e = e * 2 + r;
                ref readonly double last = ref a[^1]; a[3] += 1;
                return r + last * a[i] + x;
            }

            [Differentiable] public static double Slices([Length(6)] double[] a, ReadOnlySpan<double> unused, [Values(1, 2)] int n)
            {
                Span<double> s = a; Span<double> t = s[n..^1], u = t.Slice(1), v = a.AsSpan(n), w = new(a, 1, 3); ReadOnlySpan<double> r = a.AsSpan()[^3..], all = a;
                double[] copy = a[n..4], clone = (double[])a.Clone(), fresh = t.ToArray();
                t[0] = 2 * u[^1]; v[1] += w[2]; copy[0] += 1; clone[^1] *= 2; s = s[1..]; s[0] *= 3;
                int k = 0; Span<double> e = s[k++..(k + 2)]; e[k] += 1;
                return a[0] + a[1] * a[2] + a[3] * a[4] * r[0] + copy[0] * clone[5] + fresh[0] * all[n] + (r.IsEmpty ? 1 : r.Length) + Span<double>.Empty.Length + e[0];
            }

            [Differentiable] public static double CopyAndFill([Length(6)] double[] a, [Length(3)] ReadOnlySpan<double> b, double x)
            {
                a.AsSpan(0, 4).CopyTo(a.AsSpan(2)); b.CopyTo(a); Array.Copy(a, 1, a, 0, 3); double[] c = new double[4]; Array.Copy(a, c, 3); a.CopyTo(c = new double[7], 1); Array.Fill(c, x, 0, 2); a.AsSpan(4).Fill(x * 2); Array.Clear(a, 1, 1); c.AsSpan(6..).Clear();
                double s = 0; foreach (double v in c) s = s * 0.5 + v; for (int i = 0; i < a.Length; i++) s += a[i] * (i + 1); return s;
            }

            [Differentiable] public static double Fresh(double x, double y, [Values(2, 3)] int n)
            {
                double[] a = [x, y, x * y], b = { y, x }, c = new double[n], d = new[] { 1.0, x }; Span<double> s = stackalloc double[n], t = stackalloc[] { x, y }, u = [y, y, 1]; ReadOnlySpan<double> r = [x, 2];
                double[,] m = { { x, 1 }, { 2, y } }, z = new double[n, 2]; double[][] j = [[x], [y, x]], k = new double[n][]; for (int i = 0; i < n; i++) { k[i] = new double[i + 1]; k[i][i] = a[i] * x; s[i] = k[i].Length; }
                z[1, 1] = m[0, 0] * m[1, 1]; j[0] = j[1]; j[1][0] += 1; int[] index = [2, 0]; index[1]++; bool[] flags = new bool[n]; flags[1] = x > 0;
                return a[index[0]] + b[1] * c.Length + d[1] + s[1] * t[0] + u[2] * r[0] + z[1, 1] * z.GetLength(0) * m.Length * z.GetUpperBound(1) + j[0][0] * k[1][1] + (flags[1] ? 1 : x) + Array.Empty<double>().Length * x + index[1];
            }

            [Differentiable] public static double Inactive(double x, [Values(3, 4)] int n)
            {
                (double q, int m) = Pair(n); Random random = new(42); double noise = random.NextDouble(), again = random.NextDouble(); List<int> list = new(); list.Add(n); list.Add(n + 1);
                string name = n.ToString() + "a"; char c = name[0]; c++ ; DayOfWeek day = (DayOfWeek)(n % 7); day = day == DayOfWeek.Wednesday ? DayOfWeek.Friday : day;
                double w = s_weights[n % 3] + s_rows[1][0] + Count() * s_counter; uint bits = 1u << n; bits |= 3; byte small = 250; small += 10; small++; long big = n; big *= big; ulong u = (ulong)big >> 1; short sh = (short)n; sh -= 2;
                bool flag = double.IsNaN(x) || Math.Sign(x) > 0 ^ x > 0.25; flag &= !double.IsInteger(x); int rounded = (int)Math.Round(x * 10, MidpointRounding.AwayFromZero);
                return x * q * m + noise * x + again + list[1] * list.Count + (c - '0') + (int)day + w * x + bits + small + big + u + sh + (flag ? x : 0) + rounded + Math.Max(n, 2) + unchecked(n * 3) + checked(n + 1) + sizeof(double) + Half + Math.Log(9, 3);
            }

            [Differentiable] public static double Loops(double x, [Values(0, 1, 4)] int n)
            {
                double y = x; int steps = 0;
                for (int i = 0, j = n; i < j; i++, j--) { if (i == 1) continue; y += i * j * x; }
                for (int i = n - 1; i >= 0; i -= 2) y *= 1.01;
                int left = n; while (left-- > 0) { if (left == 2) continue; y += left; }
                do { y *= 0.9; if (steps++ == 1) continue; if (y < 0.1) break; } while (y > 2 && (y -= 0.1) > 0 && steps < 20);
                for (; ; ) { if (++steps > 10) break; double fresh = y; fresh += x; y += fresh * 0.01; }
                while (Bump(ref y, -0.5) > 3 && y > 1) steps++;
                for (double h = 0.5; h < 2; h += 0.5) y += h * x;
                return y + steps;
            }

            [Differentiable] public static float Singles(float x, [Length(2)] float[] a) { x += 1.5f; x *= 2; x++; a[0] -= x; double d = x; d += a[1]; float f = (float)(d * 0.1); f += (float)d; f /= 3; (float s, float c) = MathF.SinCos(f); return s + c * MathF.Pow(x, 2) + (int)f; }

            [Differentiable] public static double MatrixBreak([Rows(3), Columns(3)] double[,] m) { double y = 0; foreach (double v in m) { if (v > 0.9) continue; if (y > 1.2) break; y += v * v; } return y; }

            [Differentiable] public static void Outputs(double x, [NonDifferentiable] ref int n, out double y, out bool positive, Span<double> z) { n++; y = x * n; positive = y > 0; z[0] = y; if (positive) { z.Clear(); return; } z[1] = x; }
        }
        """;
}
