using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Puts outputs into the cells of a notebook: text of one stream is joined, updates replace earlier outputs.</summary>
internal sealed class OutputCollector(INotebookRunObserver? observer)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DisplayOutput> displays = [];

    /// <summary>A sink for one cell; it stays open after the cell, for background work.</summary>
    public IOutputSink Into(NotebookCell cell) => new CellSink(this, cell);

    private sealed class CellSink(OutputCollector all, NotebookCell cell) : IOutputSink
    {
        private bool clearBeforeNext;

        public void Stream(StreamName stream, string text)
        {
            lock (all.gate)
            {
                ClearWhatWaits();
                if (cell.Outputs.LastOrDefault() is StreamOutput last && last.Name == stream)
                {
                    last.Append(text);
                }
                else
                {
                    cell.Outputs.Add(new StreamOutput(stream, text));
                }
                all.Tell(new StreamOutput(stream, text));
            }
        }

        public void DisplayData(MimeBundle bundle, string displayId)
        {
            lock (all.gate)
            {
                var output = new DisplayOutput(bundle);
                all.displays[displayId] = output;
                Add(output);
            }
        }

        public void UpdateDisplayData(MimeBundle bundle, string displayId)
        {
            lock (all.gate)
            {
                if (all.displays.TryGetValue(displayId, out var output))
                {
                    output.Data = bundle;
                    all.Tell(output, isUpdate: true);
                }
            }
        }

        public void ExecuteResult(MimeBundle bundle) =>
            Add(new DisplayOutput(bundle) { IsResult = true, ExecutionCount = cell.ExecutionCount });

        public void ClearOutput(bool wait)
        {
            lock (all.gate)
            {
                clearBeforeNext = true;
                if (!wait)
                {
                    ClearWhatWaits();
                }
            }
        }

        public void Error(CellError error) => Add(new ErrorOutput(error));

        private void Add(CellOutput output)
        {
            lock (all.gate)
            {
                ClearWhatWaits();
                cell.Outputs.Add(output);
                all.Tell(output);
            }
        }

        private void ClearWhatWaits()
        {
            if (clearBeforeNext)
            {
                cell.Outputs.Clear();
                clearBeforeNext = false;
            }
        }
    }

    private void Tell(CellOutput output, bool isUpdate = false) => observer?.OutputArrived(output, isUpdate);
}
