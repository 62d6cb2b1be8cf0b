using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as its own code sees it: it shows objects and says when to stop.</summary>
public sealed class KernelInvocationContext
{
    private static readonly AsyncLocal<KernelInvocationContext?> Flowing = new();
    private static readonly Lock Gate = new();
    private static readonly List<KernelInvocationContext> Running = [];

    private readonly CancellationToken cancellationToken;

    private readonly IInputSource? input;
    private volatile bool isStopped;
    private int hasLeft;

    internal KernelInvocationContext(IOutputSink sink, FormatterRegistry formatters, IInputSource? input, CancellationToken cancellationToken)
    {
        Sink = sink;
        Formatters = formatters;
        this.input = input;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>The cell that runs on this thread or started this work; null when no cell runs.</summary>
    public static KernelInvocationContext? Current
    {
        get
        {
            if (OfThisWork is { } known)
            {
                return known;
            }
            lock (Gate)
            {
                return Running.Count > 0 ? Running[^1] : null;   // a thread that was started without its execution context
            }
        }
    }

    /// <summary>The cell that this work is known to belong to, or null.</summary>
    internal static KernelInvocationContext? OfThisWork => Flowing.Value;

    /// <summary>Fires when the user stops the cell. A cell that has read this token gets three seconds to end by itself; others end at once.</summary>
    public CancellationToken CancellationToken
    {
        get
        {
            IsCooperative = true;
            return cancellationToken;
        }
    }

    /// <summary>The files that are being imported, to detect files that import themselves.</summary>
    internal Stack<string> Imports { get; } = [];

    /// <summary>Describes positions in cells; null outside a session.</summary>
    internal SourceNames? Names { get; init; }

    internal bool IsCooperative { get; private set; }

    internal IOutputSink Sink { get; }

    /// <summary>Takes the failure of a cell whose thread cannot go on.</summary>
    internal Action<Exception>? Abandoned { get; set; }

    internal FormatterRegistry Formatters { get; }

    /// <summary>Shows an object below the cell.</summary>
    /// <param name="value">Anything; null is shown as null.</param>
    /// <param name="mimeTypes">Show only these MIME types; none: all that the object prefers, and text/plain.</param>
    /// <returns>A handle that replaces what is shown.</returns>
    public DisplayedValue Display(object? value, params string[] mimeTypes) =>
        Show(Formatters.Format(value, mimeTypes), mimeTypes, isContent: false);

    /// <summary>Clears the cell's outputs.</summary>
    /// <param name="wait">Whether they stay until the next output, so that redrawing does not flicker.</param>
    public void ClearOutput(bool wait = false) => Sink.ClearOutput(wait);

    internal DisplayedValue DisplayContent(string content, string mimeType) =>
        Show(new MimeBundle(mimeType, content), [mimeType], isContent: true);

    /// <summary>One line from the user, or null when there is no user to answer.</summary>
    internal async Task<string?> ReadAsync(string prompt, bool isPassword) =>
        input is null ? null : await input.ReadAsync(prompt, isPassword, cancellationToken).ConfigureAwait(false);

    internal void Show(MimeBundle bundle) => Show(bundle, [], isContent: false);

    private DisplayedValue Show(MimeBundle bundle, string[] mimeTypes, bool isContent)
    {
        var displayId = Guid.NewGuid().ToString("N");
        Sink.DisplayData(bundle, displayId);
        return new DisplayedValue(displayId, mimeTypes, this, isContent);
    }

    internal static KernelInvocationContext Require() => Current ?? throw new InvalidOperationException(
        "No cell is running, so there is nowhere to show this. Call it from a notebook cell or from work that a cell started.");

    /// <summary>Ends the cell's own code, on every thread, at its next check.</summary>
    internal void Stop()
    {
        isStopped = true;
        CellStop.Begin();
    }

    internal void ThrowIfStopped()
    {
        if (isStopped)
        {
            throw new OperationCanceledException("The cell was stopped.");
        }
    }

    /// <summary>Reports that the cell has failed and its thread cannot continue.</summary>
    internal void Abandon(Exception exception)
    {
        Stop();   // for its other threads
        Retire();
        Abandoned?.Invoke(exception);
    }

    internal void Enter()
    {
        hasLeft = 0;
        Flowing.Value = this;
        lock (Gate)
        {
            Running.Add(this);
        }
    }

    internal void Leave()
    {
        Flowing.Value = null;
        Retire();
    }

    /// <summary>Runs code of earlier cells as part of this one, so that its outputs appear here.</summary>
    internal void During(Action work)
    {
        Enter();
        try
        {
            work();
        }
        finally
        {
            Leave();
        }
    }

    private void Retire()
    {
        if (Interlocked.Exchange(ref hasLeft, 1) != 0)
        {
            return;
        }
        lock (Gate)
        {
            Running.Remove(this);
        }
        if (isStopped)
        {
            CellStop.End();
        }
    }
}
