using System.Diagnostics;
using GanNotebooks.Kernel.Notebooks;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Shows which cell of a lesson runs and what it says of itself: in one moving line on a terminal, in lines elsewhere.</summary>
internal sealed class LessonProgress : INotebookRunObserver, IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Line = TimeSpan.FromSeconds(10);
    private readonly IAnsiConsole console;
    private readonly string lesson;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly TaskCompletionSource ended = new();
    private readonly Task shown;
    private volatile string cell = "starting";
    private volatile string news = "";
    private TimeSpan lastLine;

    private LessonProgress(IAnsiConsole console, string lesson)
    {
        (this.console, this.lesson) = (console, lesson);
        shown = console.Profile.Capabilities.Interactive ? console.Status().Spinner(Spinner.Known.Dots).StartAsync(lesson, MoveAsync) : Task.CompletedTask;
        if (!console.Profile.Capabilities.Interactive) console.WriteLine($"{lesson}: starting");
    }

    public static LessonProgress Start(IAnsiConsole console, string lesson) => new(console, lesson);

    public void CellStarted(int number, int count, string firstLine)
    {
        news = firstLine;
        cell = $"cell {number} of {count}";
        if (!console.Profile.Capabilities.Interactive) console.WriteLine($"{lesson}: {cell}, {Elapsed}: {firstLine}");
    }

    public void OutputArrived(CellOutput output, bool isUpdate)
    {
        if (output is not DisplayOutput shownObject) return;
        var text = shownObject.Data.Entries.FirstOrDefault(entry => entry.Key == "text/plain").Value?.Split('\n')[0];
        if (string.IsNullOrWhiteSpace(text) || !isUpdate) return;
        news = text;
        if (console.Profile.Capabilities.Interactive || clock.Elapsed - lastLine < Line) return;
        lastLine = clock.Elapsed;
        console.WriteLine($"{lesson}: {cell}, {Elapsed}: {text}");
    }

    public void CellFinished(int number, TimeSpan elapsed)
    {
    }

    public void Dispose()
    {
        ended.SetResult();
        shown.GetAwaiter().GetResult();
    }

    private string Elapsed => clock.Elapsed.ToString(@"m\:ss", System.Globalization.CultureInfo.InvariantCulture);

    private async Task MoveAsync(StatusContext status)
    {
        while (!ended.Task.IsCompleted)
        {
            status.Status(Markup.Escape(Fit($"{lesson} · {cell} · {Elapsed} · {news}")));
            await Task.WhenAny(ended.Task, Task.Delay(Frame)).ConfigureAwait(false);
        }
    }

    /// <summary>One line that the terminal does not wrap.</summary>
    private string Fit(string text)
    {
        var width = Math.Max(20, console.Profile.Width - 4);
        return text.Length <= width ? text : text[..(width - 1)] + "…";
    }
}
