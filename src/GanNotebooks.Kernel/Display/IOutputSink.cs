using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Display;

/// <summary>Receives a running cell's outputs: a notebook file, a Jupyter front end, a test.</summary>
/// <remarks>Calls come from any thread, also concurrently, and sometimes after the cell has ended (background work).</remarks>
public interface IOutputSink
{
    /// <summary>Text that the cell wrote to the console.</summary>
    /// <param name="stream">Standard output or standard error.</param>
    /// <param name="text">One write, with its line ends.</param>
    void Stream(StreamName stream, string text);

    /// <summary>A displayed object.</summary>
    /// <param name="bundle">Its MIME types.</param>
    /// <param name="displayId">The name under which it can be updated.</param>
    void DisplayData(MimeBundle bundle, string displayId);

    /// <summary>New content for an object displayed earlier, in this cell or in one before it.</summary>
    /// <param name="bundle">Its new MIME types.</param>
    /// <param name="displayId">The name under which it was displayed.</param>
    void UpdateDisplayData(MimeBundle bundle, string displayId);

    /// <summary>The value of the cell's trailing expression.</summary>
    /// <param name="bundle">Its MIME types.</param>
    void ExecuteResult(MimeBundle bundle);

    /// <summary>Clears the cell's outputs.</summary>
    /// <param name="wait">Whether they stay until the next output, so that redrawing does not flicker.</param>
    void ClearOutput(bool wait);

    /// <summary>The error that ended the cell; at most once per cell.</summary>
    /// <param name="error">What went wrong, and where.</param>
    void Error(CellError error);
}

/// <summary>The console streams a cell can write to.</summary>
public enum StreamName
{
    /// <summary>Console.Out; "stdout" in Jupyter.</summary>
    Out,

    /// <summary>Console.Error; "stderr" in Jupyter.</summary>
    Error,
}
