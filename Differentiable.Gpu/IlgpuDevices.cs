using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace Differentiable.Gpu;

/// <summary>The devices that ILGPU lists. Part of the build only with <c>-p:Gpu=true</c>.</summary>
internal static class IlgpuDevices
{
    public static IReadOnlyList<GpuDevice> Find()
    {
        using Context context = Context.Create(builder => builder.AllAccelerators());

        // ILGPU's CPU device is an emulator for debugging, no device to compute on; OpenCL lists processors too.
        return
        [
            .. context.Devices
                .Where(device => device.AcceleratorType != AcceleratorType.CPU
                    && (device is not CLDevice openCl || (openCl.DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU) != 0))
                .Select(device => new GpuDevice(device.Name, device.AcceleratorType.ToString(), device.MemorySize)),
        ];
    }
}
