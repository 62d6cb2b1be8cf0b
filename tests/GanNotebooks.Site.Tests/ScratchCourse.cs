using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Site.Tests;

/// <summary>A course of two lessons in a folder of its own.</summary>
internal sealed class ScratchCourse : IDisposable
{
    private readonly List<string> lessons = [];

    public ScratchCourse()
    {
        Write("README.md", "# Course\n\n![Head](notebooks/head.png)\n\n## Start\n\n| lesson | you will | time |\n|---|---|---|\n| [00 · One](notebooks/00-one.ipynb) | begin | 1 s |\n| [01 · Two](notebooks/01-two.ipynb) | end | 2 s |\n");
        Write("notebooks/head.png", "no real picture");
        Lesson("00-one", "# 00 · One\n\n[next](01-two.ipynb), [below](#below), [data](../datasets/README.md)", "## Below\n\nA word: kumquat.");
        Lesson("01-two", "# 01 · Two\n\n[before](00-one.ipynb#below)");
        Write("datasets/README.md", "# Data\n\n[back](../README.md#start)");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("gan-site-").FullName;

    public string Site => Path.Combine(Root, "out", "site");

    public void Lesson(string name, params string[] cells)
    {
        var notebook = new Notebook();
        foreach (var (cell, i) in cells.Select((cell, i) => (cell, i))) notebook.Cells.Add(new NotebookCell(CellKind.Markdown, $"text-{i}", cell));
        var path = Path.Combine(Root, "notebooks", name + ".ipynb");
        notebook.Save(path);
        if (!lessons.Contains(path)) lessons.Add(path);
    }

    public void Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public (int Pages, long Bytes) Make() => CourseSite.Write(Root, lessons, Site);

    public string Page(string name) => File.ReadAllText(Path.Combine(Site, name));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
