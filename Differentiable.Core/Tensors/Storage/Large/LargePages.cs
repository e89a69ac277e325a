using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Tensors;

/// <summary>
/// Asks Linux to back a fresh array by pages of 2 MiB where it would take one of 4 KiB at a time: 512 times fewer page faults, which are most of what a large array costs. It is advice only;
/// systems that do not take it, or that give large pages anyway, do as before.
/// </summary>
internal static class LargePages
{
    private const int Size = 2 << 20;

    private const int AdviseHugePage = 14;

    private static bool s_mayAsk = OperatingSystem.IsLinux() && Environment.SystemPageSize == 4096;

    public static void AskFor<T>(T[] elements)
    {
        if (s_mayAsk && (long)elements.Length * Unsafe.SizeOf<T>() is >= 2 * Size and long bytes)
            Ask(Marshal.UnsafeAddrOfPinnedArrayElement(elements, 0), bytes);
    }

    /// <summary>The pages that lie wholly within; arrays of this size stay where they are, and advice on other memory would do no harm.</summary>
    private static void Ask(long start, long bytes)
    {
        long first = (start + Size - 1) & -Size, end = (start + bytes) & -Size;
        try
        {
            s_mayAsk = Advise((nint)first, (nint)(end - first), AdviseHugePage) == 0;
        }
        catch (Exception unavailable) when (unavailable is DllNotFoundException or EntryPointNotFoundException)
        {
            s_mayAsk = false;
        }
    }

    [DllImport("libc", EntryPoint = "madvise")]
    private static extern int Advise(nint start, nint length, int advice);
}
