namespace Differentiable.Tests.Diagnostics;

/// <summary>What several sweeps for one matrix of derivatives run must give the same in each.</summary>
public class RepeatedSweepDiagnosticTests
{
    [Theory]
    [InlineData("return x[0] * x[1] * {|DIFF0062:random.NextDouble()|};")]
    [InlineData("return x[0] * x[1] * {|DIFF0062:Random.Shared.NextDouble()|};")]
    [InlineData("return x[0] * x[1] * {|DIFF0062:Draw(random)|};")]
    [InlineData("return x[{|DIFF0062:Count()|}] * x[1];")]
    [InlineData("return x[{|DIFF0062:Through(3)|}] * x[1];")]
    [InlineData("double s = 0; while (queue.Count > 0) s += x[{|DIFF0062:queue.Dequeue()|}] * x[0]; return s;")]
    [InlineData("double[] z = new double[2]; {|DIFF0062:Fill(z, random)|}; return x[0] * x[1] * z[0];")]
    [InlineData("return {|DIFF0062:DateTime.Now|}.Second > 3 ? x[0] * x[0] : x[1];")]
    [InlineData("return x[0] * x[1] * {|DIFF0062:meter.Next()|};")]
    [InlineData("return x[0] * x[1] * {|DIFF0062:meter.Ahead|};")]
    [InlineData("Meter made = new(); Holder holder = new(random); return x[0] * x[1] * made.Next() * {|DIFF0062:holder.Draw()|};")]
    [InlineData("return x[0] * x[1] * {|DIFF0062:Shuffled()|};")]
    [InlineData("Meter made = new(); (made, int k) = (meter, 1); return x[0] * x[k] * {|DIFF0062:made.Next()|};")]
    [InlineData("Meter made = new(); ref Meter other = ref made; other = meter; return x[0] * x[1] * {|DIFF0062:made.Next()|};")]
    [InlineData("return x[0] * {|DIFF0062:Noisy(x[0], x[1], random)|};")]
    [InlineData("return x[0] * x[{|DIFF0062:Reset(meter)|}];")]
    [InlineData("Random r = {|DIFF0062:new()|}; return x[0] * x[1] * r.NextDouble();")]
    [InlineData("return x[0] * x[1] * {|DIFF0062:meter[3]|};")]
    [InlineData("return x[0] * x[1] * {|DIFF0062:(int)meter|};")]
    [InlineData("return x[0] * x[1] * ({|DIFF0062:meter + 1|});")]
    [InlineData("return x[0] * x[int.Parse({|DIFF0062:Text()|})];")]
    [InlineData("return x[0] * x[int.Parse($\"{|DIFF0062:{meter}|}\")];")]
    [InlineData("return x[0] * x[{|DIFF0062:Summed(meter)|}];")]
    [InlineData("{|DIFF0062:Advance()|}; return x[0] * x[1] * s_count;")]
    [InlineData("{|DIFF0062:Advance(meter)|}; return x[0] * x[1] * meter.Level;")]
    [InlineData("return x[0] * x[1] * {|DIFF0062:counter.Next()|} * {|DIFF0062:open.Next()|};")]
    [InlineData("Holding holding = new() { Given = meter }; return x[0] * x[1] * {|DIFF0062:holding.Next()|};")]
    [InlineData("Holding holding = new(); holding.Give(meter); return x[0] * x[1] * {|DIFF0062:holding.Next()|};")]
    [InlineData("Holding holding = new(); holding.Given = meter; return x[0] * x[1] * {|DIFF0062:holding.Next()|};")]
    [InlineData("Counted counted = {|DIFF0062:new()|}; return x[0] * x[1] * counted.Number;")]
    [InlineData("Unseeded unseeded = {|DIFF0062:new()|}; return x[0] * x[1] * unseeded.NextDouble();")]
    [InlineData("Sharing sharing = new(); return x[0] * x[1] * {|DIFF0062:sharing.Next()|};")]
    [InlineData("Func<int> next = {|DIFF0018:dice[0].Next|}; return x[0] * x[1] * next();")]
    [InlineData("Meter[] own = [new()]; own[0] = meter; return x[0] * x[{|DIFF0062:own[0].Next()|}];")]
    [InlineData("List<Meter> own = [new()]; Put(own); return x[0] * x[{|DIFF0062:own[0].Next()|}];")]
    [InlineData("List<Meter> own = [new()]; List<Meter> same = own; {|DIFF0062:same.Add(meter)|}; return x[0] * x[{|DIFF0062:own[^1].Next()|}];")]
    [InlineData("Dictionary<int, Meter> own = []; own[1] = meter; own.TryGetValue(1, out Meter found); return x[0] * x[{|DIFF0062:found.Next()|}];")]
    [InlineData("Dictionary<int, List<Meter>> own = []; own[1] = []; foreach (var (k, some) in own) {|DIFF0062:some.Add(meter)|}; return x[0] * x[{|DIFF0062:own[1][0].Next()|}];")]
    [InlineData("List<int> seen = s_log; {|DIFF0062:seen.Add(1)|}; return x[0] * x[seen.Count];")]
    [InlineData("List<int> seen = []; if (x.Length > 1) seen = s_log; {|DIFF0062:seen.Add(1)|}; return x[0] * x[seen.Count];")]
    [InlineData("List<int> seen = [], other = s_log; (seen, other) = (other, seen); {|DIFF0062:seen.Add(1)|}; return x[0] * x[seen.Count];")]
    public Task What_may_change_is_refused(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("Random r = new(3); return x[0] * x[1] * r.NextDouble() * Draw(r);")]
    [InlineData("return x[Bits(x.Length)] * x[names.TryGetValue(\"a\", out int k) ? k : names[\"b\"]];")]
    [InlineData("return x[0] * x[meter.Last()] * meter.Level * Fixed(random);")]
    [InlineData("return x[Choose(3, n => n + 1)] * x[\"abc\".IndexOf('b')] * x[int.Parse(\"2\")];")]
    [InlineData("Console.WriteLine(x.Length); List<int> seen = []; seen.Add(1); Dictionary<int, int> of = new(); of[2] = 1; return x[0] * x[seen[0]] * x[of[2]];")]
    [InlineData("return x[0] * x[1] * source.Get();")]
    [InlineData("return Initialized(x, 1) * Lent(x[0], x[1]);")]
    [InlineData("int[] order = [2, 0, 1]; Swap(order, 0, 1); return x[order[0]] * x[order[1]];")]
    [InlineData("Hit(); Log(x.Length); return x[0] * x[1];")]
    [InlineData("Holding holding = new(); holding.Give(new Meter()); return x[0] * x[holding.Next()];")]
    [InlineData("Dice[] own = dice; return x[0] * x[1] * own[0].Next();")]
    [InlineData("return x[0] * x[1] * dice[0].Next();")]
    [InlineData("Dice[] own = [new(3)]; Dice one = new(4); return x[0] * x[1] * own[0].Next() * one.Next();")]
    [InlineData("return x[0] * x[1] * model.Level() * (meter == second ? 2 : 3);")]
    [InlineData("Meter[] own = [new()]; own[0] = new(); return x[0] * x[own[0].Next()];")]
    [InlineData("List<int>[] near = [[], []]; near[0].Add(1); near[1] = new(); near[1].Add(0); return x[near[0][0]] * x[near[1][0]];")]
    [InlineData("Dictionary<int, List<int>> cells = []; if (!cells.TryGetValue(1, out var cell)) cells[1] = cell = []; cell.Add(1); cells[1].Add(0); return x[cells[1][0]] * x[cell[1]];")]
    [InlineData("Dictionary<int, List<int>> cells = new() { [1] = [] }; foreach (var (k, some) in cells) some.Add(k); foreach (var some in cells.Values) some.Add(0); var one = cells[1]; one.Add(1); return x[one[0]] * x[one[1]];")]
    [InlineData("List<int> seen = []; if (x.Length > 1) seen = new(); seen.Add(1); return x[0] * x[seen[0]];")]
    [InlineData("var log = new System.Text.StringBuilder(); log.Append($\"{x.Length} \").Append(1).AppendLine(\"a\"); return x[0] * x[log.Length % 2];")]
    public Task What_stays_is_not(string body) => Analysis.AssertReports(In(body));

