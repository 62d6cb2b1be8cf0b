using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Lessons;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary>The further checks of <c>gan doctor --workshop</c>: whether this machine is ready for a workshop without network.</summary>
internal static class WorkshopChecks
{
    private const double MemoryNeeded = 4e9;
    private const string Again = "Run ./gan setup, with --source FOLDER where there is no network.";

    /// <summary>Runs every check, the quick ones first.</summary>
    public static async Task<IReadOnlyList<Finding>> AllAsync(ProjectFolders folders, CancellationToken stop) =>
        [Checks.Guarded("free memory", Memory), Checks.Guarded("build", () => Build(folders)), await KernelAsync(folders, stop).ConfigureAwait(false), await LessonAsync(folders, stop).ConfigureAwait(false)];

    private static Finding Memory()
    {
        GC.Collect();       // .NET's information about the memory is from the last collection
        var memory = GC.GetGCMemoryInfo();
        var free = memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes;
        return new("free memory", free >= MemoryNeeded, string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:N1} GB"), "4 GB are needed beside editor and browser: close other programs.");
    }

    /// <summary>Whether all files exist that a notebook's first line loads.</summary>
    private static Finding Build(ProjectFolders folders)
    {
        var artifacts = Path.Combine(folders.Root, "artifacts");
        var files = File.ReadLines(Path.Combine(artifacts, "made-by-gan-setup.csx")).Select(line => line.Split('"')[1]).ToList();
        var missing = files.Where(file => !File.Exists(Path.Combine(artifacts, file))).ToList();
        return new("build", missing.Count == 0, missing.Count == 0 ? $"{files.Count} libraries that the notebooks load" : $"missing: {string.Join(", ", missing)}", Again);
    }

    /// <summary>Cells run in a process of their own, as in a front end.</summary>
    private static async Task<Finding> KernelAsync(ProjectFolders folders, CancellationToken stop)
    {
        var cell = new NotebookCell(CellKind.Code, "sum", "1 + 1");
        var result = await NotebookRunner.RunAsync(new Notebook { Cells = { cell } }, new NotebookRunOptions(folders.Notebooks) { Open = LessonRun.Open }, stop).ConfigureAwait(false);
        var shown = cell.Outputs.OfType<DisplayOutput>().FirstOrDefault()?.Data["text/plain"];
        return new("cells", shown == "2", shown == "2" ? $"a process for cells answers after {result.Elapsed.TotalSeconds:N1} s" : result.Error?.Message ?? $"1 + 1 is {shown ?? "nothing"}", Again);
    }

    private static async Task<Finding> LessonAsync(ProjectFolders folders, CancellationToken stop)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var output = Directory.CreateTempSubdirectory("gan-doctor-").FullName;
        var watch = Stopwatch.StartNew();
        try
        {
            var code = await Guard.RunAsync(console, () => new LessonBatch(console, folders) { Lessons = ["00"], Budget = Budget.Smoke, Output = output }.RunAsync(stop)).ConfigureAwait(false);
            return new("lesson 00", code == Guard.Success, code == Guard.Success ? $"runs in {watch.Elapsed.TotalSeconds:N0} s" : "fails before its end", "Run ./gan run 00 --budget smoke: it says what is wrong.");
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
