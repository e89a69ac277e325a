namespace Differentiable.Tests.Numerics;

/// <summary>Whatever gives something else each time, methods whose reverse half runs them again say so where others call them; their own gradients run it once. What is made in the method gives the same again.</summary>
public partial class SecondRunTests
{
    private static readonly Dictionary<string, (Func<double, double> Value, Func<double, double> Gradient, Func<double, double> OfCaller, string Code)> s_changing = new()
    {
        [nameof(OfGenerator)] = (x => OfGenerator(x, new()), x => OfGeneratorGradient(x, new()), x => OfGeneratorTwiceGradient(x, new()), "generator.Next()"),
        [nameof(OfWrapper)] = (x => OfWrapper(x, new(new Random(3))), x => OfWrapperGradient(x, new(new Random(3))), x => OfWrapperTwiceGradient(x, new(new Random(3))), "wrapper.Draw()"),
        [nameof(OfDelegate)] = (x => OfDelegate(x, new Generator().Next), x => OfDelegateGradient(x, new Generator().Next), x => OfDelegateTwiceGradient(x, new Generator().Next), "next()"),
        [nameof(OfInterface)] = (x => OfInterface(x, new Generator()), x => OfInterfaceGradient(x, new Generator()), x => OfInterfaceTwiceGradient(x, new Generator()), "source.Next()"),
        [nameof(OfIndexer)] = (x => OfIndexer(x, new()), x => OfIndexerGradient(x, new()), x => OfIndexerTwiceGradient(x, new()), "generator[i]"),
        [nameof(OfConversion)] = (x => OfConversion(x, new()), x => OfConversionGradient(x, new()), x => OfConversionTwiceGradient(x, new()), "(double)generator"),
        [nameof(OfAttached)] = (x => OfAttached(x, new(3)), x => OfAttachedGradient(x, new(3)), x => OfAttachedTwiceGradient(x, new(3)), "holder.Draw()"),
        [nameof(OfStep)] = (x => OfStep(x, new()), x => OfStepGradient(x, new()), x => OfStepTwiceGradient(x, new()), "Step(generator)"),
        [nameof(OfLifted)] = (x => OfLifted(x, new()), _ => double.NaN, x => OfLiftedGradient(x, new()), "generator.Next()"),
    };

    public static TheoryData<string> Changing => [.. s_changing.Keys];

