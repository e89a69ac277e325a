namespace Differentiable.Gpu;

/// <summary>Whether this build and this machine can run kernels on a GPU.</summary>
public static class GpuSupport
{
    /// <summary>Does this build contain ILGPU? It does when it was built with <c>-p:Gpu=true</c>.</summary>
    public static bool IsIncluded =>
#if ILGPU
        true;
#else
        false;
#endif

    /// <summary>The GPUs that ILGPU finds on this machine.</summary>
    /// <returns>The devices; none in a build without ILGPU.</returns>
    public static IReadOnlyList<GpuDevice> Devices() =>
#if ILGPU
        IlgpuDevices.Find();
#else
        [];
#endif

    /// <summary>Says in words what there is, and where nothing is, why and what to do.</summary>
    /// <returns>One line for each device, or the reason that there is none.</returns>
    public static string Describe()
    {
        if (!IsIncluded)
            return "This build has no GPU support: ILGPU is not part of it. Build Differentiable.Gpu with -p:Gpu=true.";
        IReadOnlyList<GpuDevice> devices = Devices();
        List<string> lines = [.. devices.Select(d => $"{d.Name} ({d.Interface}, {d.MemoryBytes >> 20} MiB)")];
        if (devices.Count == 0)
            lines.Add("ILGPU finds no GPU on this machine.");
        if (devices.All(d => d.Interface != "Cuda") && CudaDriver.IsHiddenFromIlgpu)
            lines.Add(CudaDriver.HowToShowIt);
        return string.Join('\n', lines);
    }
}
