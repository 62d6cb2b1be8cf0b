using System.Diagnostics;
using GanNotebooks.Kernel.Notebooks;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Shows which cell of a lesson is running, and the cell's latest output.</summary>
internal sealed class LessonProgress : INotebookRunObserver, IDisposable
{
    private readonly string lesson;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly MovingLine line;
    private volatile string cell = "starting";
    private volatile string news = "";

    private LessonProgress(IAnsiConsole console, string lesson)
    {
        this.lesson = lesson;
        line = MovingLine.Start(console, () => $"{lesson} · {cell} · {Elapsed} · {news}");
        line.Say($"{lesson}: starting", atOnce: true);
    }

    public static LessonProgress Start(IAnsiConsole console, string lesson) => new(console, lesson);

    public void CellStarted(int number, int count, string firstLine)
    {
        news = firstLine;
        cell = $"cell {number} of {count}";
        line.Say($"{lesson}: {cell}, {Elapsed}: {firstLine}", atOnce: true);
    }

    public void OutputArrived(CellOutput output, bool isUpdate)
    {
        if (output is not DisplayOutput shownObject) return;
        var text = shownObject.Data.Entries.FirstOrDefault(entry => entry.Key == "text/plain").Value?.Split('\n')[0];
        if (string.IsNullOrWhiteSpace(text) || !isUpdate) return;
        news = text;
        line.Say($"{lesson}: {cell}, {Elapsed}: {text}", atOnce: false);
    }

    public void Dispose() => line.Dispose();

    private string Elapsed => clock.Elapsed.ToString(@"m\:ss", System.Globalization.CultureInfo.InvariantCulture);
}
