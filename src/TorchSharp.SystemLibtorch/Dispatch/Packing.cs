using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Lays out arguments for one native call: lists go to the caller's stack space while it lasts, then to native memory.</summary>
internal unsafe ref struct Packing(long* scratch, int capacity)
{
    private int used;
    private List<nint>? allocated;

    public NativeArgument Pack(in Argument argument) => argument.Tag switch
    {
        Argument.Kind.Tensor => One(argument.Tag, ((torch.Tensor)argument.Object!).Handle),
        Argument.Kind.IntList => Many(argument.Tag, (long[])argument.Object!),
        Argument.Kind.DoubleList => Many(argument.Tag, MemoryMarshal.Cast<double, long>((double[])argument.Object!)),
        Argument.Kind.TensorList or Argument.Kind.OptionalTensorList => Tensors(argument.Tag, (torch.Tensor?[])argument.Object!),
        Argument.Kind.String => Text((byte[])argument.Object!),
        Argument.Kind.Device => One(argument.Tag, (long)((torch.Device)argument.Object!).type, ((torch.Device)argument.Object!).index),
        Argument.Kind.Generator => One(argument.Tag, ((torch.Generator)argument.Object!).Handle),
        _ => One(argument.Tag, argument.Bits),
    };

    public readonly void Free()
    {
        if (allocated is null) return;
        foreach (var block in allocated) NativeMemory.Free((void*)block);
    }

    private static NativeArgument One(Argument.Kind tag, long value, long length = 0) =>
        new() { Tag = (long)tag, Value = value, Length = length };

    private NativeArgument Many(Argument.Kind tag, ReadOnlySpan<long> values)
    {
        var place = Reserve(values.Length);
        values.CopyTo(new Span<long>(place, values.Length));
        return One(tag, (long)place, values.Length);
    }

    private NativeArgument Tensors(Argument.Kind tag, torch.Tensor?[] tensors)
    {
        var place = Reserve(tensors.Length);
        for (var i = 0; i < tensors.Length; i++) place[i] = tensors[i]?.Handle ?? 0;
        return One(tag, (long)place, tensors.Length);
    }

    private NativeArgument Text(byte[] text)
    {
        var place = Reserve(text.Length / sizeof(long) + 1);
        text.CopyTo(new Span<byte>(place, text.Length));
        return One(Argument.Kind.String, (long)place, text.Length);
    }

    private long* Reserve(int count)
    {
        if (used + count <= capacity)
        {
            used += count;
            return scratch + used - count;
        }
        var block = NativeMemory.Alloc((nuint)Math.Max(1, count), sizeof(long));
        (allocated ??= []).Add((nint)block);
        return (long*)block;
    }
}
