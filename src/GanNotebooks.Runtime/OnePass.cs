using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime;

/// <summary>An optimizer's update of a few weights, from their gradients and the optimizer's state.</summary>
internal interface IUpdate
{
    void Apply(ref Vector<float> weight, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second);
}

/// <summary>One pass over the memory of weights, gradients and an optimizer's state.</summary>
internal static class OnePass
{
    /// <summary>Whether weights and gradients are contiguous float32 tensors on the CPU.</summary>
    public static bool CanServe(IEnumerable<Parameter> weights) => weights.All(weight => IsPlain(weight) && (weight.grad is not { } gradient || IsPlain(gradient)));

    /// <summary>Sets gradients to null, as PyTorch does: the next backward pass stores its own instead of adding to zeros.</summary>
    public static void Forget(IEnumerable<Parameter> weights)
    {
        foreach (var weight in weights) weight.grad = null;
    }

    public static void Run<T>(T update, Tensor weight, Tensor gradient, Tensor first, Tensor second) where T : struct, IUpdate
    {
        Span<float> w = Floats(weight), g = Floats(gradient), m = Floats(first), v = Floats(second);
        Span<Vector<float>> ws = Vectors(w), gs = Vectors(g), ms = Vectors(m), vs = Vectors(v);
        for (var i = 0; i < ws.Length; i++) update.Apply(ref ws[i], gs[i], ref ms[i], ref vs[i]);
        var whole = ws.Length * Vector<float>.Count;
        if (whole < w.Length) Rest(update, w[whole..], g[whole..], m[whole..], v[whole..]);
        MarkChanged(weight);
    }

    private static void Rest<T>(T update, Span<float> w, Span<float> g, Span<float> m, Span<float> v) where T : struct, IUpdate
    {
        Vector<float> weight = Padded(w), gradient = Padded(g), first = Padded(m), second = Padded(v);
        update.Apply(ref weight, gradient, ref first, ref second);
        for (var i = 0; i < w.Length; i++) (w[i], m[i], v[i]) = (weight[i], first[i], second[i]);
    }

    private static Vector<float> Padded(Span<float> few)
    {
        Span<float> padded = stackalloc float[Vector<float>.Count];
        few.CopyTo(padded);
        return new Vector<float>(padded);
    }

    /// <summary>Counts the change, so that a backward pass through the old weights is still an error: views share their base's counter.</summary>
    private static void MarkChanged(Tensor weight)
    {
        using var nothing = weight.flatten().narrow(0, 0, 0);
        nothing.zero_();
    }

    private static bool IsPlain(Tensor tensor) =>
        tensor.dtype == ScalarType.Float32 && tensor.device_type == DeviceType.CPU && tensor.NumberOfElements <= int.MaxValue / sizeof(float) && tensor.is_contiguous();

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    private static Span<Vector<float>> Vectors(Span<float> floats) => MemoryMarshal.Cast<float, Vector<float>>(floats);
}
