using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>An ATen operator, found by name once and called through the dispatcher's boxed convention.</summary>
/// <param name="name">The name without its namespace, such as <c>conv2d</c>.</param>
/// <param name="overload">The overload's name, empty for the first.</param>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int ScratchSize = 64;
    private nint handle;

    private nint Handle => handle != 0 ? handle : Find();

    /// <summary>The operator's schema as libtorch prints it.</summary>
    public string Schema => Marshal.PtrToStringUTF8((nint)Calls.ts_schema(Handle))!;

    /// <summary>Calls the operator and wraps its only (or first) result.</summary>
    public torch.Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        var count = Invoke(arguments, out var results);
        for (var i = 1; i < count; i++) if (results[i] != 0) Calls.ts_free(results[i]);
        return new torch.Tensor(results[0]);
    }

    /// <summary>Calls an operator that changes its first argument, and returns that argument itself.</summary>
    public torch.Tensor CallInPlace(params ReadOnlySpan<Argument> arguments)
    {
        var count = Invoke(arguments, out var results);
        for (var i = 0; i < count; i++) if (results[i] != 0) Calls.ts_free(results[i]);
        return (torch.Tensor)arguments[0].Object!;
    }

    /// <summary>Calls the operator and wraps all of its results.</summary>
    public torch.Tensor[] CallMany(params ReadOnlySpan<Argument> arguments)
    {
        var tensors = new torch.Tensor[Invoke(arguments, out var results)];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new torch.Tensor(results[i]);
        return tensors;
    }

    private int Invoke(ReadOnlySpan<Argument> arguments, out nint* results)
    {
        var op = Handle;
        var packed = stackalloc NativeArgument[arguments.Length];
        var scratch = stackalloc long[ScratchSize];
        var pack = new Packing(scratch, ScratchSize);
        nint* found = null;
        try
        {
            for (var i = 0; i < arguments.Length; i++) packed[i] = pack.Pack(arguments[i]);
            var count = Calls.ts_call(op, packed, arguments.Length, &found);
            KeepAlive(arguments);
            if (count < 0) throw Calls.Failure(name);
            results = found;
            return (int)count;
        }
        finally
        {
            pack.Free();
        }
    }

    /// <summary>A finalizer must not free a tensor while native code reads it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void KeepAlive(ReadOnlySpan<Argument> arguments)
    {
        foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Object);
    }

    private nint Find()
    {
        var found = Calls.ts_operator("aten::" + name, overload);
        if (found == 0) throw new MissingMethodException($"This libtorch has no operator aten::{name}.{overload}. {Calls.Failure("find")}");
        return handle = found;
    }
}
