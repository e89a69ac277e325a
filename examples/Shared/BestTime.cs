using System.Diagnostics;

namespace Examples;

/// <summary>How long something takes when the machine is not doing anything else.</summary>
public static class BestTime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3);

    /// <summary>Runs it again and again for a while, and gives the best of the times.</summary>
    public static double Milliseconds(Action action)
    {
        double best = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        do
        {
            long before = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }
        while (Stopwatch.GetElapsedTime(start) < Patience);
        return best;
    }
}
