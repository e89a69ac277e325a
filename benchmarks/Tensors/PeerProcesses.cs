using System.Diagnostics;
using System.Globalization;

namespace Differentiable.Benchmarks.Tensors;

/// <summary>PyTorch, in a process for each number of threads: its libraries read how many they may have when they are loaded.</summary>
internal sealed class PeerProcesses : IDisposable
{
    private readonly Dictionary<int, Process> _processes = [];

    /// <summary>The time of one call, in microseconds.</summary>
    /// <exception cref="InvalidOperationException">PyTorch is not there, or failed; it says why on the console.</exception>
    public double Sample(string program, int threads)
    {
        if (!_processes.TryGetValue(threads, out Process? process))
            _processes.Add(threads, process = Start(threads));
        process.StandardInput.WriteLine(program);
        string answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("PyTorch gave no time. Debian and Ubuntu have it in python3-torch: benchmarks/Tensors/install-peer.sh.");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        foreach (Process process in _processes.Values)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static Process Start(int threads)
    {
        string count = threads.ToString(CultureInfo.InvariantCulture);
        ProcessStartInfo start = new("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Tensors", "peer.py"), count]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["MKL_NUM_THREADS"] = count;
        return Process.Start(start)!;
    }
}