    [Theory]
    [MemberData(nameof(Changing))]
    public void Callers_are_told_what_gives_something_else(string name) =>
        Assert.Contains($"'{s_changing[name].Code}'", Assert.Throws<NotSupportedException>(() => s_changing[name].OfCaller(0.7)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Changing))]
    public void Their_own_gradients_run_once(string name)
    {
        (Func<double, double> value, Func<double, double> gradient, _, _) = s_changing[name];
        if (double.IsNaN(gradient(0.7)))
            return;
        Assert.Equal((value(0.7 + 1e-5) - value(0.7 - 1e-5)) / 2e-5, gradient(0.7), 1e-7);
    }

    [Fact]
    public void What_is_made_in_the_method_gives_the_same_again() =>
        Assert.Equal((OfOwnTwice(0.7 + 1e-5) - OfOwnTwice(0.7 - 1e-5)) / 2e-5, OfOwnTwiceGradient(0.7), 1e-7);

    [Fact]
    public void Each_sweep_starts_from_the_state_of_the_caller()
    {
        double[] x = [.. Enumerable.Range(0, 9).Select(i => 0.3 + 0.1 * i)];
        double[,] jacobian = OfReferenceJacobian(x, new double[9], new Dice(5));
        Dice dice = new(5);
        for (int i = 0; i < 9; i++)
        {
            double drawn = dice.Next();
            for (int j = 0; j < 9; j++)
                Assert.Equal(drawn * (j == i ? x[(i + 1) % 9] : j == (i + 1) % 9 ? x[i] : 0), jacobian[i, j], 1e-14);
        }
    }

    [Differentiable]
    private static double OfGenerator(double x, Generator generator)
    {
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            x *= Math.Sin(p[0] * generator.Next() + p[1]);
        }
        return x;
    }

    [Differentiable]
    private static double OfGeneratorTwice(double x, Generator generator) => OfGenerator(x, generator) * OfGenerator(x * x, generator);

    [Differentiable]
    private static double OfWrapper(double x, Wrapper wrapper)
    {
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            x *= Math.Sin(p[0] * wrapper.Draw() + p[1]);
        }
        return x;
    }

    [Differentiable]
    private static double OfWrapperTwice(double x, Wrapper wrapper) => OfWrapper(x, wrapper) * OfWrapper(x * x, wrapper);

    [Differentiable]
    private static double OfDelegate(double x, [NonDifferentiable] Func<double> next)
    {
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            x *= Math.Sin(p[0] * next() + p[1]);
        }
        return x;
    }

    [Differentiable]
    private static double OfDelegateTwice(double x, [NonDifferentiable] Func<double> next) => OfDelegate(x, next) * OfDelegate(x * x, next);

    [Differentiable]
    private static double OfInterface(double x, [NonDifferentiable] ISource source)
    {
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            x *= Math.Sin(p[0] * source.Next() + p[1]);
        }
        return x;
    }

    [Differentiable]
    private static double OfInterfaceTwice(double x, [NonDifferentiable] ISource source) => OfInterface(x, source) * OfInterface(x * x, source);

    [Differentiable]
    private static double OfIndexer(double x, Generator generator)
    {
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            x *= Math.Sin(p[0] * generator[i] + p[1]);
        }
        return x;
    }

    [Differentiable]
    private static double OfIndexerTwice(double x, Generator generator) => OfIndexer(x, generator) * OfIndexer(x * x, generator);

    [Differentiable]
    private static double OfConversion(double x, Generator generator)
    {
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            x *= Math.Sin(p[0] * (double)generator + p[1]);
        }
        return x;
    }

    [Differentiable]
    private static double OfConversionTwice(double x, Generator generator) => OfConversion(x, generator) * OfConversion(x * x, generator);

    [Differentiable]
    private static double OfAttached(double x, Random random)
    {
        Holder holder = new();
        holder.Attach(random);
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            x *= Math.Sin(p[0] * holder.Draw() + p[1]);
        }
        return x;
    }

    [Differentiable]
    private static double OfAttachedTwice(double x, Random random) => OfAttached(x, random) * OfAttached(x * x, random);

    [Differentiable]
    private static double OfStep(double x, Generator generator)
    {
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            Step(generator);
            x *= Math.Sin(p[0] * generator.Last + p[1]);
        }
        return x;
    }

    private static void Step(Generator generator) => generator.Next();

    [Differentiable]
    private static double OfStepTwice(double x, Generator generator) => OfStep(x, generator) * OfStep(x * x, generator);

    [Differentiable]
    private static double OfLifted(double x, Generator generator)
    {
        return Drawn(x, 1) * Swapped(x, 2);

        double Drawn(double y, int depth) => depth > 0 ? 0.5 * Drawn(y, depth - 1) : y * generator.Next();

        double Swapped(double y, int depth)
        {
            if (depth == 0)
                return y;
            double[] p = [y, y * y], q = [2 * y, 0.5];
            for (int i = 0; i < 5; i++)
            {
                (p, q) = (q, p);
                y *= Math.Sin(p[0] + p[1]) + Drawn(y, 1);
            }
            return y * Swapped(y, depth - 1);
        }
    }

    [Differentiable]
    private static double OfOwn(double x, int seed)
    {
        Generator generator = new();
        Wrapper wrapper = new(new Random(seed));
        double[] p = [x, x * x], q = [2 * x, 0.5];
        for (int i = 0; i < 5; i++)
        {
            (p, q) = (q, p);
            x *= Math.Sin(p[0] * generator.Next() + p[1] * wrapper.Draw());
        }
        return x;
    }

    [Differentiable]
    private static double OfOwnTwice(double x) => OfOwn(x, 3) * OfOwn(x * x, 4);

    [Differentiable(Derivatives.Jacobian)]
    private static void OfReference(double[] x, Span<double> y, [NonDifferentiable] ref Dice dice)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * x[(i + 1) % x.Length] * Roll(ref dice);
    }

    private static double Roll(ref Dice dice) => dice.Next();

    internal interface ISource
    {
        double Next();
    }

    internal sealed class Generator : ISource
    {
        private uint _state = 12345;

        public double Last => _state / 4294967296.0;

        public double this[int shift] => Next() + shift;

        public static explicit operator double(Generator generator) => generator.Next();

        public double Next()
        {
            _state = _state * 1664525 + 1013904223;
            return Last;
        }
    }

    internal sealed class Wrapper(Random random)
    {
        public double Draw() => random.NextDouble();
    }

    internal sealed class Holder
    {
        private Random _random = new(1);

        public void Attach(Random random) => _random = random;

        public double Draw() => _random.NextDouble();
    }

    internal struct Dice(uint state)
    {
        private uint _state = state;

        public double Next()
        {
            _state = _state * 1664525 + 1013904223;
            return _state / 4294967296.0;
        }
    }
}
