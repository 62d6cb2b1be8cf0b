using GanNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>An object that is shown below a cell and can be replaced in place.</summary>
public sealed class DisplayedValue
{
    private readonly string[] mimeTypes;
    private readonly KernelInvocationContext context;
    private readonly bool isContent;

    internal DisplayedValue(string displayId, string[] mimeTypes, KernelInvocationContext context, bool isContent = false)
    {
        this.isContent = isContent;
        DisplayId = displayId;
        this.mimeTypes = mimeTypes;
        this.context = context;
    }

    /// <summary>The name by which the front end knows it; unique.</summary>
    public string DisplayId { get; }

    /// <summary>The requested MIME types; empty: all that the object prefers.</summary>
    public IReadOnlyCollection<string> MimeTypes => mimeTypes;

    /// <summary>Shows another object in the same place, also from a later cell.</summary>
    /// <param name="updatedValue">Anything.</param>
    public void Update(object? updatedValue)
    {
        var running = KernelInvocationContext.OfThisWork ?? context;     // guessing the running cell could find another session's
        var bundle = isContent && updatedValue is string content
            ? new MimeBundle(mimeTypes[0], content)
            : running.Formatters.Format(updatedValue, mimeTypes);
        running.Sink.UpdateDisplayData(bundle, DisplayId);
    }
}
