using System.Runtime.InteropServices;

namespace Differentiable.Gpu;

/// <summary>
/// NVIDIA's driver as ILGPU looks for it. ILGPU loads <c>libcuda.so</c>, a link that comes with the development packages; containers and
/// plain driver installations often have <c>libcuda.so.1</c> only, and then ILGPU lists no CUDA device and says nothing.
/// </summary>
internal static class CudaDriver
{
    public const string HowToShowIt =
        "NVIDIA's driver is installed as libcuda.so.1, but ILGPU looks for libcuda.so: link one to the other "
        + "(ln -s libcuda.so.1 libcuda.so, in a directory of LD_LIBRARY_PATH).";

    public static bool IsHiddenFromIlgpu => OperatingSystem.IsLinux() && !CanLoad("libcuda.so") && CanLoad("libcuda.so.1");

    private static bool CanLoad(string library)
    {
        if (!NativeLibrary.TryLoad(library, out nint handle))
            return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
