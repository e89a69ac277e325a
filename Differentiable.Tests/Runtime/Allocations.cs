namespace Differentiable.Tests.Runtime;

/// <summary>Measures what an action allocates once its buffers have grown.</summary>
internal static class Allocations
{
    public static long InSteadyState(Action action)
    {
        // The first runs grow buffers and compile the action.
        for (int i = 0; i < 3; i++)
            action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
