using System.Runtime.InteropServices;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Ctrl-C and the system's request to end: the first one asks the running work to stop and save, the second one ends the program at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private const int Interrupted = 130;
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private readonly IAnsiConsole console;

    public StopSignal(IAnsiConsole console)
    {
        this.console = console;
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    /// <summary>Fires at the first signal.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (source.IsCancellationRequested) Environment.Exit(Interrupted);
        context.Cancel = true;
        console.MarkupLine("[yellow]Stopping; what has been done is kept. Press Ctrl-C again to end at once.[/]");
        source.Cancel();
    }
}
