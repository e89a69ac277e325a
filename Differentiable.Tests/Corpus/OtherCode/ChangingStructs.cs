using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.OtherCode;

/// <summary>Structs without real numbers whose members change them, as generators of random numbers do: state like any other.</summary>
public static partial class ChangingStructs
{
    public struct Generator(ulong seed) : IRandom
    {
        private ulong _state = seed;
        private int _count = 0;

        public double Next()
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            _count++;
            return (_state >> 11) * (1.0 / (1UL << 53));
        }

        public readonly int Count => _count;

        public double Ahead => Next();

        public void Skip(int draws)
        {
            for (int i = 0; i < draws; i++)
                Next();
        }

        public double this[int draws]
        {
            get
            {
                Skip(draws);
                return Next();
            }
        }

        public static Generator operator ++(Generator random)
        {
            random.Next();
            return random;
        }
    }

    [Differentiable]
    public static double InARound(double x, double sigma, [Values(11)] int n)
    {
        Generator random = new(12345);
        for (int k = 0; k < n; k++)
        {
            Checkpoint.Every(4);
            x += 0.1 * sigma * x * random.Next();
        }
        return x * x + random.Next() * x + random.Count;
    }

    [Differentiable]
    public static double InNestedRounds(double x, [Values(7)] int n)
    {
        Generator random = new(7), other = random;
        for (int k = 0; k < n; k++)
        {
            Checkpoint.Every(3);
            for (int j = 0; j < 3; j++)
            {
                Checkpoint.Every(2);
                x += 0.1 * Math.Sin(x * (1 + random.Next()));
            }
            if (Draw(ref random) > 1)
                x += other.Next();
        }
        return x + random.Next() + other.Next();
    }

    [Differentiable]
    public static double HandedOn(double x, [Values(5)] int n)
    {
        Generator random = new(99);
        for (int k = 0; k < n; k++)
            x = Math.Sin(Step(x, random)) + 0.01 * random.Next();
        return x;
    }

    [Differentiable]
    [Checkpoint]
    private static double Step(double x, Generator random) => x * x * random.Next() + random.Next() * x;

    private static double Draw(ref Generator random) => random.Next() + random.Next();

    /// <summary>Calls without a value, getters, indexers and operators change it as well.</summary>
    [Differentiable]
    public static double ByAnyMember(double x, [Values(7)] int n)
    {
        Generator random = new(0x9E3779B97F4A7C15);
        for (int k = 0; k < n; k++)
        {
            Checkpoint.Every(3);
            random.Skip(k % 3);
            x += 0.1 * Math.Sin(x * random.Ahead) * random[1];
            random++;
            x = 0.5 * Step(x, random);
        }
        return x * random.Next();
    }

    /// <summary>In arrays, by reference, and as part of another struct.</summary>
    [Differentiable]
    [Allocates("an array of structs")]
    public static double WhereverItLies(double x, [Values(7)] int n)
    {
        Generator[] all = [new(0x9E3779B97F4A7C15), new(0xBF58476D1CE4E5B9)];
        Generator one = new(88172645463325252);
        (Generator Random, double Scale) pair = (new(0x94D049BB133111EB), 0.1 * x);
        for (int k = 0; k < n; k++)
        {
            Checkpoint.Every(3);
            all[k % 2].Skip(1);
            ref Generator chosen = ref (k % 2 == 0 ? ref one : ref all[1]);
            x += pair.Scale * Math.Sin(x) * all[0].Next() * chosen.Next();
            pair.Random.Skip(2);
        }
        return x * one.Next() * all[1].Next() * pair.Random.Next();
    }

    /// <summary>Members change a copy of what must not be changed, but the variable of a <c>using</c> or a <c>foreach</c> itself.</summary>
    [Differentiable]
    [Allocates("an array of structs")]
    public static double CopiedOrNot(double x, [Values(5)] int n)
    {
        Generator random = new(88172645463325252);
        using Counter counter = new();
        for (int k = 0; k < n; k++)
        {
            Checkpoint.Every(2);
            x += 0.1 * Math.Sin(x) * Twice(random) * ((Generator)random).Next() * counter.Next();
            ref readonly Generator fixedOne = ref random;
            x += 0.1 * fixedOne.Next() + 0.1 * fixedOne.Ahead;
        }
        foreach (Generator own in new Generator[] { new(0x9E3779B97F4A7C15), new(0xBF58476D1CE4E5B9) })
            x += 0.1 * Math.Sin(x) * own.Next() * own.Next();
        return x * random.Next() * counter.Next();

        double Twice(in Generator given) => Both(given) + given.Next();
        double Both(Generator given) => given.Next() + given.Next();
    }

    /// <summary>Names of the user's stay apart from those of what is written around the calls.</summary>
    [Differentiable]
    public static double WithAnyNames(double received, [Values(4)] int n)
    {
        Generator outcome = new(0x94D049BB133111EB);
        double received2 = received;
        for (int given1 = 0; given1 < n; given1++)
        {
            outcome.Skip(given1);
            received2 += 0.1 * Math.Sin(received2) * outcome.Next();
        }
        return Again(received2, n, ref outcome) * outcome.Next();

        double Again(double received3, int count, ref Generator received4) =>
            count == 0 ? received3 : Again(Math.Sin(received3) * (1 + received4.Next()), count - 1, ref received4);
    }

    [Differentiable]
    public static double OfAnyType(double x, [Values(5)] int n)
    {
        Generator random = new(0xBF58476D1CE4E5B9);
        for (int k = 0; k < n; k++)
        {
            x = 0.5 * StepOf(x, random) + 0.1 * TwiceOf(random);
            x += random.Next();
        }
        return x * random.Next();
    }

    [Differentiable]
    [TypeArguments(typeof(Generator))]
    private static double StepOf<TRandom>(double x, [NonDifferentiable] TRandom random)
        where TRandom : struct, IRandom
    {
        double sum = 0;
        for (int k = 0; k < 2; k++)
            sum += Math.Sin(x) * random.Next();
        random.Skip(1);
        return sum + x * random.Next();
    }

    private static double TwiceOf<TRandom>(TRandom random)
        where TRandom : struct, IRandom => random.Next() + random.Next();

    public interface IRandom
    {
        double Next();

        void Skip(int draws);
    }

    public struct Counter : IDisposable
    {
        private int _count;

        public double Next() => 0.25 * ++_count;

        public readonly void Dispose()
        {
        }
    }
}
