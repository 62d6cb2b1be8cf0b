using System.Text;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Jupyter.Outputs;

/// <summary>Publishes outputs in their order, at a pace that front ends can show: text runs together, updates of one display come ten times a second.</summary>
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

    /// <summary>A cell begins to run.</summary>
    /// <param name="parent">The header of the request that runs it.</param>
    /// <param name="cellId">The front end's name for it, or null.</param>
    public void Begin(byte[] parent, string? cellId)
    {
        lock (gate)
        {
            cell = (parent, SpareDisplays.For(cellId));
        }
    }

    /// <summary>Sends everything that waits, at the end of a cell.</summary>
    public void End()
    {
        Flush();
        lock (gate)
        {
            cell?.Spares?.End();
        }
    }

    /// <summary>Text for a stream; sent within 40 ms.</summary>
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
        wire.AwaitRoom();   // a loop that prints without end waits for those who read it
    }

    /// <summary>Any output that is neither text nor an update; sent at once, after what was written before it.</summary>
    public void Send(byte[] parent, string type, JsonObject content)
    {
        lock (gate)
        {
            SendText();
            Publish(parent, type, content);
        }
        wire.AwaitRoom();
    }

    /// <summary>New content for a display; of several within a tenth of a second the last is sent.</summary>
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

    /// <summary>Sends everything that waits.</summary>
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
            disposed = true;   // a cell that runs on may write on; nobody hears it
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
        wire.Publish(parent, SparesOf(parent)?.Around(type, content) ?? [(type, content)]);   // together: between an update and those of the spares nothing may come
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

    /// <param name="DueAt">When the next may be sent.</param>
    /// <param name="Waiting">The next, if there is one.</param>
    private sealed record LastUpdate(long DueAt, (byte[] Parent, MimeBundle Bundle)? Waiting);
}
