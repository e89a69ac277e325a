using Differentiable.Runtime;

namespace Differentiable.Tests.Runtime;

/// <summary>Where snapshots are kept: followed step by step as emitted code does, on a loop whose state is the number of its round.</summary>
public class CheckpointScheduleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Each_round_is_reversed_from_its_own_state(int distance)
    {
        foreach (int rounds in new[] { 0, 1, 2, 3, 10, 64, 65, 66, 500 })
            Run(CheckpointSchedule.Every(distance), rounds);
    }

    [Fact]
    public void Equal_distances_take_a_segment_and_one_snapshot_for_each_other()
    {
        Outcome outcome = Run(CheckpointSchedule.Every(100), 10_000);
        Assert.Equal(99 + 99, outcome.MostSnapshots);
        Assert.Equal(10_000 - 100, outcome.RunAgain);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10_000, 199)]
    [InlineData(10_001, 200)]
    public void The_square_root_is_the_distance(int rounds, int most) =>
        Assert.InRange(Run(CheckpointSchedule.SquareRoot(rounds), rounds).MostSnapshots, 0, most);

    /// <summary>
    /// The least number of rounds that run forward, from the start of one to the start of the next, is found by trying every position for the next
    /// snapshot. The first sweep runs to the loop's end, so that those behind the last snapshot run once more.
    /// </summary>
    [Fact]
    public void Binomial_positions_are_optimal()
    {
        const int MostRounds = 60, MostSnapshots = 6;
        int[,] least = new int[MostSnapshots + 1, MostRounds + 1];
        for (int snapshots = 1; snapshots <= MostSnapshots; snapshots++)
        {
            for (int rounds = 1; rounds <= MostRounds; rounds++)
            {
                least[snapshots, rounds] = snapshots == 1 || rounds == 1
                    ? rounds * (rounds - 1) / 2
                    : Enumerable.Range(1, rounds - 1).Min(next => next + least[snapshots, next] + least[snapshots - 1, rounds - next]);
                Outcome outcome = Run(CheckpointSchedule.Binomial(snapshots, rounds), rounds);
                Assert.Equal(least[snapshots, rounds], outcome.LastSnapshot + outcome.RunAgain);
                Assert.InRange(outcome.MostSnapshots, 1, snapshots);
            }
        }
    }

    /// <summary>With s snapshots, r runs of each round suffice for (s + r)! / (s! r!) rounds.</summary>
    [Theory]
    [InlineData(1_000_000, 20, 8)]
    [InlineData(1_000_000, 10, 16)]
    [InlineData(100_000, 3, 83)]
    public void Few_snapshots_go_a_long_way(int rounds, int snapshots, int runs)
    {
        Outcome outcome = Run(CheckpointSchedule.Binomial(snapshots, rounds), rounds);
        Assert.InRange(outcome.RunAgain, 0L, (long)runs * rounds);
        Assert.Equal(snapshots, outcome.MostSnapshots);
    }

    [Fact]
    public void The_logarithm_bounds_snapshots_and_runs()
    {
        for (int rounds = 1; rounds <= 1 << 18; rounds = 3 * rounds + 1)
        {
            Outcome outcome = Run(CheckpointSchedule.Logarithmic(rounds), rounds);
            double digits = Math.Ceiling(Math.Log2(rounds + 1)) + 1;
            Assert.InRange(outcome.MostSnapshots, 1, digits);
            Assert.InRange(outcome.RunAgain, 0, digits * rounds);
        }
    }

    [Fact]
    public void Numbers_below_one_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CheckpointSchedule.Every(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CheckpointSchedule.Binomial(0, 10));
    }

    private static Outcome Run(CheckpointSchedule schedule, int rounds)
    {
        Stack<int> snapshots = new();
        int most = 0;
        long again = 0;
        CheckpointSchedule forward = schedule;
        for (int round = 0; round < rounds; round++)
            Keep(ref forward, round);
        int last = snapshots.Count > 0 ? snapshots.Peek() : 0;
        CheckpointSchedule back = schedule.Reversed();
        for (int round = rounds - 1; round >= 0; round--)
        {
            int from = snapshots.Pop();
            Assert.InRange(from, 0, round);
            back.Restart(from, round);
            for (int next = from; next < round; next++, again++)
                Keep(ref back, next);
        }
        Assert.Empty(snapshots);
        return new(most, last, again);

        void Keep(ref CheckpointSchedule due, int round)
        {
            if (due.IsDue(round))
                snapshots.Push(round);
            most = Math.Max(most, snapshots.Count);
        }
    }

    /// <param name="MostSnapshots">The most snapshots at one time.</param>
    /// <param name="LastSnapshot">The round of the last one that the forward sweep keeps.</param>
    /// <param name="RunAgain">The rounds that ran forward again, the reversed ones not counted.</param>
    private sealed record Outcome(int MostSnapshots, int LastSnapshot, long RunAgain);
}
