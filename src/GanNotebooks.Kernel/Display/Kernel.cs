using GanNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>Functions that every cell can call without a prefix.</summary>
public static class Kernel
{
    /// <summary>Shows an object below the cell.</summary>
    /// <param name="value">Anything; null is shown as null.</param>
    /// <param name="mimeTypes">Show only these MIME types; none: all that the object prefers, and text/plain.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        KernelInvocationContext.Require().Display(value, mimeTypes);

    /// <summary>Marks text as HTML, so that it is shown without escaping.</summary>
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

    /// <summary>Clears the cell's outputs.</summary>
    /// <param name="wait">Whether they stay until the next output, so that redrawing does not flicker.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void ClearOutput(bool wait = false) => KernelInvocationContext.Require().ClearOutput(wait);

    /// <summary>Asks the user for one line of text.</summary>
    /// <param name="prompt">What to show beside the field.</param>
    /// <returns>The text that the user typed.</returns>
    /// <exception cref="InvalidOperationException">No cell is running, or there is no user to answer.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public static Task<string> GetInputAsync(string prompt = "") => AskAsync(prompt, isPassword: false);

    /// <summary>Asks the user for one line of text, and does not show what is typed.</summary>
    /// <param name="prompt">What to show beside the field.</param>
    /// <returns>The text that the user typed.</returns>
    /// <exception cref="InvalidOperationException">No cell is running, or there is no user to answer.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public static Task<string> GetPasswordAsync(string prompt = "") => AskAsync(prompt, isPassword: true);

    private static async Task<string> AskAsync(string prompt, bool isPassword) =>
        await KernelInvocationContext.Require().ReadAsync(prompt, isPassword) ?? throw new InvalidOperationException(
            $"The cell asks \"{prompt}\", and nobody is there to answer: this notebook runs without a user. Put the value into the cell, or run it in VS Code or Jupyter.");
}
