using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>A C# session as front ends use it, in this process or in another one.</summary>
public interface ICellSession : IDisposable
{
    /// <summary>Does work in advance for which the first cell would wait.</summary>
    Task WarmUpAsync();

    /// <summary>Runs one cell; see <see cref="CSharpSession.RunAsync"/>.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="cellNumber">Its number in errors.</param>
    /// <param name="sink">Receives the outputs.</param>
    /// <param name="stop">Stops the cell.</param>
    /// <param name="run">What the front end knows about this run.</param>
#pragma warning disable CA1068 // Most callers pass a token and nothing else.
    Task<CellResult> RunAsync(string code, int cellNumber, IOutputSink sink, CancellationToken stop = default, CellRun? run = null);
#pragma warning restore CA1068

    /// <summary>Finds completions; see <see cref="CSharpSession.CompleteAsync"/>.</summary>
    /// <param name="code">The cell's present text.</param>
    /// <param name="cursor">The cursor's position, in UTF-16 units.</param>
    /// <param name="cancel">Cancels the search.</param>
    Task<Completion> CompleteAsync(string code, int cursor, CancellationToken cancel = default);

    /// <summary>Describes a name; see <see cref="CSharpSession.InspectAsync"/>.</summary>
    /// <param name="code">The cell's present text.</param>
    /// <param name="cursor">The cursor's position, in UTF-16 units.</param>
    /// <param name="cancel">Cancels the search.</param>
    Task<MimeBundle?> InspectAsync(string code, int cursor, CancellationToken cancel = default);

    /// <summary>Whether Enter should run this code; judged by its syntax alone.</summary>
    /// <param name="code">What was typed.</param>
    Task<Completeness> JudgeAsync(string code);
}
