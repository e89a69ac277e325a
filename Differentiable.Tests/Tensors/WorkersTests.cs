using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Work that threads share is done once, phase by phase.</summary>
public sealed class WorkersTests : IDisposable
{
    private readonly int _threads = Workers.Count;

    public void Dispose() => Workers.Count = _threads;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Each_piece_is_done_once_and_behind_the_phases_before(int threads)
    {
        Workers.Count = threads;
        int[] pieces = [5, 0, 1, 300];
        for (int round = 0; round < 200; round++)
        {
            int[] done = new int[pieces.Length];
            Workers.Share(pieces, (phase, piece) =>
            {
                for (int before = 0; before < phase; before++)
                    Assert.Equal(pieces[before], Volatile.Read(ref done[before]));
                Interlocked.Increment(ref done[phase]);
            });
            Assert.Equal(pieces, done);
        }
    }

    [Fact]
    public void What_one_of_them_throws_is_thrown()
    {
        Workers.Count = 4;
        Assert.Throws<InvalidOperationException>(() => Workers.Share([3, 3], (phase, piece) =>
        {
            if (phase == 0 && piece == 1)
                throw new InvalidOperationException();
            Assert.Equal(0, phase);
        }));
    }

    [Fact]
    public void Work_may_be_shared_inside_of_shared_work()
    {
        Workers.Count = 4;
        int sum = 0;
        Workers.Share(20, _ => Workers.Share(20, piece => Interlocked.Add(ref sum, piece)));
        Assert.Equal(20 * 190, sum);
    }
}
