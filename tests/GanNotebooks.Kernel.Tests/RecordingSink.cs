using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests;

/// <summary>Remembers what a cell put out.</summary>
internal sealed class RecordingSink : IOutputSink
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource firstOutput = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Out { get; private set; } = "";

    public string ErrorText { get; private set; } = "";

    public List<(string Id, MimeBundle Bundle)> Displays { get; } = [];

    public List<(string Id, MimeBundle Bundle)> Updates { get; } = [];

    public MimeBundle? Result { get; private set; }

    public List<CellError> Errors { get; } = [];

    public List<bool> Clears { get; } = [];

    public Task FirstOutput => firstOutput.Task;

    public void Stream(StreamName stream, string text)
    {
        lock (gate)
        {
            if (stream == StreamName.Out)
            {
                Out += text;
            }
            else
            {
                ErrorText += text;
            }
        }
        firstOutput.TrySetResult();
    }

    public void DisplayData(MimeBundle bundle, string displayId)
    {
        lock (gate)
        {
            Displays.Add((displayId, bundle));
        }
    }

    public void UpdateDisplayData(MimeBundle bundle, string displayId)
    {
        lock (gate)
        {
            Updates.Add((displayId, bundle));
        }
    }

    public void ExecuteResult(MimeBundle bundle) => Result = bundle;

    public void ClearOutput(bool wait) => Clears.Add(wait);

    public void Error(CellError error) => Errors.Add(error);
}
