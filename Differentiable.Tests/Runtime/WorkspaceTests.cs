using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Differentiable.Runtime;

namespace Differentiable.Tests.Runtime;

public class WorkspaceTests
{
    [Fact]
    public void BuffersDoNotOverlapAndStayValidWhileTheWorkspaceGrows()
    {
        using Workspace workspace = Workspace.Rent();
        Span<double> first = workspace.Allocate<double>(10);
        first.Fill(1);
        Span<byte> second = workspace.Allocate<byte>(3);
        second.Fill(2);
        Span<float> third = workspace.Allocate<float>(1_000_000);
        third.Fill(3);
        Span<int> fourth = workspace.Allocate<int>(5);
        fourth.Fill(4);

        Assert.Equal(10, first.Length);
        Assert.Equal(-1, first.IndexOfAnyExcept(1.0));
        Assert.Equal(3, second.Length);
        Assert.Equal(-1, second.IndexOfAnyExcept((byte)2));
        Assert.Equal(1_000_000, third.Length);
        Assert.Equal(-1, third.IndexOfAnyExcept(3f));
        Assert.Equal(5, fourth.Length);
        Assert.Equal(-1, fourth.IndexOfAnyExcept(4));
    }

    [Fact]
    public void EveryBufferIsAlignedToEightBytes()
    {
        using Workspace workspace = Workspace.Rent();
        for (int i = 1; i < 20; i++)
            Assert.Equal(0, AddressOf(workspace.Allocate<byte>(i)) % 8);

        static long AddressOf(Span<byte> buffer)
            => Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(buffer));
    }

    [Fact]
    public void ZeroedClearsWhatAnEarlierCallLeft()
    {
        using (Workspace workspace = Workspace.Rent())
            workspace.Allocate<double>(5_000).Fill(double.NaN);
        using (Workspace workspace = Workspace.Rent())
            Assert.Equal(-1, workspace.Zeroed<double>(5_000).IndexOfAnyExcept(0.0));
    }

    [Fact]
    public void CopyTakesTheElementsAndIsApart()
    {
        using Workspace workspace = Workspace.Rent();
        double[] source = [1, 2, 3];
        Span<double> copy = workspace.Copy<double>(source);
        source[0] = 9;
        Assert.Equal([1.0, 2.0, 3.0], copy.ToArray());
    }

    [Fact]
    public void AnEmptyBufferIsEmpty()
    {
        using Workspace workspace = Workspace.Rent();
        Assert.True(workspace.Allocate<double>(0).IsEmpty);
        Assert.True(workspace.Zeroed<int>(0).IsEmpty);
        Assert.True(workspace.Copy<float>([]).IsEmpty);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void ANegativeLengthThrowsWhatANewArrayThrows(int length)
    {
        using Workspace workspace = Workspace.Rent();
        Assert.Throws<OverflowException>(() => new double[length]);
        Assert.Throws<OverflowException>(() => workspace.Allocate<double>(length));
        Assert.Throws<OverflowException>(() => workspace.Zeroed<byte>(length));
    }

    [Fact]
    public void ABufferThatNoArrayHoldsIsRefused()
    {
        using Workspace workspace = Workspace.Rent();
        Assert.Throws<InsufficientMemoryException>(() => workspace.Allocate<decimal>(int.MaxValue));
        Assert.Equal(2, workspace.Allocate<double>(2).Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(100_000)]
    public void ReleaseGivesBackWhatCameAfterTheMark(int length)
    {
        using Workspace workspace = Workspace.Rent();
        Span<double> kept = workspace.Zeroed<double>(10);
        long mark = workspace.Mark();
        Span<double> first = workspace.Allocate<double>(length);
        workspace.Allocate<double>(3 * length);
        workspace.Release(mark);
        Span<double> again = workspace.Allocate<double>(length);
        again.Fill(1);

        Assert.True(Unsafe.AreSame(ref first[0], ref again[0]));
        Assert.Equal(-1, kept.IndexOfAnyExcept(0.0));
    }

    [Fact]
    public void ATooSmallChunkIsReplacedWithoutTouchingBuffersInUse()
    {
        using Workspace workspace = Workspace.Rent();
        Span<double> kept = workspace.Zeroed<double>(1_000);
        long mark = workspace.Mark();
        workspace.Allocate<double>(1_500).Fill(1);
        workspace.Release(mark);
        workspace.Allocate<double>(1_000_000).Fill(2);
        Assert.Equal(-1, kept.IndexOfAnyExcept(0.0));
    }

    [Fact]
    public void AMarkThatWasReleasedIsRefused()
    {
        using Workspace workspace = Workspace.Rent();
        long outer = workspace.Mark();
        workspace.Allocate<double>(2_000);
        long inner = workspace.Mark();
        workspace.Release(outer);
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Release(inner));
        Assert.Throws<ArgumentOutOfRangeException>(() => workspace.Release(-1));
    }

    [Fact]
    public void NestedRentsAreDistinct()
    {
        using Workspace outer = Workspace.Rent();
        Span<double> buffer = outer.Zeroed<double>(4);
        using (Workspace inner = Workspace.Rent())
        {
            Assert.NotSame(outer, inner);
            inner.Allocate<double>(4).Fill(1);
        }
        Assert.Equal([0.0, 0.0, 0.0, 0.0], buffer.ToArray());
    }

    [Fact]
    public void UseAfterDisposalIsRefused()
    {
        Workspace workspace = Workspace.Rent();
        long mark = workspace.Mark();
        workspace.Dispose();

        Assert.Throws<ObjectDisposedException>(workspace.Dispose);
        Assert.Throws<ObjectDisposedException>(() => workspace.Allocate<double>(1));
        Assert.Throws<ObjectDisposedException>(() => workspace.Release(mark));
    }

    [Fact]
    public void DisposingTwiceDoesNotHandOutOneWorkspaceTwice()
    {
        Workspace workspace = Workspace.Rent();
        workspace.Dispose();
        Assert.Throws<ObjectDisposedException>(workspace.Dispose);

        using Workspace first = Workspace.Rent();
        using Workspace second = Workspace.Rent();
        Assert.NotSame(first, second);
    }

    [Fact]
    public void TheSteadyStateAllocatesNothing() => Assert.Equal(0, Allocations.InSteadyState(() =>
    {
        using Workspace outer = Workspace.Rent();
        using Workspace inner = Workspace.Rent();
        outer.Allocate<double>(900);
        for (int i = 0; i < 50; i++)
        {
            long mark = outer.Mark();
            Span<double> row = outer.Zeroed<double>(i * 100);
            inner.Copy<double>(row);
            outer.Release(mark);
        }
    }));
}
