using System.Diagnostics;
using GanNotebooks.Data;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Cli.Tests;

/// <summary>What ends the process of the cells while <c>gan run</c> runs them, and what ends <c>gan run</c> itself.</summary>
public class DyingRunTests
{
    [Fact]
    public async Task A_cell_that_ends_its_process_fails_and_what_ran_is_saved()
    {
        using var project = new TestProject();
        project.Lesson("00-dies", "\"first\"", "Console.Write(\"before\"); Environment.FailFast(\"on purpose\");", "3");
        project.Lesson("01-after", "4");
        Assert.Equal(Guard.Failure, await project.RunAsync([], keepGoing: true));
        Assert.Contains("cell 2 of 3 failed", project.Said, StringComparison.Ordinal);
        var cells = project.Executed("00-dies").CodeCells.ToList();
        Assert.Equal("first", cells[0].Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
        Assert.Equal("before", cells[1].Outputs.OfType<StreamOutput>().First().Text);
        Assert.Contains("on purpose", cells[1].Outputs.OfType<ErrorOutput>().Single().Error.Message, StringComparison.Ordinal);
        Assert.Empty(cells[2].Outputs);
        Assert.Equal("4", project.Executed("01-after").CodeCells.Single().Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
    }

    [Fact]
    public async Task A_run_that_is_killed_ends_its_cells_and_leaves_no_torn_file()
    {
        using var project = new TestProject();
        var started = Path.Combine(project.Folders.Root, "started");
        var lesson = project.Lesson("00-long", $"System.IO.File.WriteAllText(\"{started}.new\", Environment.ProcessId.ToString()); System.IO.File.Move(\"{started}.new\", \"{started}\"); while (true) {{ }}");
        using var run = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gan.dll"), "run", lesson, "--out", project.Folders.Output]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        run.BeginOutputReadLine();
        run.BeginErrorReadLine();
        for (var clock = Stopwatch.StartNew(); !File.Exists(started) && clock.Elapsed < KernelProcesses.Patience;) await Task.Delay(20);
        run.Kill();
        Assert.True(await KernelProcesses.Ends(int.Parse(File.ReadAllText(started), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(project.Folders.Output), entry => !FolderLock.IsOwn(entry));       // a killed program leaves its lock, which holds nobody up
    }
}
