using Differentiable.Runtime;

namespace Differentiable.Tests.Runtime;

public class WorkspaceReferenceTests
{
    [Fact]
    public void ArraysComeBackInTheOppositeOrder()
    {
        using Workspace workspace = Workspace.Rent();
        double[] first = [1];
        double[][] second = [first];
        workspace.Keep(first);
        workspace.Keep(null);
        workspace.Keep(second);

        Assert.Same(second, workspace.Kept<double[][]>());
        Assert.Null(workspace.Kept<double[]>());
        Assert.Same(first, workspace.Kept<double[]>());
    }

    [Fact]
    public void BuffersAndTheirPartsComeBackAsTheSameMemory()
    {
        using Workspace workspace = Workspace.Rent();
        Span<float> small = workspace.Zeroed<float>(5);
        Span<double> large = workspace.Zeroed<double>(100_000);
        workspace.KeepBuffer<float>(small[1..3]);
        workspace.KeepBuffer<double>(large);
        workspace.KeepBuffer<double>(large[100_000..]);
        workspace.KeepBuffer<byte>([]);

        Assert.True(workspace.KeptBuffer<byte>().IsEmpty);
        Assert.True(workspace.KeptBuffer<double>().IsEmpty);
        Assert.True(workspace.KeptBuffer<double>() == large);
        Assert.True(workspace.KeptBuffer<float>() == small[1..3]);
    }

    [Fact]
    public void StorageFromElsewhereIsRefused()
    {
        using Workspace workspace = Workspace.Rent();
        workspace.Allocate<double>(4);
        Assert.Throws<ArgumentException>(() => workspace.KeepBuffer<double>(new double[4]));
    }

    [Fact]
    public void MoreThanWasKeptIsRefused()
    {
        using Workspace workspace = Workspace.Rent();
        Assert.Throws<InvalidOperationException>(() => workspace.Kept<double[]>());
        Assert.Throws<InvalidOperationException>(() => workspace.KeptBuffer<double>());
    }

    [Fact]
    public void ADisposedWorkspaceHoldsNothing()
    {
        WeakReference held = Keep();
        GC.Collect();
        Assert.False(held.IsAlive);
        using Workspace workspace = Workspace.Rent();
        Assert.Throws<InvalidOperationException>(() => workspace.Kept<double[]>());

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Keep()
        {
            using Workspace workspace = Workspace.Rent();
            double[] array = new double[3];
            workspace.Keep(array);
            return new WeakReference(array);
        }
    }
}
