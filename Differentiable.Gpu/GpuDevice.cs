namespace Differentiable.Gpu;

/// <summary>A GPU that kernels could run on.</summary>
/// <param name="Name">The name that its driver gives it.</param>
/// <param name="Interface">The interface that it is reached by: <c>Cuda</c> or <c>OpenCL</c>.</param>
/// <param name="MemoryBytes">The size of its memory.</param>
public sealed record GpuDevice(string Name, string Interface, long MemoryBytes);
