using System.Text;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Jupyter.Outputs;

/// <summary>Publishes outputs in their order, at a rate that front ends can show: text is joined, and updates of one display are sent at most ten times per second.</summary>
internal sealed class OutputQueue : IDisposable
{
    private const int MostText = 1 << 16;
    private const long TextDelay = 40;       // milliseconds
    private const long UpdateDelay = 100;

    private readonly Lock gate = new();
    private readonly Wire wire;
    private readonly Timer timer;
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, LastUpdate> updates = [];
    private (byte[] Parent, SpareDisplays? Spares)? cell;
    private (byte[] Parent, StreamName Name) source;
    private long textDue = long.MaxValue;
    private bool disposed;

    public OutputQueue(Wire wire)
    {
        this.wire = wire;
        timer = new Timer(_ => SendWhatIsDue());
    }

    /// <summary>Starts the outputs of a cell.</summary>
    /// <param name="parent">The header of the request that runs it.</param>
    /// <param name="cellId">The front end's name for it, or null.</param>
    public void Begin(byte[] parent, string? cellId)
    {
        lock (gate)
        {
            cell = (parent, SpareDisplays.For(cellId));
        }
    }

    /// <summary>Sends all waiting outputs, at the end of a cell.</summary>
    public void End()
    {
        Flush();
        lock (gate)
        {
            cell?.Spares?.End();
        }
    }

    /// <summary>Queues text for a stream; it is sent within 40 ms.</summary>
    public void Write(byte[] parent, StreamName name, string more)
    {
        lock (gate)
        {
            if (text.Length > 0 && (source.Parent != parent || source.Name != name))
            {
                SendText();
            }
            if (text.Length == 0)
            {
                (source, textDue) = ((parent, name), Now + TextDelay);
                Arm();
            }
            text.Append(more);
            if (text.Length < MostText)
            {
                return;
            }
            SendText();
        }
        wire.AwaitRoom();   // a loop that prints without end waits for its readers
    }

    /// <summary>Sends an output that is neither text nor an update, at once and after earlier text.</summary>
    public void Send(byte[] parent, string type, JsonObject content)
    {
        lock (gate)
        {
            SendText();
            Publish(parent, type, content);
        }
        wire.AwaitRoom();
    }

    /// <summary>Queues new content for a display; of several within a tenth of a second only the last is sent.</summary>
    public void Update(byte[] parent, string displayId, MimeBundle bundle)
    {
        lock (gate)
        {
            SendText();
            var last = updates.GetValueOrDefault(displayId);
            if (last is null || Now >= last.DueAt)
            {
                Publish(parent, displayId, bundle);
            }
            else
            {
                updates[displayId] = last with { Waiting = (parent, bundle) };
                Arm();
            }
        }
    }

    /// <summary>Sends all waiting outputs.</summary>
    public void Flush()
    {
        lock (gate)
        {
            SendText();
            SendUpdates(dueBy: long.MaxValue);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;   // a cell that is still running may write more, which is dropped
            timer.Dispose();
        }
    }

    private static long Now => Environment.TickCount64;

    private void SendWhatIsDue()
    {
        lock (gate)
        {
            if (textDue <= Now)
            {
                SendText();
            }
            SendUpdates(dueBy: Now);
            Arm();
        }
    }

    private void SendText()
    {
        if (text.Length > 0)
        {
            Publish(source.Parent, "stream", new JsonObject { ["name"] = source.Name == StreamName.Out ? "stdout" : "stderr", ["text"] = text.ToString() });
            text.Clear();
        }
        textDue = long.MaxValue;
    }

    private void SendUpdates(long dueBy)
    {
        foreach (var (displayId, last) in updates.Where(update => update.Value.DueAt <= dueBy).ToList())
        {
            if (last.Waiting is { } waiting)
            {
                Publish(waiting.Parent, displayId, waiting.Bundle);
            }
            else
            {
                updates.Remove(displayId);
            }
        }
    }

    private void Publish(byte[] parent, string displayId, MimeBundle bundle)
    {
        Publish(parent, "update_display_data", OutputContent.Display(bundle, displayId));
        var pause = SparesOf(parent)?.Pause;
        updates[displayId] = new LastUpdate(Now + Math.Max(UpdateDelay, (long)(pause ?? TimeSpan.Zero).TotalMilliseconds), null);
    }

    private void Publish(byte[] parent, string type, JsonObject content)
    {
        wire.Publish(parent, SparesOf(parent)?.Around(type, content) ?? [(type, content)]);   // together: no message may come between an update and those of the spares
    }

    private SpareDisplays? SparesOf(byte[] parent) => cell is { } running && running.Parent == parent ? running.Spares : null;

    private void Arm()
    {
        var due = updates.Values.Where(last => last.Waiting is not null).Select(last => last.DueAt).Append(textDue).Min();
        if (due < long.MaxValue && !disposed)
        {
            timer.Change(Math.Max(1, due - Now), Timeout.Infinite);
        }
    }

    /// <param name="DueAt">When the next update may be sent.</param>
    /// <param name="Waiting">The next update, if there is one.</param>
    private sealed record LastUpdate(long DueAt, (byte[] Parent, MimeBundle Bundle)? Waiting);
}
