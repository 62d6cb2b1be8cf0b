using Microsoft.DotNet.Interactive;

namespace System;

/// <summary>Shows any object below the running cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the object.</summary>
    /// <param name="value">Anything; null is shown as null.</param>
    /// <param name="mimeTypes">Show only these MIME types; none: all that the object prefers, and text/plain.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        KernelInvocationContext.Require().Display(value, mimeTypes);

    /// <summary>Shows text as content of a MIME type.</summary>
    /// <param name="value">For example Markdown.</param>
    /// <param name="mimeType">For example text/markdown.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        KernelInvocationContext.Require().DisplayContent(value, mimeType);
}
