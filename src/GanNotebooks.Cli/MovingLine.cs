using System.Diagnostics;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Shows progress: in one line that is updated on a terminal, in separate lines elsewhere.</summary>
internal sealed class MovingLine : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Line = TimeSpan.FromSeconds(10);
    private readonly IAnsiConsole console;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Func<string> text;
    private readonly TaskCompletionSource ended = new();
    private readonly Task shown;
    private TimeSpan lastLine;

    private MovingLine(IAnsiConsole console, Func<string> text)
    {
        (this.console, this.text) = (console, text);
        shown = IsMoving ? console.Status().Spinner(Spinner.Known.Dots).StartAsync("starting", MoveAsync) : Task.CompletedTask;
    }

    /// <summary>Shows the line until it is disposed.</summary>
    /// <param name="console">The console to print to.</param>
    /// <param name="text">Returns the current text; called on another thread.</param>
    public static MovingLine Start(IAnsiConsole console, Func<string> text) => new(console, text);

    private bool IsMoving => console.Profile.Capabilities.Interactive;

    /// <summary>Writes a line if there is no terminal.</summary>
    /// <param name="line">The progress.</param>
    /// <param name="atOnce">Whether it is written even if less than ten seconds have passed since the last.</param>
    public void Say(string line, bool atOnce)
    {
        if (IsMoving || (!atOnce && clock.Elapsed - lastLine < Line)) return;
        lastLine = clock.Elapsed;
        console.WriteLine(line);
    }

    public void Dispose()
    {
        ended.SetResult();
        shown.GetAwaiter().GetResult();
    }

    private async Task MoveAsync(StatusContext status)
    {
        while (!ended.Task.IsCompleted)
        {
            status.Status(Markup.Escape(Fit(text())));
            await Task.WhenAny(ended.Task, Task.Delay(Frame)).ConfigureAwait(false);
        }
    }

    /// <summary>The line, cut so that the terminal does not wrap it.</summary>
    private string Fit(string line)
    {
        var width = Math.Max(20, console.Profile.Width - 4);
        return line.Length <= width ? line : line[..(width - 1)] + "…";
    }
}
