using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Runtime;

/// <summary>
/// Says before which rounds of a loop its state is kept, in the forward sweep and whenever the reverse sweep runs rounds again. Generated code calls it.
/// </summary>
/// <remarks>
/// The snapshots themselves lie on a stack: the reverse sweep takes the last one off, runs forward from there to the round that it reverses next,
/// and keeps again what it passes and will need. Binomial positions: Griewank and Walther, "Algorithm 799: revolve" (2000), and "Evaluating
/// Derivatives" (2008), section 12.3.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CheckpointSchedule
{
    private const long Never = -1;

    // For snapshots at equal distances; zero for binomial ones, of which so many may still be kept.
    private long _distance;
    private long _free;

    // The rounds to be reversed end before this one.
    private long _end;
    private long _next;

    /// <summary>A snapshot each <paramref name="rounds"/> rounds.</summary>
    /// <param name="rounds">The rounds from one snapshot to the next.</param>
    /// <returns>The schedule at the start of the forward sweep.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounds"/> is less than one.</exception>
    public static CheckpointSchedule Every(long rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        return new() { _distance = rounds };
    }

    /// <summary>A snapshot each √n rounds.</summary>
    /// <param name="count">The number of rounds, n.</param>
    /// <returns>The schedule at the start of the forward sweep.</returns>
    public static CheckpointSchedule SquareRoot(long count) => Every(Math.Max(1, (long)Math.Ceiling(Math.Sqrt(count))));

    /// <summary>At most <paramref name="snapshots"/> snapshots, where they save most.</summary>
    /// <param name="snapshots">Their number.</param>
    /// <param name="count">The number of rounds.</param>
    /// <returns>The schedule at the start of the forward sweep.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="snapshots"/> is less than one.</exception>
    public static CheckpointSchedule Binomial(int snapshots, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshots, 1);
        return new() { _free = snapshots, _end = count };
    }

    /// <summary>As many snapshots as the number of rounds has binary digits, where they save most.</summary>
    /// <param name="count">The number of rounds.</param>
    /// <returns>The schedule at the start of the forward sweep.</returns>
    public static CheckpointSchedule Logarithmic(long count) => Binomial(64 - BitOperations.LeadingZeroCount((ulong)Math.Max(1, count)), count);

    /// <summary>The same schedule behind the forward sweep.</summary>
    /// <returns>The schedule at the start of the reverse sweep.</returns>
    public readonly CheckpointSchedule Reversed()
    {
        CheckpointSchedule reversed = this;
        while (reversed._distance == 0 && reversed._next >= 0 && reversed._next < reversed._end)
            reversed.IsDue(reversed._next);
        return reversed;
    }

    /// <summary>Is the state before this round to be kept?</summary>
    /// <param name="round">The round. Rounds are asked about one after the other.</param>
    /// <returns>True if it is to be kept.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsDue(long round)
    {
        if (round != _next)
            return false;
        if (_distance != 0)
            _next += _distance;
        else
            AdvanceBinomially();
        return true;
    }

    /// <summary>
    /// A snapshot was taken off, and the rounds from there on are run again, up to one that is then reversed. The state is kept again before the
    /// first of them, and on the way.
    /// </summary>
    /// <param name="from">The round before which the snapshot was taken.</param>
    /// <param name="to">The round that is reversed next.</param>
    public void Restart(long from, long to)
    {
        if (_distance != 0)
            _distance = 1;
        else
            _free++;
        _end = to + 1;
        _next = from;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AdvanceBinomially()
    {
        long left = _end - _next;
        _next = _free > 1 && left > 1 ? _next + Step(left, _free) : Never;
        _free--;
    }

    /// <summary>
    /// How far behind a snapshot the next one lies, for the rounds that are left and the snapshots that they may use, the one at their start included.
    /// With s snapshots and r runs of each round, b(s, r) = (s + r)! / (s! r!) rounds can be reversed. For the least r that suffices, the rounds before
    /// the next snapshot, which were run once by then, must be within b(s, r - 1), and those behind it within b(s - 1, r).
    /// </summary>
    private static long Step(long rounds, long snapshots)
    {
        long runs = 0;
        double reach = 1;
        while (reach < rounds)
        {
            runs++;
            reach = reach * (snapshots + runs) / runs;
        }

        // b(s, r - 1) and b(s - 1, r - 1) from b(s, r). Exact as long as they matter: all are below the number of rounds times a small factor.
        double before = reach * runs / (snapshots + runs);
        double least = before * snapshots / (snapshots + runs - 1);
        return (long)Math.Clamp(rounds - least, 1, Math.Min(Math.Round(before), rounds - 1));
    }
}
