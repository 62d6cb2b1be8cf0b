using System.Globalization;
using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Lessons;
using GanNotebooks.Runtime;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>Some lessons, run one after the other with the same settings.</summary>
internal sealed class LessonBatch(IAnsiConsole console, ProjectFolders folders)
{
    public required IReadOnlyList<string> Lessons { get; init; }

    public required Budget Budget { get; init; }

    /// <summary>The images' name or folder; null for each lesson's own.</summary>
    public string? Data { get; init; }

    public string? Output { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>The device that computes; null for the environment variable's or the default.</summary>
    public string? Device { get; init; }

    public bool KeepGoing { get; init; }

    /// <summary>Whether finished lessons overwrite their own files.</summary>
    public bool InPlace { get; init; }

    /// <summary>Runs the lessons.</summary>
    /// <param name="stop">Stops the running lesson; what it has done is saved.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">A lesson, the data, the device or the output folder cannot be used; nothing was run.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        string[] shown = InPlace && Lessons.Count == 0 && File.Exists(folders.Cookbook) ? [folders.Cookbook] : [];       // the repository shows it too
        var lessons = LessonFinder.Find(folders.Notebooks, Lessons).Concat(shown).Select(path => (Path: path, Notebook: Load(path))).ToList();
        using var output = OutputFolder.Open(Output ?? folders.Output);
        Environment.SetEnvironmentVariable(ComputeDevice.Variable, NetworkOptions.Find(Device).ToString());
        Environment.SetEnvironmentVariable(Lesson.BudgetVariable, Budget.Name);
        Environment.SetEnvironmentVariable(Lesson.DataVariable, await CheckedDataAsync().ConfigureAwait(false));
        Environment.SetEnvironmentVariable(Lesson.SeedVariable, Seed.ToString(CultureInfo.InvariantCulture));

        var target = new LessonTarget(output.Path, InPlace, new RunRecord(Budget.Name, Data ?? "", Seed));
        var outcomes = new List<LessonOutcome>();
        foreach (var (path, notebook) in lessons)
        {
            outcomes.Add(await LessonRun.RunAsync(console, path, notebook, target, stop).ConfigureAwait(false));
            if (outcomes[^1].Status == NotebookRunStatus.Interrupted || (outcomes[^1].Status == NotebookRunStatus.Failed && !KeepGoing)) break;
        }
        Summary.Print(console, outcomes, skipped: lessons.Count - outcomes.Count);
        return outcomes.Exists(o => o.Status == NotebookRunStatus.Interrupted) ? Guard.Stopped
            : outcomes.Exists(o => o.Status == NotebookRunStatus.Failed) ? Guard.Failure
            : Guard.Success;
    }

    private static Notebook Load(string path)
    {
        try
        {
            return Notebook.Load(path);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserError(e.Message, e);
        }
    }

    /// <summary>The data's name for the lessons. The data are opened once, so that damage is found before anything runs.</summary>
    private async Task<string> CheckedDataAsync()
    {
        if (Data is null || DrawnSet.Find(Data) is not null) return Data ?? "";
        // Every thread that computes keeps its OpenMP workers as long as it lives. With more workers than cores, OpenMP puts waiting ones
        // to sleep at once, and a training takes nearly twice as long: so this thread must not compute, and the one that does must end.
        var warning = await Task.Factory.StartNew(Warning, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        if (warning is not null) console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        return Catalogue.BuiltIn.Find(Data) is null ? Path.GetFullPath(Data) : Data;

        string? Warning()
        {
            using var set = Mistake.Of(() => ImageDatasets.Open(Data, folders.Datasets));
            return set.Warning;
        }
    }
}
