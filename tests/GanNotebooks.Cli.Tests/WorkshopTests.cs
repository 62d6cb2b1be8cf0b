using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Cli.Tests;

/// <summary>A workshop made of a small lesson: what a learner and a teacher see when they run it.</summary>
public sealed class WorkshopTests : IDisposable
{
    private readonly TestProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task The_checks_have_no_answer_from_a_learner_and_a_right_one_from_the_teacher()
    {
        WriteLesson();
        var workshop = Path.Combine(project.Folders.Root, "out", "workshop");
        Assert.Equal(Guard.Success, Write(workshop));
        Assert.Contains("1 lessons, 3 blanks filled for the teacher, 2 slides", project.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("no solution fills", project.Said, StringComparison.Ordinal);
        Assert.Contains("#load \"../../../artifacts/made-by-gan-setup.csx\"", await File.ReadAllTextAsync(Path.Combine(workshop, "learner", "setup.csx")), StringComparison.Ordinal);

        foreach (var (edition, verdict) in ((string, string)[])[("learner", "No answer yet."), ("teacher", "Right.")])
        {
            Assert.Equal(Guard.Success, await project.RunAsync([Path.Combine(workshop, edition, "00-start.ipynb")], data: null, output: Path.Combine(project.Folders.Root, edition)));
            var checks = Notebook.Load(Path.Combine(project.Folders.Root, edition, "00-start.ipynb")).CodeCells.Where(cell => cell.Id.StartsWith("check-", StringComparison.Ordinal)).ToList();
            Assert.Equal(3, checks.Count);
            Assert.All(checks, check => Assert.Contains(verdict, Assert.IsType<DisplayOutput>(Assert.Single(check.Outputs)).Data["text/plain"], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Another_folder_stays_and_an_earlier_workshop_is_replaced()
    {
        WriteLesson();
        Assert.Equal(Guard.Failure, Write(project.Folders.Root));
        Assert.Contains("holds other files: name a new folder, an empty one, or an earlier workshop", project.Said, StringComparison.Ordinal);
        var workshop = Path.Combine(project.Folders.Output, "workshop");
        Assert.Equal(Guard.Success, Write(workshop));
        File.WriteAllText(Path.Combine(workshop, "learner", "01-gone.ipynb"), "a lesson that there was");
        Assert.Equal(Guard.Stopped, WorkshopCommand.Write(project.Console, project.Folders, workshop, new CancellationToken(canceled: true)));
        Assert.True(File.Exists(Path.Combine(workshop, "learner", "01-gone.ipynb")));
        Assert.Equal(Guard.Success, Write(workshop));
        Assert.False(File.Exists(Path.Combine(workshop, "learner", "01-gone.ipynb")));
        Assert.Equal([workshop], Directory.GetFileSystemEntries(project.Folders.Output));
    }

    [Fact]
    public async Task A_laptop_is_ready_when_everything_is_there_and_a_cell_and_lesson_00_run()
    {
        project.Lesson("00-start", "40 + 2");
        var findings = await WorkshopChecks.AllAsync(project.Folders, default);
        Assert.Equal([("free memory", true), ("build", false), ("cells", true), ("lesson 00", true)], findings.Select(finding => (finding.Subject, finding.Ok || finding.Subject == "free memory")));
        Assert.Equal(Guard.Failure, DoctorCommand.Judge(project.Console, findings));
        Assert.Contains("This laptop is not ready: see ", project.Said, StringComparison.Ordinal);

        var artifacts = Directory.CreateDirectory(Path.Combine(project.Folders.Root, "artifacts")).FullName;
        await File.WriteAllTextAsync(Path.Combine(artifacts, "some.dll"), "");
        await File.WriteAllTextAsync(Path.Combine(artifacts, "made-by-gan-setup.csx"), "#r \"some.dll\"\n");
        project.Lesson("00-start", "throw new Exception(\"no\");");
        findings = await WorkshopChecks.AllAsync(project.Folders, default);
        Assert.Equal([("build", true), ("cells", true), ("lesson 00", false)], findings.Skip(1).Select(finding => (finding.Subject, finding.Ok)));
        Assert.Equal(Guard.Success, DoctorCommand.Judge(project.Console, [.. findings.Where(finding => finding.Ok)]));
        Assert.Contains("This laptop is ready.", project.Said, StringComparison.Ordinal);
    }

    private int Write(string folder) => Guard.RunAsync(project.Console, () => Task.FromResult(WorkshopCommand.Write(project.Console, project.Folders, folder, default))).Result;

    // Lesson 00's three self-checks, and the set-up that finds this build.
    private void WriteLesson()
    {
        var real = ProjectFolders.Find();
        var lesson = new Notebook();
        lesson.Cells.Add(new NotebookCell(CellKind.Markdown, "title", "# 00 · Start\n\n**What you will make:** three answers.\n\n<!-- teacher: Five minutes. -->"));
        lesson.Cells.Add(new NotebookCell(CellKind.Code, "setup", "#load \"setup.csx\""));
        lesson.Cells.Add(new NotebookCell(CellKind.Code, "names", "using static TorchSharp.torch;"));
        foreach (var cell in Notebook.Load(Path.Combine(real.Notebooks, "00-start-here.ipynb")).Cells.SkipWhile(cell => cell.Id != "check").TakeWhile(cell => cell.Id != "solution-c"))
        {
            if (cell.Id == "solution-b") cell.Source = cell.Source.Replace("<summary>Solution</summary>", "<summary>Solution</summary>\n\n```csharp\ndouble? answerB = 12;\n```", StringComparison.Ordinal);
            lesson.Cells.Add(cell);
        }
        lesson.Cells.Add(new NotebookCell(CellKind.Markdown, "solution-c", "<details><summary>Solution</summary>\n\n```csharp\nFunc<Tensor, Tensor>? toBytes = images => ((images + 1) * 127.5).round().to(torch.uint8);\n```\n\n</details>"));
        lesson.Save(Path.Combine(project.Folders.Notebooks, "00-start.ipynb"));
        File.Copy(Path.Combine(real.Notebooks, "setup.csx"), Path.Combine(project.Folders.Notebooks, "setup.csx"));
        Directory.CreateDirectory(Path.Combine(project.Folders.Root, "artifacts"));
        File.WriteAllText(Path.Combine(project.Folders.Root, "artifacts", "made-by-gan-setup.csx"), $"#load \"{Path.Combine(real.Root, "artifacts", "made-by-gan-setup.csx").Replace('\\', '/')}\"\n");
    }
}
