using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Lessons;
using Spectre.Console;

namespace GanNotebooks.Cli.Tests;

/// <summary>A project of its own with lessons written by the test, and what the program says about them.</summary>
internal sealed class TestProject : IDisposable
{
    private readonly StringWriter said = new();

    public TestProject()
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(said), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        Console.Profile.Width = 500;
        Directory.CreateDirectory(Folders.Notebooks);
    }

    /// <summary>Where commands print.</summary>
    public IAnsiConsole Console { get; }

    public ProjectFolders Folders { get; } = new(Directory.CreateTempSubdirectory("gan-cli-").FullName);

    /// <summary>Everything that was printed, without line wraps.</summary>
    public string Said => said.ToString();

    public string Lesson(string name, params string[] cells)
    {
        var notebook = new Notebook { Metadata = new JsonObject { ["language_info"] = new JsonObject { ["name"] = "C#" } } };
        foreach (var (source, i) in cells.Select((source, i) => (source, i))) notebook.Cells.Add(new NotebookCell(CellKind.Code, $"cell-{i}", source));
        var path = Path.Combine(Folders.Notebooks, name + ".ipynb");
        notebook.Save(path);
        return path;
    }

    public Notebook Executed(string name) => Notebook.Load(Path.Combine(Folders.Output, name + ".ipynb"));

    public Task<int> RunAsync(string[] lessons, string? data = "digits", string? output = null, bool keepGoing = false, bool inPlace = false, CancellationToken stop = default)
    {
        return Guard.RunAsync(Console, () => new LessonBatch(Console, Folders)
        {
            Lessons = lessons,
            Budget = Budget.Smoke,
            Data = data,
            Output = output,
            Seed = 4,
            KeepGoing = keepGoing,
            InPlace = inPlace,
        }.RunAsync(stop));
    }

    public void Dispose() => Directory.Delete(Folders.Root, recursive: true);
}
