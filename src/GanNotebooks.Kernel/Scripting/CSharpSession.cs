using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting.Assistance;
using GanNotebooks.Kernel.Scripting.Packages;
using GanNotebooks.Kernel.Sessions;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>One C# session: cells run one after the other and see what earlier ones declared.</summary>
public sealed class CSharpSession : ICellSession
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly References references;
    private readonly SourceNames names;
    private readonly SubmissionChain chain;
    private readonly CellInterpreter interpreter;
    private readonly CompletionFinder completions;
    private readonly ConsoleCapture console;

    /// <summary>Creates an empty session; nothing is compiled yet.</summary>
    /// <param name="workingDirectory">The notebook's folder: #r, #load and #!import in cells are relative to it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public CSharpSession(string workingDirectory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(workingDirectory);
        WorkingDirectory = Path.GetFullPath(workingDirectory);
        if (!Directory.Exists(WorkingDirectory))
        {
            throw new DirectoryNotFoundException($"{WorkingDirectory}: no such folder. A session needs the folder that its notebook lies in.");
        }
        references = new References(WorkingDirectory);
        names = new SourceNames(WorkingDirectory);
        chain = new SubmissionChain(CellOptions.For(WorkingDirectory, references));
        console = ConsoleCapture.Start();
        completions = new CompletionFinder(chain, WorkingDirectory);
        interpreter = new CellInterpreter(chain, references, new SessionPackages(references, WorkingDirectory), names, WorkingDirectory);
    }

    /// <summary>The notebook's folder, as a full path.</summary>
    public string WorkingDirectory { get; }

    /// <summary>The formatters of this session.</summary>
    public FormatterRegistry Formatters { get; } = new();

    /// <summary>Does work in advance for which the first cell would wait. Declares and shows nothing.</summary>
    public async Task WarmUpAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await chain.StartAsync().ConfigureAwait(false);
            var context = new KernelInvocationContext(DiscardingSink.Instance, Formatters, input: null, CancellationToken.None);
            await interpreter.RunAsync(CellSource.Parse("Console.Write(\"\"); display(1 + 1)"), names.PathOfCell(0), context, cellId: null, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
        await Task.Run(() => completions.Find("Console", "Console".Length, CancellationToken.None)).ConfigureAwait(false);   // cells do not wait for this
    }

    /// <summary>Runs one cell. Its errors are in the result and in the sink; this method throws only for wrong arguments.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="cellNumber">Its number in errors: its execution count.</param>
    /// <param name="sink">Receives the outputs, the value of the trailing expression, and the error if there is one.</param>
    /// <param name="stop">
    /// Stops the cell: at once, or after three seconds if it has read <see cref="KernelInvocationContext.CancellationToken"/> and can end by itself.
    /// </param>
    /// <param name="run">What the front end knows about this run.</param>
    /// <returns>How it ended. After an error or a stop the session continues with what was declared.</returns>
    /// <exception cref="ArgumentNullException">The code or the sink is null.</exception>
#pragma warning disable CA1068 // Most callers pass a token and nothing else.
    public async Task<CellResult> RunAsync(string code, int cellNumber, IOutputSink sink, CancellationToken stop = default, CellRun? run = null)
#pragma warning restore CA1068
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var watch = Stopwatch.StartNew();
            ConsoleCapture.Renew();
            await chain.StartAsync().ConfigureAwait(false);
            var context = new KernelInvocationContext(sink, Formatters, run?.Input, stop) { Names = names };
            var source = CellSource.Parse(code);
            var result = await interpreter.RunAsync(source, names.PathOfCell(cellNumber), context, run?.CellId, stop).ConfigureAwait(false);
            result = result with { WasInterrupted = stop.IsCancellationRequested, Elapsed = watch.Elapsed };
            Report(result, context.Sink, showTime: source.Directives.Any(directive => directive.Name == Magic.Time.Name));
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Finds completions. Runs nothing, and does not wait for a running cell.</summary>
    /// <param name="code">The cell's present text.</param>
    /// <param name="cursor">The cursor's position, in UTF-16 units.</param>
    /// <param name="cancel">Cancels the search.</param>
    /// <returns>The completions at the cursor; empty when there are none.</returns>
    public Task<Completion> CompleteAsync(string code, int cursor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Task.Run(() => completions.Find(code, cursor, cancel), cancel);
    }

    /// <summary>Describes the name at a position. Runs nothing, and does not wait for a running cell. A tensor's shape and values are shown only while no cell runs that could change it.</summary>
    /// <param name="code">The cell's present text.</param>
    /// <param name="cursor">The cursor's position, in UTF-16 units.</param>
    /// <param name="cancel">Cancels the search.</param>
    /// <returns>Signature and documentation as text/plain and text/markdown; null when nothing is known there.</returns>
    public Task<MimeBundle?> InspectAsync(string code, int cursor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Task.Run(() =>
        {
            var isIdle = turn.Wait(0, CancellationToken.None);
            try
            {
                return Inspector.Inspect(chain, code, cursor, isIdle, cancel);
            }
            finally
            {
                _ = isIdle ? turn.Release() : 0;
            }
        }, cancel);
    }

    /// <summary>Whether Enter should run this code; judged by its syntax alone.</summary>
    /// <param name="code">What was typed.</param>
    public static Completeness CompletenessOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Completeness.Of(code);
    }

    /// <inheritdoc/>
    Task<Completeness> ICellSession.JudgeAsync(string code) => Task.FromResult(CompletenessOf(code));

    /// <summary>Ends the session. Assemblies that it loaded stay loaded: .NET cannot unload them.</summary>
    public void Dispose()
    {
        interpreter.DisposeVariables();
        console.Dispose();
        references.Dispose();
        turn.Dispose();
    }

    private static void Report(CellResult result, IOutputSink sink, bool showTime)
    {
        if (result.Shown is { } shown)
        {
            sink.ExecuteResult(shown);
        }
        if (result.Error is not null)
        {
            sink.Error(result.Error);
        }
        if (showTime)
        {
            sink.Stream(StreamName.Out, string.Create(CultureInfo.InvariantCulture, $"Wall time: {result.Elapsed.TotalMilliseconds:N1} ms\n"));
        }
    }
}
