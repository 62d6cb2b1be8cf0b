using System.Reflection;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Interactive;

/// <summary>Turns off the compiler's warnings, which .NET Interactive prints in red below a cell. In scripts they say nothing about the learner's code: each <c>?</c> after a type gives one (CS8632), each use of a library that was built for an earlier .NET another (CS1701).</summary>
internal static class CellWarnings
{
    /// <summary>From the next cell on, only errors are printed, as in the kit's kernel. The compiler's options are not public; if another version keeps them elsewhere, the warnings remain.</summary>
    public static void Silence(Kernel kernel)
    {
        var field = kernel.GetType().GetField("_scriptOptions", BindingFlags.Instance | BindingFlags.NonPublic);
        if (field?.GetValue(kernel) is not { } options) return;
        if (options.GetType().GetMethod("WithWarningLevel", [typeof(int)]) is { } change) field.SetValue(kernel, change.Invoke(options, [0]));
    }
}
