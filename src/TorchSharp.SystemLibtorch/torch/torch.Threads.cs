using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>libtorch's version, such as <c>1.13.1</c>.</summary>
    public static unsafe string __version__ => Marshal.PtrToStringUTF8((nint)Calls.ts_version())!;

    /// <summary>How many threads one operation may use.</summary>
    public static int get_num_threads() => Calls.ts_threads();

    /// <summary>Sets how many threads one operation may use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Calls.ts_set_threads(num);
    }

    /// <summary>Frees, at its end, the tensors made from now on.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>The innermost scope of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    /// <summary>Runs an expression in a scope of its own; only its result survives.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
