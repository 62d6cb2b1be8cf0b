using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Display;

/// <summary>Discards all outputs.</summary>
internal sealed class DiscardingSink : IOutputSink
{
    public static DiscardingSink Instance { get; } = new();

    public void Stream(StreamName stream, string text)
    {
    }

    public void DisplayData(MimeBundle bundle, string displayId)
    {
    }

    public void UpdateDisplayData(MimeBundle bundle, string displayId)
    {
    }

    public void ExecuteResult(MimeBundle bundle)
    {
    }

    public void ClearOutput(bool wait)
    {
    }

    public void Error(CellError error)
    {
    }
}
