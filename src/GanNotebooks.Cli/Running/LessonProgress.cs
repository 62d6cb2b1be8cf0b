using System.Diagnostics;
using GanNotebooks.Kernel.Notebooks;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Shows which cell of a lesson runs and what it says of itself: in one moving line on a terminal, in lines elsewhere.</summary>
internal sealed class LessonProgress : INotebookRunObserver, IDisposable
{
    private static readonly TimeSpan Line = TimeSpan.FromSeconds(10);
    private readonly IAnsiConsole console;
    private readonly string lesson;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly MovingLine line;
    private volatile string cell = "starting";
    private volatile string news = "";
    private TimeSpan lastLine;

    private LessonProgress(IAnsiConsole console, string lesson)
    {
        (this.console, this.lesson) = (console, lesson);
        line = MovingLine.Start(console, () => $"{lesson} · {cell} · {Elapsed} · {news}");
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

    public void Dispose() => line.Dispose();

    private string Elapsed => clock.Elapsed.ToString(@"m\:ss", System.Globalization.CultureInfo.InvariantCulture);
}
