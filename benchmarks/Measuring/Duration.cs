using System.Diagnostics;

namespace Differentiable.Benchmarks.Measuring;

/// <summary>How long something took, in milliseconds.</summary>
/// <param name="Thread">The processor time of its thread.</param>
/// <param name="Wall">The time on the wall, which other processes lengthen.</param>
internal readonly record struct Duration(double Thread, double Wall)
{
    public static Duration Of(Action action)
    {
        double thread = ThreadClock.Microseconds;
        long wall = Stopwatch.GetTimestamp();
        action();
        return new Duration((ThreadClock.Microseconds - thread) * 1e-3, Stopwatch.GetElapsedTime(wall).TotalMilliseconds);
    }
}