    [Theory]
    [InlineData("[Differentiable(Derivatives.Gradient | Derivatives.Jacobian)] public static double F(double[] x, [NonDifferentiable] Random r) => x[0] * r.NextDouble();")]
    [InlineData("[Differentiable(Derivatives.Jacobian | Derivatives.Hessian)] public static double F(double x, double y, [NonDifferentiable] Random r) => x * y * r.NextDouble();")]
    [InlineData("[Differentiable(Derivatives.Gradient | Derivatives.Hvp)] public static double F(double[] x, [NonDifferentiable] Random r) => x[0] * x[0] * r.NextDouble();")]
    [InlineData("[Differentiable(Derivatives.Gradient | Derivatives.Jacobian)] public static double[] F(double x, [NonDifferentiable] Random r) => [x * {|DIFF0062:r.NextDouble()|}];")]
    [InlineData("[Differentiable(Derivatives.Jacobian)] public static (double, double) F(double a, double b, double c, double d, double e, [NonDifferentiable] Random r) => (a * b, c * d * e * r.NextDouble());")]
    [InlineData("[Differentiable(Derivatives.Jacobian)] public static void F(double[] x, Span<double> y, [NonDifferentiable] Random r) => y[0] = x[0] * {|DIFF0062:r.NextDouble()|};")]
    [InlineData("[Differentiable(Derivatives.Hessian)] public static double F(double a, double b, double c, double d, double e, [NonDifferentiable] Random r) => a * b * c * d * e * {|DIFF0062:r.NextDouble()|};")]
    [InlineData("[Differentiable(Derivatives.Hessian)] public static double F(double[] x, int seed) { Ticker t = new(seed); Ticker u = t; return x[0] * x[0] * t.Next() * u.Next(); }")]
    [InlineData("[Differentiable(Derivatives.Hessian)] public static double F(double[] x, Ticker t) => x[0] * x[0] * t.Next();")]
    [InlineData("[Differentiable(Derivatives.Hessian)] public static T F<T>(T x, T y, [NonDifferentiable] Random r) where T : System.Numerics.IFloatingPointIeee754<T> => x * y * T.CreateChecked({|DIFF0062:r.Next()|});")]
    public Task One_sweep_may_run_anything(string method) => Analysis.AssertReports($$"""
        using System;
        using Differentiable;

        public struct Ticker(int seed) { private int _k = seed; public int Next() => _k++; }

        public static partial class C
        {
            {{method}}
        }
        """);

