using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Jupyter.Outputs;

/// <summary>Sends the outputs of one cell to the front ends.</summary>
/// <param name="outputs">The queue that they are sent through.</param>
/// <param name="parent">The header of the request that runs the cell.</param>
/// <param name="executionCount">The execution count of its result.</param>
internal sealed class WireSink(OutputQueue outputs, byte[] parent, int executionCount) : IOutputSink
{
    /// <summary>The value of the cell as text, once it has one.</summary>
    public string? ResultText { get; private set; }

    public void Stream(StreamName stream, string text) => outputs.Write(parent, stream, text);

    public void DisplayData(MimeBundle bundle, string displayId) => outputs.Send(parent, "display_data", OutputContent.Display(bundle, displayId));

    public void UpdateDisplayData(MimeBundle bundle, string displayId) => outputs.Update(parent, displayId, bundle);

    public void ExecuteResult(MimeBundle bundle)
    {
        ResultText = bundle[MimeBundle.PlainText];
        outputs.Send(parent, "execute_result", OutputContent.Result(bundle, executionCount));
    }

    public void ClearOutput(bool wait) => outputs.Send(parent, "clear_output", new JsonObject { ["wait"] = wait });

    public void Error(CellError error) => outputs.Send(parent, "error", error.ToJson());
}
