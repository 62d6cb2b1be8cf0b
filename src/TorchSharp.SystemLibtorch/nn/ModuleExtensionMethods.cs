using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moves and converts modules; each returns the module itself, as its own type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Parameters and buffers in another floating-point type.</summary>
    /// <exception cref="ArgumentException">The type holds no real numbers.</exception>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module => Converted(module, type, null);

    /// <summary>Parameters and buffers on another device and in another floating-point type.</summary>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module => Converted(module, type, device);

    /// <summary>Parameters and buffers on another device.</summary>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module => Converted(module, null, new Device(deviceType, deviceIndex));

    /// <summary>Parameters and buffers on another device.</summary>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module => Converted(module, null, device);

    /// <summary>Parameters and buffers on another device, by its name.</summary>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module => Converted(module, null, torch.device(device));

    /// <summary>Parameters and buffers where another tensor is, and in its type.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module => Converted(module, other.dtype, other.device);

    /// <summary>Parameters and buffers in the processor's memory.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module => Converted(module, null, CPU);

    /// <summary>Parameters and buffers on an NVIDIA GPU.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module => Converted(module, null, new Device(DeviceType.CUDA, deviceIndex));

    /// <summary>Parameters and buffers in 16-bit floating point.</summary>
    public static T half<T>(this T module, bool non_blocking = false) where T : nn.Module => Converted(module, ScalarType.Float16, null);

    /// <summary>Parameters and buffers in brain floating point.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module => Converted(module, ScalarType.BFloat16, null);

    /// <summary>Parameters and buffers in 32-bit floating point.</summary>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module => Converted(module, ScalarType.Float32, null);

    /// <summary>Parameters and buffers in 64-bit floating point.</summary>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module => Converted(module, ScalarType.Float64, null);

    private static T Converted<T>(T module, ScalarType? type, Device? device) where T : nn.Module
    {
        module.ConvertTo(type, device);
        return module;
    }
}
