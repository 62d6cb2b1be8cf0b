using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Display;

/// <summary>Passes outputs on in finally blocks, which a thread abort never cuts in half: a stopped cell leaves no torn list behind.</summary>
internal sealed class AbortSafeSink(IOutputSink inner) : IOutputSink
{
    public void Stream(StreamName stream, string text)
    {
        try
        {
        }
        finally
        {
            inner.Stream(stream, text);
        }
    }

    public void DisplayData(MimeBundle bundle, string displayId)
    {
        try
        {
        }
        finally
        {
            inner.DisplayData(bundle, displayId);
        }
    }

    public void UpdateDisplayData(MimeBundle bundle, string displayId)
    {
        try
        {
        }
        finally
        {
            inner.UpdateDisplayData(bundle, displayId);
        }
    }

    public void ExecuteResult(MimeBundle bundle)
    {
        try
        {
        }
        finally
        {
            inner.ExecuteResult(bundle);
        }
    }

    public void ClearOutput(bool wait)
    {
        try
        {
        }
        finally
        {
            inner.ClearOutput(wait);
        }
    }

    public void Error(CellError error)
    {
        try
        {
        }
        finally
        {
            inner.Error(error);
        }
    }
}
