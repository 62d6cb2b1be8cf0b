using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Cli.Tests;

/// <summary>The lessons as they lie in the repository.</summary>
public partial class CommittedLessonTests
{
    private const long MaximumBytes = 5 << 20;

    public static TheoryData<string> Lessons => [.. LessonFinder.Find(ProjectFolders.Find().Notebooks, []).Select(path => Path.GetFileNameWithoutExtension(path))];

    private static string PathOf(string lesson) => Path.Combine(ProjectFolders.Find().Notebooks, lesson + ".ipynb");

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_is_csharp_with_one_line_of_set_up_and_stable_ids(string lesson)
    {
        var notebook = Notebook.Load(PathOf(lesson));
        Assert.Equal("C#", (string?)notebook.Metadata["language_info"]!["name"]);
        Assert.Equal(".net-csharp", (string?)notebook.Metadata["kernelspec"]!["name"]);
        Assert.Equal("#load \"setup.csx\"", notebook.CodeCells.First().Source);
        Assert.Equal(notebook.Cells.Count, notebook.Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.All(notebook.Cells, cell => Assert.DoesNotContain("polyglot", cell.Metadata.ToJsonString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_is_committed_with_the_outputs_of_a_whole_quick_run(string lesson)
    {
        var notebook = Notebook.Load(PathOf(lesson));
        Assert.True(new FileInfo(PathOf(lesson)).Length <= MaximumBytes);
        Assert.Equal(Enumerable.Range(1, notebook.CodeCells.Count()), notebook.CodeCells.Select(cell => cell.ExecutionCount ?? 0));
        Assert.DoesNotContain(notebook.CodeCells, cell => cell.Outputs.OfType<ErrorOutput>().Any());
        Assert.Contains("budget quick", string.Concat(notebook.CodeCells.SelectMany(cell => cell.Outputs.OfType<StreamOutput>()).Select(o => o.Text)), StringComparison.Ordinal);
        Assert.Null(notebook.Metadata["gan"]);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Code_holds_no_character_that_VS_Code_marks_as_ambiguous(string lesson)
    {
        const string Unmarked = "→…·²³½₁βθλψé";      // marked are, among others: − – × α
        foreach (var line in Notebook.Load(PathOf(lesson)).CodeCells.SelectMany(cell => cell.Source.Split('\n')))
        {
            Assert.True(line.All(letter => char.IsAscii(letter) || Unmarked.Contains(letter, StringComparison.Ordinal)), $"{lesson}: {line}");
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Links_between_lessons_lead_somewhere(string lesson)
    {
        var notebook = Notebook.Load(PathOf(lesson));
        foreach (Match link in Link().Matches(string.Join('\n', notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source))))
        {
            var file = link.Groups["file"].Value;
            var anchor = link.Groups["anchor"].Value;
            var target = file.Length > 0 ? PathOf(Path.GetFileNameWithoutExtension(file)) : PathOf(lesson);
            Assert.True(File.Exists(target), $"{lesson} links to {file}, which does not exist");
            Assert.True(anchor.Length == 0 || File.ReadAllText(target).Contains($"<a id=\\\"{anchor}\\\">", StringComparison.Ordinal), $"{lesson} links to #{anchor} in {target}, which does not exist");
        }
    }

    [GeneratedRegex(@"\]\((?<file>[\w-]+\.ipynb)?(#(?<anchor>[\w-]+))?\)")]
    private static partial Regex Link();
}
