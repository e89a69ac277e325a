using System.Runtime.ExceptionServices;
using Differentiable.Runtime;
using Differentiable.Tests.Corpus.Checkpoints;
using Differentiable.Tests.Corpus.Programs;

namespace Differentiable.Tests.Numerics;

/// <summary>What loops with checkpoints keep, by the sizes that the value stack and the workspace of a fresh thread grow to.</summary>
public class CheckpointMemoryTests
{
    private const int Million = 1_000_000;

    // Two stacks start with 256 slots each and a workspace with 1024; all double.
    private const long Least = 8 * (2 * 256 + 1024);

    [Fact]
    public void A_million_steps_without_markers_keep_all_of_them() =>
        Assert.InRange(Kept(() => TimeStepping.VerletGradient(1, 0.5, 2, Million)), 8L * Million, long.MaxValue);

    /// <summary>Three numbers and a round, 32 bytes, for each of 1000 + 1000 snapshots.</summary>
    [Fact]
    public void Equal_distances_keep_the_square_root() =>
        Assert.InRange(Kept(() => CheckpointedLoops.LogisticGradient(0.5, 0.001, Million, 1000)), 2000 * 16, Least + 2 * 2000 * 16);

    [Fact]
    public void Twenty_snapshots_are_enough_for_a_million_steps() =>
        Assert.InRange(Kept(() => CheckpointedLoops.LorenzGradient(1, 1, 1, 0.001, 0.001, Million, 20)), 20 * 32, Least);

    [Fact]
    public void The_logarithm_of_a_million_steps_is_twenty() =>
        Assert.InRange(Kept(() => CheckpointedLoops.VerletGradient(1, 0.5, 0.001, Million)), 20 * 32, Least);

    /// <summary>A state of 100 elements: √n snapshots twice.</summary>
    [Theory]
    [InlineData(10_000, 200)]
    [InlineData(1_000_000, 2000)]
    public void States_of_arrays_grow_with_the_square_root(int steps, int snapshots)
    {
        double[] u = [.. Enumerable.Range(0, 100).Select(i => 1 + Math.Sin(i))];
        const int Snapshot = 8 * 101;
        Assert.InRange(Kept(() => CheckpointedLoops.HeatInPlaceGradient(u, 0.1, steps, new double[100])), snapshots * 3 / 4 * Snapshot, Least + 3L * snapshots * Snapshot);
    }

    [Fact]
    public void A_trajectory_is_no_state()
    {
        double[] path = new double[10_000];
        long kept = Kept(() => CheckpointedLoops.TrajectoryVjp(1, 1, path, new double[path.Length]));
        Assert.InRange(kept, 0, Least + 8 * 4 * path.Length);
    }

    /// <summary>One set of inputs, 16 bytes, a call, where the loop inside would keep 8 bytes a round.</summary>
    [Fact]
    public void A_marked_method_keeps_its_inputs() =>
        Assert.InRange(Kept(() => CheckpointedMethods.InALoopGradient(0.5, 0.9, 10_000)), 0, Least + 10_000 * 48);

    [Fact]
    public void A_while_loop_is_counted_first_and_keeps_as_little() =>
        Assert.InRange(Kept(() => CheckpointedWhiles.FallingRootGradient(1000, 0.5, 1e-3)), 0, Least + 8 * 4 * 3000);

    /// <summary>The bytes that the stacks and workspaces of a thread have grown to, those that were rented at once included.</summary>
    private static long Kept(Action run)
    {
        long kept = 0;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                run();
                using ValueStack first = ValueStack.Rent(), second = ValueStack.Rent();
                using Workspace workspace = Workspace.Rent();
                kept = 8L * (first.Capacity + second.Capacity + workspace.Capacity);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return kept;
    }
}
