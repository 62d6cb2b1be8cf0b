namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>A package that a cell names cannot be had.</summary>
/// <param name="message">What went wrong, and what to do.</param>
internal sealed class PackageException(string message) : Exception(message)
{
    /// <summary>The zero-based line of the directive, where it is known.</summary>
    public int Line { get; set; }
}
