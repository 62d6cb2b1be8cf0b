using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The entry points of native/shim.cpp.</summary>
internal static unsafe partial class Calls
{
    static Calls()
    {
        Library.Prepare();
        ts_set_threads(Library.ThreadsWanted);
    }

    [LibraryImport(Library.Shim)] public static partial byte* ts_error();
    [LibraryImport(Library.Shim)] public static partial byte* ts_version();

    [LibraryImport(Library.Shim, StringMarshalling = StringMarshalling.Utf8)] public static partial nint ts_operator(string name, string overload);
    [LibraryImport(Library.Shim)] public static partial byte* ts_schema(nint op);
    [LibraryImport(Library.Shim)] public static partial long ts_call(nint op, NativeArgument* arguments, long count, nint** results);

    [LibraryImport(Library.Shim)] public static partial void ts_free(nint tensor);
    [LibraryImport(Library.Shim)] public static partial nint ts_share(nint tensor);
    [LibraryImport(Library.Shim)] public static partial long ts_describe(nint tensor, long* description, long capacity);
    [LibraryImport(Library.Shim)] public static partial void* ts_data(nint tensor);
    [LibraryImport(Library.Shim)] public static partial int ts_set_requires_grad(nint tensor, int value);
    [LibraryImport(Library.Shim)] public static partial int ts_grad(nint tensor, nint* gradient);
    [LibraryImport(Library.Shim)] public static partial int ts_set_grad(nint tensor, nint gradient);
    [LibraryImport(Library.Shim)] public static partial int ts_zero_gradients(nint* tensors, long count);
    [LibraryImport(Library.Shim)] public static partial int ts_set_data(nint tensor, nint data);

    [LibraryImport(Library.Shim)]
    public static partial int ts_backward(nint* outputs, nint* seeds, long count, int keepGraph, int createGraph);

    [LibraryImport(Library.Shim)]
    public static partial int ts_gradients(nint* outputs, nint* seeds, long outputCount, nint* inputs, long inputCount,
        int keepGraph, int createGraph, int allowUnused, nint* gradients);

    [LibraryImport(Library.Shim)] public static partial nint ts_linear(nint input, nint weight, nint bias);

    [LibraryImport(Library.Shim)]
    public static partial nint ts_transposed_convolution(nint input, nint weight, long* stride, long* padding, long* outputPadding, long* dilation, long dimensions, long groups);

    [LibraryImport(Library.Shim)] public static partial int ts_grad_mode();
    [LibraryImport(Library.Shim)] public static partial void ts_set_grad_mode(int enabled);
    [LibraryImport(Library.Shim)] public static partial nint ts_enter_inference(int enabled);
    [LibraryImport(Library.Shim)] public static partial void ts_leave_inference(nint guard);

    [LibraryImport(Library.Shim)] public static partial int ts_threads();
    [LibraryImport(Library.Shim)] public static partial void ts_set_threads(int count);

    [LibraryImport(Library.Shim)] public static partial nint ts_generator(ulong seed);
    [LibraryImport(Library.Shim)] public static partial nint ts_default_generator();
    [LibraryImport(Library.Shim)] public static partial void ts_free_generator(nint generator);
    [LibraryImport(Library.Shim)] public static partial void ts_seed(nint generator, ulong seed);
    [LibraryImport(Library.Shim)] public static partial ulong ts_current_seed(nint generator);
    [LibraryImport(Library.Shim)] public static partial nint ts_generator_state(nint generator);
    [LibraryImport(Library.Shim)] public static partial int ts_set_generator_state(nint generator, nint state);

    [LibraryImport(Library.Shim)] public static partial long ts_bytes(nint tensor);
    [LibraryImport(Library.Shim, StringMarshalling = StringMarshalling.Utf8)] public static partial int ts_save(nint tensor, string path);
    [LibraryImport(Library.Shim, StringMarshalling = StringMarshalling.Utf8)] public static partial nint ts_load(string path);

    [LibraryImport(Library.Shim)] public static partial int ts_adam(nint* table, double* steps, long count, double* options);
    [LibraryImport(Library.Shim)] public static partial int ts_sgd(nint* table, double* first, long count, double* options);
    [LibraryImport(Library.Shim)] public static partial int ts_rmsprop(nint* table, long count, double* options);

    /// <summary>What the last failing call on this thread reported, as an exception to throw.</summary>
    /// <param name="what">The operator or function that failed, for the message.</param>
    public static ExternalException Failure(string what) => new($"{what}: {Marshal.PtrToStringUTF8((nint)ts_error())}");

    /// <summary>Throws unless <paramref name="status"/> is zero.</summary>
    public static void Check(int status, string what)
    {
        if (status != 0) throw Failure(what);
    }
}
