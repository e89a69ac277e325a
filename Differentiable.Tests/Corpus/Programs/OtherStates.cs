using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Code of the project without attribute, which changes integers and structs of integers that it is given.</summary>
public static class Draws
{
    public static double Next(ref Lcg random) => random.NextDouble();

    public static uint Hash(ref uint state) => state = state * 31 + 7;

    public static bool Count(int step, ref int count, out int twice, ref long rest)
    {
        count += step;
        twice = count * 2;
        rest -= count;
        return rest > 0;
    }
}

/// <summary>Loops that hand their state to such code by reference.</summary>
public static partial class OtherStates
{
    private struct Box
    {
        public int A, B;
    }

    [Differentiable]
    public static double Generator(double x, int n)
    {
        Lcg random = new(3);
        double sum = x;
        for (int i = 0; i < n; i++)
        {
            Lcg copy = random;
            sum += x * Draws.Next(ref random) + Draws.Next(ref random) * sum * sum - 0.1 * Draws.Next(ref copy);
        }
        return sum;
    }

    [Differentiable, Allocates("an array of integers")]
    public static double Integers(double x, int n)
    {
        uint hash = 5;
        int count = 1;
        long rest = 40;
        Box box = default;
        int[] counts = new int[3];
        double sum = x;
        for (int i = 0; i < n; i++)
        {
            sum += x * (Draws.Hash(ref hash) % 7);
            if (Draws.Count(i, rest: ref rest, count: ref count, twice: out int twice))
                sum *= 1 + 0.1 * twice * x;
            Draws.Count(2, ref counts[i % 3], out box.B, ref rest);
            Draws.Count(1, ref box.A, out _, ref rest);
            sum += box.B * x + counts[i % 3] * sum * 0.01 + box.A * x;
        }
        return sum + count * x + hash % 3;
    }

    [Differentiable]
    public static double Parsed(double x, [NonDifferentiable] string digits = "3142")
    {
        double sum = x;
        for (int i = 0; i < digits.Length; i++)
        {
            if (int.TryParse(digits.AsSpan(i, 1), out int digit))
                sum *= 1 + digit * x;
        }
        return sum;
    }
}
