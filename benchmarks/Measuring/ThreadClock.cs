using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Differentiable.Benchmarks.Measuring;

/// <summary>The processor time that this thread has used: what other processes do does not show in it.</summary>
/// <remarks>Off Linux it is the time on the wall, for want of a portable clock as fine.</remarks>
internal static class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    /// <summary>Microseconds since a fixed moment.</summary>
    public static double Microseconds
    {
        get
        {
            if (!OperatingSystem.IsLinux() || GetTime(ThreadProcessorTime, out TimeSpecification time) != 0)
                return Stopwatch.GetTimestamp() * 1e6 / Stopwatch.Frequency;
            return time.Seconds * 1e6 + time.Nanoseconds * 1e-3;
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpecification time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
