using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Kernel.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>One C# session: cells run one after the other and see what earlier ones declared.</summary>
public sealed class CSharpSession : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly References references;
    private readonly SourceNames names;
    private ScriptOptions options;
    private ScriptState<object>? state;

    /// <summary>Starts an empty session; nothing is compiled yet.</summary>
    /// <param name="workingDirectory">The notebook's folder: #r and #load in cells are relative to it.</param>
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
        options = CellOptions.For(WorkingDirectory, references);
    }

    /// <summary>The notebook's folder, as a full path.</summary>
    public string WorkingDirectory { get; }

    /// <summary>How this session shows objects.</summary>
    public FormatterRegistry Formatters { get; } = new();

    /// <summary>Compiles and runs a cell that nobody sees, so that the first real one starts quickly. Declares nothing.</summary>
    public async Task WarmUpAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var context = new KernelInvocationContext(DiscardingSink.Instance, Formatters, input: null, CancellationToken.None);
            var script = CSharpScript.Create("Console.Write(\"\"); display(1 + 1)", options.WithFilePath(names.PathOfCell(0)));
            await CellThread.RunAsync(() => script.RunAsync(), context, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Runs one cell. What it does wrong is in the result and in the sink; this method throws only for wrong arguments.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="cellNumber">The number that errors name it by: its execution count.</param>
    /// <param name="sink">Receives the outputs, the value of the trailing expression, and the error if there is one.</param>
    /// <param name="stop">
    /// Stops the cell: at once, or after three seconds when it has read <see cref="KernelInvocationContext.CancellationToken"/> and so may end by itself.
    /// </param>
    /// <param name="run">What the front end knows about this run.</param>
    /// <returns>How it ended. After an error or a stop the session goes on with what was declared before.</returns>
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
            var context = new KernelInvocationContext(sink, Formatters, run?.Input, stop);
            var directives = Directives.Of(code);
            var result = directives.Unknown is { } unknown
                ? new CellResult { Error = UnknownDirective(unknown.Text, cellNumber, unknown.Line + 1) }
                : await RunAsync(directives.Code, cellNumber, context, stop).ConfigureAwait(false);
            result = result with { WasInterrupted = stop.IsCancellationRequested, Elapsed = watch.Elapsed };
            Report(result, context.Sink, directives.Time);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ways to go on typing. Runs nothing, and does not wait for a running cell.</summary>
    /// <param name="code">The cell as it stands.</param>
    /// <param name="cursor">Where the cursor is, in UTF-16 units.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What fits at the cursor; empty when nothing does.</returns>
    public Task<Completion> CompleteAsync(string code, int cursor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Task.FromResult(new Completion([], cursor, cursor));
    }

    /// <summary>What is known about the name at a place. Runs nothing, and does not wait for a running cell.</summary>
    /// <param name="code">The cell as it stands.</param>
    /// <param name="cursor">Where the cursor is, in UTF-16 units.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Signature and documentation as text/plain and text/markdown; null when nothing is known there.</returns>
    public Task<MimeBundle?> InspectAsync(string code, int cursor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Task.FromResult<MimeBundle?>(null);
    }

    /// <summary>Whether Enter should run this code; judged by its syntax alone.</summary>
    /// <param name="code">What was typed.</param>
    public static Completeness CompletenessOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Completeness.Of(code);
    }

    /// <summary>Ends the session. Assemblies that it loaded stay loaded: .NET cannot unload them.</summary>
    public void Dispose()
    {
        state = null;
        references.Dispose();
        turn.Dispose();
    }

    private async Task<CellResult> RunAsync(string code, int cellNumber, KernelInvocationContext context, CancellationToken stop)
    {
        try
        {
            var cellOptions = options.WithFilePath(names.PathOfCell(cellNumber));
            var script = state is null ? CSharpScript.Create(code, cellOptions) : state.Script.ContinueWith(code, cellOptions);
            var diagnostics = await Task.Run(() => script.Compile(stop), CancellationToken.None).ConfigureAwait(false);
            if (CompilationErrors.Of(diagnostics, names, WorkingDirectory) is { } error)
            {
                return new CellResult { Error = error };
            }
            stop.ThrowIfCancellationRequested();
            options = options.AddImports(ImportsOfLoaded(script.GetCompilation()));
            using (ConsoleCapture.Start())
            {
                state = await CellThread.RunAsync(() => StartAsync(script), context, stop).ConfigureAwait(false);
            }
            if (state.Exception is OperationCanceledException or ThreadInterruptedException && stop.IsCancellationRequested)
            {
                return Stopped();
            }
            return state.Exception is { } exception
                ? new CellResult { Error = Traceback.Of(exception, names) }
                : new CellResult { HasValue = HasValue(script, state.ReturnValue), Value = state.ReturnValue };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Stopped();
        }
        catch (Exception e)   // a cell's mistake outside its own flow, for example in an async void, or in loading an assembly
        {
            return new CellResult { Error = Traceback.Of(e, names) };
        }
    }

    // A loaded file is a set-up: the names that it uses are the notebook's from the next cell on. C# itself would keep them to the file.
    private static IEnumerable<string> ImportsOfLoaded(Compilation compilation) => compilation.SyntaxTrees
        .SkipLast(1)
        .SelectMany(tree => tree.GetCompilationUnitRoot().Usings)
        .Where(import => import.Alias is null && import.Name is not null)
        .Select(import => import.Name!.ToString());

    // Null-state runs are a chain's first link; later ones go on from the variables of the last.
    private Task<ScriptState<object>> StartAsync(Script<object> script) => state is null
        ? script.RunAsync(globals: null, catchException: _ => true)
        : script.RunFromAsync(state, catchException: _ => true);

    private void Report(CellResult result, IOutputSink sink, bool showTime)
    {
        if (result.HasValue && result.Value is not DisplayedValue)   // display(x) has shown itself already
        {
            sink.ExecuteResult(Formatters.Format(result.Value));
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

    private static bool HasValue(Script script, object? value)
    {
        if (value is not null)
        {
            return true;
        }
        var compilation = script.GetCompilation();
        var tree = compilation.SyntaxTrees.Last();   // loaded files come first
        return tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }

    private static CellResult Stopped() => new()
    {
        Error = new CellError(CellError.Interrupted, "The cell was stopped.", ["Interrupted: the cell was stopped."]),
    };

    private static CellError UnknownDirective(string directive, int cellNumber, int line)
    {
        var message = string.Create(CultureInfo.InvariantCulture,
            $"cell {cellNumber}, line {line}: {directive} is not known here. This kernel runs C#; it knows #!time, #r and #load.");
        return new CellError(CellError.UnknownDirective, message, [message]);
    }
}
