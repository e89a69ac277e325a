using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus;

/// <summary>Structs without real numbers whose members change them, as generators of random numbers do: state like any other.</summary>
public static partial class ChangingStructs
{
    public struct Generator(ulong seed)
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
}
