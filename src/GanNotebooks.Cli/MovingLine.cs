using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>A line on a terminal that says again and again what is going on; nothing where there is no terminal.</summary>
internal sealed class MovingLine : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);
    private readonly IAnsiConsole console;
    private readonly Func<string> text;
    private readonly TaskCompletionSource ended = new();
    private readonly Task shown;

    private MovingLine(IAnsiConsole console, Func<string> text)
    {
        (this.console, this.text) = (console, text);
        shown = console.Profile.Capabilities.Interactive ? console.Status().Spinner(Spinner.Known.Dots).StartAsync("starting", MoveAsync) : Task.CompletedTask;
    }

    /// <summary>Shows the line until it is disposed.</summary>
    /// <param name="console">Where.</param>
    /// <param name="text">What it says now; asked for on another thread.</param>
    public static MovingLine Start(IAnsiConsole console, Func<string> text) => new(console, text);

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

    /// <summary>One line that the terminal does not wrap.</summary>
    private string Fit(string line)
    {
        var width = Math.Max(20, console.Profile.Width - 4);
        return line.Length <= width ? line : line[..(width - 1)] + "…";
    }
}