    private static string In(string body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.Contracts;
        using Differentiable;

        public interface ISource { int Get(); }

        public interface ICounter { int Next(); }
        public sealed class Tally : ICounter { private int _k; public int Next() => _k++; }
        public abstract class Open { public abstract int Next(); }
        public sealed class Opened : Open { private int _k; public override int Next() => _k++; }
        public interface IModel { int Level(); }
        public sealed class Model(int level) : IModel { public int Level() => level; }
        public struct Dice(int seed) { private int _k = seed; public int Next() => _k++; }
        public sealed class Counted { public static int Made; public int Number { get; } = Made++; }
        public sealed class Unseeded : Random;
        public sealed class Sharing { private static readonly Meter s_shared = new(); private readonly Meter _meter = s_shared; public int Next() => _meter.Next(); }

        public sealed class Meter
        {
            public int this[int k] => Next() + k;
            public static explicit operator int(Meter meter) => meter.Next();
            public static int operator +(Meter meter, int k) => meter.Next() + k;
            public override string ToString() => $"{Next()}";
            private int _level;
            public int Level { get => _level; set => _level = value; }
            public int Ahead => ++_level;
            public int Next() => _level++;
            public int Last() => _level - 1;
        }

        public sealed class Holding { public Meter Meter { get; } = new(); public Meter Given { get; set; } = new(); public void Give(Meter meter) => Given = meter; public int Next() => Given.Next(); }

        public sealed class Holder(Random random) { public double Draw() => random.NextDouble(); }

        public static partial class C
        {
            private static readonly ulong[] s_state = [1];
            private static ulong Shuffled() { ulong[] state = s_state; return state[0] ^= state[0] << 7; }
            private static int s_count;
            private static int Count() => s_count++;
            private static string Text() => Count().ToString();
            private static int Summed(Meter meter) { int sum = 0; foreach (int k in Numbers(meter)) sum += k; return sum; }
            private static IEnumerable<int> Numbers(Meter meter) { yield return meter.Next(); }
            private static void Advance() => s_count++;
            private static void Advance(Meter meter) => meter.Next();
            private static int s_hits;
            private static readonly List<int> s_log = [];
            private static void Hit() => s_hits++;
            private static void Log(int n) => s_log.Add(n);
            private static readonly Meter s_meter = new();
            private static void Put(List<Meter> meters) => meters[0] = s_meter;
            private static int Through(int n) => n > 0 ? Through(n - 1) : Count();
            private static double Draw(Random random) => random.NextDouble();
            [Pure] private static double Fixed(Random random) => random.NextDouble();
            private static int Bits(int n) { int k = 0; while (n > 1) { n /= 2; k++; } return k; }
            private static int Choose(int n, Func<int, int> next) => next(n) - n;
            private static void Fill(double[] z, Random random) { for (int i = 0; i < z.Length; i++) z[i] = random.NextDouble(); }
            private static int Reset(Meter meter) => new Holding { Meter = { Level = meter.Level } }.Meter.Level;
            [Differentiable(Derivatives.All)]
            public static double Initialized(double[] x, int n)
            {
                Dictionary<int, int> of = new() { [n] = 1 };
                var seen = new HashSet<int> { n };
                var pair = new { First = of[n], Second = n };
                return seen.Contains(1) ? x[pair.First] * x[pair.Second] : x[0];
            }
            [Differentiable(Derivatives.All)]
            public static double Lent(double x, double y)
            {
                double[] t = System.Buffers.ArrayPool<double>.Shared.Rent(2);
                t[0] = x * y;
                double r = t[0] * x;
                System.Buffers.ArrayPool<double>.Shared.Return(t);
                return r;
            }
            private static void Swap(int[] order, int i, int j) => (order[i], order[j]) = (order[j], order[i]);
            [Differentiable(Derivatives.All)] public static double Noisy(double x, double y, [NonDifferentiable] Random random) => x * y * random.NextDouble();

            [Differentiable(Derivatives.Gradient | Derivatives.Hessian)]
            public static double F(
                double[] x, [NonDifferentiable] Random random, [NonDifferentiable] Queue<int> queue, [NonDifferentiable] Dictionary<string, int> names, [NonDifferentiable] Meter meter, [NonDifferentiable] ISource source,
                [NonDifferentiable] ICounter counter, [NonDifferentiable] Open open, [NonDifferentiable] IModel model, [NonDifferentiable] Meter second, [NonDifferentiable] Dice[] dice)
            {
                {{body}}
            }
        }
        """;
}
