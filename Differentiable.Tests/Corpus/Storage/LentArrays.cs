using System.Buffers;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Arrays that a pool lends, or that are not cleared when they are made: local arrays, of which nothing but their least length is known.</summary>
public static partial class LentArrays
{
    [Differentiable]
    public static double FromThePool([Length(3, 0)] ReadOnlySpan<double> x, double scale)
    {
        double[] squares = ArrayPool<double>.Shared.Rent(x.Length);
        try
        {
            for (int i = 0; i < x.Length; i++)
                squares[i] = scale * x[i] * x[i];
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
                sum += Math.Sin(squares[i]);
            return sum;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(squares);
        }
    }

    [Differentiable]
    public static double SeveralInALoop([Length(3)] ReadOnlySpan<double> x, [Values(3, 0, 1)] int rounds)
    {
        ArrayPool<double> pool = ArrayPool<double>.Shared;
        double product = 1;
        for (int round = 0; round < rounds; round++)
        {
            double[] work = pool.Rent(x.Length);
            int[] order = ArrayPool<int>.Shared.Rent(2);
            (order[0], order[1]) = (round % 3, 0);
            Span<double> used = work.AsSpan(0, x.Length);
            x.CopyTo(used);
            used[order[1]] *= used[order[0]] + product;
            product *= used[order[1]];
            ArrayPool<int>.Shared.Return(order);
            pool.Return(work, clearArray: true);
        }
        return product;
    }

    [Differentiable]
    public static double NotCleared(double x, [Values(3, 0)] int n)
    {
        double[] powers = GC.AllocateUninitializedArray<double>(n + 1), zeros = GC.AllocateArray<double>(2);
        powers[0] = 1;
        for (int i = 0; i < n; i++)
            powers[i + 1] = x * powers[i];
        return powers[n] + zeros[1] * x;
    }
}
