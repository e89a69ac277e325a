using Differentiable.Tests.Testing.Sampling;
using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A random generator whose state is an integer.</summary>
public struct Lcg(ulong seed)
{
    private ulong _state = seed;

    public double NextDouble()
    {
        unchecked { _state = _state * 6364136223846793005UL + 1442695040888963407UL; }
        return (_state >> 11) * (1.0 / (1UL << 53));
    }

    public double NextGaussian()
    {
        double u = 1 - NextDouble(), v = NextDouble();
        return Sqrt(-2 * Log(u)) * Cos(2 * PI * v);
    }
}

/// <summary>The price of an average, by random paths.</summary>
public static partial class AsianMonteCarlo
{
    [Differentiable]
    public static double Price([Range(0.9, 1.1)] double spot, [Range(0.9, 1.1)] double strike, [Range(0, 0.05)] double rate, [Range(0.1, 0.3)] double volatility, [Values(8, 15)] int paths)
    {
        const int Steps = 6;
        const double Dt = 1.0 / Steps;
        var random = new Lcg(42);
        double sum = 0, control = 0;
        for (int p = 0; p < paths; p++)
        {
            double s = spot, average = 0, logAverage = 0;
            for (int k = 0; k < Steps; k++)
            {
                s *= Exp((rate - 0.5 * volatility * volatility) * Dt + volatility * Sqrt(Dt) * random.NextGaussian());
                average += s / Steps;
                logAverage += Log(s) / Steps;
            }
            double smooth = Softplus((average - strike) / 0.05) * 0.05, g = Softplus((Exp(logAverage) - strike) / 0.05) * 0.05;
            sum += smooth - 0.9 * g;
            control += g;
        }
        return Exp(-rate) * (sum + 0.9 * control) / paths;

        static double Softplus(double x) => x > 30 ? x : Log(1 + Exp(x));
    }

    [Differentiable, Allocates("the user's generator")]
    public static double WithRandom(double mean, double deviation, [NonDifferentiable] ReadOnlySpan<double> weights)
    {
        Random random = new(7);
        double sum = 0;
        foreach (var w in weights)
        {
            double z = random.NextDouble() - 0.5;
            double y = mean + deviation * z;
            sum += w * y * y;
        }
        return sum;
    }
}

/// <summary>One whose numbers come of another method of its own.</summary>
public struct Xorshift
{
    private uint _s;

    public Xorshift(uint seed) => _s = seed;

    public uint Next()
    {
        _s ^= _s << 13;
        _s ^= _s >> 17;
        _s ^= _s << 5;
        return _s;
    }

    public double Uniform() => Next() / 4294967296.0;

    public double Gaussian()
    {
        double u = 1 - Uniform(), v = Uniform();
        return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v);
    }
}

/// <summary>Structs without real numbers that change while the method runs: called, copied, given by reference, set.</summary>
public static partial class RandomStructs
{
    [Differentiable]
    public static double ByInteger(double mean, double deviation, [NonDifferentiable] int n)
    {
        Xorshift random = new(12345);
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double z = random.Next() / 4294967296.0 - 0.5;
            double y = mean + deviation * z;
            sum += y * y * z + Math.Sin(y);
        }
        return sum;
    }

    [Differentiable]
    public static double ByReal(double mean, double deviation, [NonDifferentiable] int n)
    {
        var random = new Xorshift(12345);
        double y = mean;
        for (int i = 0; i < n; i++)
        {
            var copy = random;
            double z = random.Gaussian();
            y += deviation * z * y + copy.Uniform();
        }
        return y * y;
    }

    [Differentiable]
    public static double Passed(double x, [NonDifferentiable] int n)
    {
        var random = new Xorshift(777);
        double y = x;
        for (int i = 0; i < n; i++)
            y += Noise(ref random) * y;
        return y;

        static double Noise(ref Xorshift r) => r.Uniform() - 0.5;
    }

    [Differentiable]
    public static double Rewound(double x, double y)
    {
        var random = new Xorshift(99);
        Xorshift start = random;
        double u = random.Uniform();
        Xorshift later = random, again = start;
        double v = again.Uniform(), w = random.Uniform();
        random = start;
        return x * y * (u + 2 * later.Uniform() - v) + Math.Sin(x * w) * random.Uniform() + x * ByValue(start) * (start.Next() % 7);

        static double ByValue(Xorshift r) => r.Uniform() + r.Uniform();
    }

    private struct Counter
    {
        public int Hits, Misses;
    }

    [Differentiable]
    public static double Counted([Length(6)] double[] x, double level)
    {
        Counter c = default;
        double sum = 0;
        foreach (double v in x)
        {
            if (v > level) c.Hits++;
            else c.Misses += 1;
            sum += v * c.Hits + level * c.Misses * v;
        }
        return sum / (c.Hits + 1);
    }

    private struct Tally
    {
        public int Hits;

        public int Misses { get; set; }

        public readonly int All => Hits + Misses;

        public void Miss() => Misses++;
    }

    [Differentiable, Allocates("an array of structs without numbers")]
    public static double Tallied([Length(6)] double[] x, double level)
    {
        Tally t;
        t.Hits = 0;
        t = new Tally { Hits = 1 };
        var tallies = new Tally[2];
        double sum = level;
        for (int i = 0; i < x.Length; i++)
        {
            ref Tally r = ref tallies[i % 2];
            if (x[i] > level)
            {
                Bump(ref t.Hits);
                r.Hits += 2;
            }
            else
                t.Miss();
            Tally before = t;
            t.Misses += i % 2;
            sum *= 1 + 0.1 * x[i] * (before.Misses + tallies[i % 2].Hits) + 0.01 * t.All;
        }
        return sum + x[0] * t.Misses;

        static void Bump(ref int n) => n++;
    }

    private readonly record struct Setup(int Steps, bool Fine)
    {
        public double Width => Fine ? 0.1 : 0.2;

        public double Step(double x) => x * Width / Steps;

        public double[] Grid()
        {
            double[] grid = new double[Steps];
            for (int i = 0; i < grid.Length; i++)
                grid[i] = Width * i;
            return grid;
        }
    }

    [Differentiable]
    public static double WithSetup(double x, double y, bool fine)
    {
        Setup s = new(4, fine);
        s = s with { Steps = 5 };
        double[] g = s.Grid();
        for (int i = 0; i < g.Length; i++)
            g[i] = Math.Sin(g[i] + x);
        return g[2] * y + s.Step(x) * s.Width + g[4];
    }
}
