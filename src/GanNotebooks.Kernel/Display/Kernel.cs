using GanNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>Functions that every cell can call without a prefix.</summary>
public static class Kernel
{
    /// <summary>Shows an object below the cell.</summary>
    /// <param name="value">Anything; null is shown as null.</param>
    /// <param name="mimeTypes">Show only these MIME types; none named: all that the object prefers, and text/plain.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        KernelInvocationContext.Require().Display(value, mimeTypes);

    /// <summary>Marks text as HTML, to be shown as such.</summary>
    /// <param name="content">HTML; it is not escaped.</param>
    /// <returns>A value to display or to end a cell with.</returns>
    public static HtmlContent HTML(string content) => new(content);

    /// <summary>Adds a style sheet to the notebook.</summary>
    /// <param name="content">CSS rules.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void CSS(string content) => display(HTML($"<style>{content}</style>"), "text/html");

    /// <summary>Runs a script in front ends that allow it.</summary>
    /// <param name="scriptContent">JavaScript.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void Javascript(string scriptContent) =>
        display(HTML($"<script type=\"text/javascript\">{scriptContent}</script>"), "text/html");
}
