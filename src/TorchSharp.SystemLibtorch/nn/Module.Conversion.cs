using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Converts parameters, their gradients and the buffers of real numbers in place, so that optimizers keep hold of them.</summary>
            internal void ConvertTo(ScalarType? dtype, Device? device)
            {
                if (dtype is not (null or ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64))
                    throw new ArgumentException($"A module's parameters are real numbers: {dtype} cannot hold them.", nameof(dtype));
                if (device is { type: not DeviceType.CPU })
                    throw new InvalidOperationException($"{device} is not available: the system's libtorch computes on the processor. Use torch.CPU.");
                if (dtype is not { } type) return;
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                foreach (var parameter in parameters())
                {
                    if (parameter.dtype == type) continue;
                    var gradient = parameter.grad;
                    parameter.grad = null;
                    SetData(parameter, parameter.to(type));
                    parameter.grad = gradient?.to(type);
                }
                foreach (var buffer in buffers())
                    if (IsReal(buffer.dtype) && buffer.dtype != type) SetData(buffer, buffer.to(type));
            }

            private static bool IsReal(ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

            internal static void SetData(Tensor tensor, Tensor data)
            {
                Calls.Check(Calls.ts_set_data(tensor.Handle, data.Handle), nameof(SetData));
                GC.KeepAlive(tensor);
                GC.KeepAlive(data);
            }
        }
    }
}
