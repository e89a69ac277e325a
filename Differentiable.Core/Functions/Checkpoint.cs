using System.Runtime.CompilerServices;

namespace Differentiable;

/// <summary>
/// Markers that bound the memory of a loop's reverse sweep: as the first statement of the body of a <c>for</c>, <c>while</c>, <c>do</c> or
/// <c>foreach</c> in a <see cref="DifferentiableAttribute"/> method.
/// </summary>
/// <remarks>
/// The generated members keep snapshots of what the loop carries from round to round (the variables that it changes, and the elements of
/// the arrays that it both reads and writes), and run the rounds between them again where the reverse sweep needs them. In the method itself
/// the markers do nothing.
/// </remarks>
public static class Checkpoint
{
    /// <summary>
    /// Keeps a snapshot each <paramref name="rounds"/> rounds. The reverse sweep holds, for n rounds, n / <paramref name="rounds"/> +
    /// <paramref name="rounds"/> snapshots at most and runs each round forward twice more.
    /// </summary>
    /// <param name="rounds">The rounds from one snapshot to the next, at least 1; evaluated once, before the loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Every(int rounds)
    {
    }

    /// <summary>
    /// Keeps a snapshot each √n of n rounds: the least number of snapshots for which two more forward runs of each round suffice, 2 √n. Where the
    /// number of rounds shows only as the loop runs, the loop is first run once to count them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SquareRoot()
    {
    }

    /// <summary>
    /// Keeps at most <paramref name="snapshots"/> snapshots and places them so that as few rounds as possible are run again (Griewank and Walther,
    /// "Algorithm 799: revolve", ACM Transactions on Mathematical Software 26, 2000). With s snapshots, r runs of each round suffice for
    /// (s + r)! / (s! r!) rounds. Where the number of rounds shows only as the loop runs, the loop is first run once to count them.
    /// </summary>
    /// <param name="snapshots">The number of snapshots, at least 1; evaluated once, before the loop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Binomial(int snapshots)
    {
    }

    /// <summary>
    /// As <see cref="Binomial"/> with as many snapshots as the number of rounds n has binary digits: memory and time for each round both grow
    /// with the logarithm of n.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Logarithmic()
    {
    }
}
