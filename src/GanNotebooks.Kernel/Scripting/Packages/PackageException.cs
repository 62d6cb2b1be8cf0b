namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>A package that a cell names cannot be restored.</summary>
/// <param name="message">What went wrong, and what to do.</param>
internal sealed class PackageException(string message) : Exception(message)
{
    /// <summary>The line of the directive, from 0, if it is known.</summary>
    public int Line { get; set; }
}
