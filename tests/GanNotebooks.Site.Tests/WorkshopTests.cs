using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Site.Workshop;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanNotebooks.Site.Tests;

/// <summary>The workshop made of the lessons as they lie in the repository.</summary>
public sealed partial class WorkshopTests(WorkshopTests.WholeWorkshop workshop) : IClassFixture<WorkshopTests.WholeWorkshop>
{
    // Exercises with many answers, or whose solution is no code.
    private static readonly string[] Open = ["00 answerB", "07 healed", "08 others", "09 best"];

    [Fact]
    public void Every_blank_with_a_solution_is_filled_and_those_without_one_are_named()
    {
        Assert.Equal(Open, workshop.Lessons.SelectMany(lesson => lesson.Open.Select(blank => $"{lesson.Name[..2]} {blank}")));
        foreach (var lesson in workshop.Lessons)
        {
            var blanks = workshop.Committed(lesson.Name).CodeCells.SelectMany(cell => Blank().Matches(cell.Source).Select(blank => blank.Groups["name"].Value)).ToList();
            Assert.Equal(blanks.Order(StringComparer.Ordinal), lesson.Filled.Concat(lesson.Open).Order(StringComparer.Ordinal));
        }
        Assert.Equal(48, workshop.Lessons.Sum(lesson => lesson.Filled.Count));
    }

    [Fact]
    public void Filled_cells_are_CSharp_and_hold_the_solution_and_other_cells_are_as_they_were()
    {
        foreach (var lesson in workshop.Lessons)
        {
            var committed = workshop.Committed(lesson.Name).Cells.ToDictionary(cell => cell.Id);
            var filled = workshop.Edition("teacher", lesson.Name).CodeCells.Where(cell => cell.Source != committed[cell.Id].Source).ToList();
            Assert.All(filled, cell => Assert.Empty(CSharpSyntaxTree.ParseText(cell.Source, new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script)).GetDiagnostics()));
            Assert.All(filled, cell => Assert.Empty(cell.Outputs));
            foreach (var name in lesson.Filled) Assert.Contains(filled, cell => Regex.IsMatch(cell.Source, $@"\b{name} = (?!null)"));
        }
        var ring = workshop.Edition("teacher", "01-vanilla-gan").CodeCells.Single(cell => cell.Id == "answer-4").Source;
        Assert.Contains("    public torch.Tensor NextBatch(int count) =>\n        torch.where(", ring, StringComparison.Ordinal);
        Assert.Contains("public long[] SampleShape => [2];", ring, StringComparison.Ordinal);
    }

    [Fact]
    public void Teachers_see_a_note_in_each_lesson_and_the_expected_figures()
    {
        foreach (var lesson in workshop.Lessons)
        {
            var teacher = workshop.Edition("teacher", lesson.Name);
            Assert.Contains("\n\n> **For the teacher.** ", teacher.Cells[0].Source, StringComparison.Ordinal);
            Assert.DoesNotContain("<!--", teacher.Cells[0].Source, StringComparison.Ordinal);
            Assert.True(teacher.CodeCells.Count(cell => cell.Outputs.Count > 0) > 5, lesson.Name);
        }
    }

    [Fact]
    public void Learners_get_hints_and_the_quiz_but_no_solution_no_note_and_no_output()
    {
        foreach (var lesson in workshop.Lessons)
        {
            var learner = workshop.Edition("learner", lesson.Name);
            var text = string.Join('\n', learner.Cells.Select(cell => cell.Source));
            Assert.DoesNotContain("<summary>Solution", text, StringComparison.Ordinal);
            Assert.DoesNotContain("teacher:", text, StringComparison.Ordinal);
            Assert.Equal(Regex.Count(string.Join('\n', workshop.Committed(lesson.Name).Cells.Select(cell => cell.Source)), "<summary>(Hint|Answer)"), Regex.Count(text, "<summary>(Hint|Answer)"));
            Assert.DoesNotContain(learner.CodeCells, cell => cell.Outputs.Count > 0 || cell.ExecutionCount is not null || string.IsNullOrWhiteSpace(cell.Source));
            Assert.Equal(workshop.Committed(lesson.Name).CodeCells.Select(cell => cell.Source), learner.CodeCells.Select(cell => cell.Source));
            Assert.Null(learner.Metadata["gan_run"]);
        }
        Assert.Contains("<summary>Hint 1</summary>", File.ReadAllText(Path.Combine(workshop.Folder, "learner", "02-dcgan.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public void Relative_links_lead_to_files_and_the_set_up_finds_the_build()
    {
        foreach (var edition in (string[])["learner", "teacher"])
        {
            var folder = Path.Combine(workshop.Folder, edition);
            var texts = workshop.Lessons.SelectMany(lesson => workshop.Edition(edition, lesson.Name).Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source));
            foreach (Match link in texts.SelectMany(text => Link().Matches(text))) Assert.True(File.Exists(Path.Combine(folder, link.Groups["url"].Value)), link.Value);
            var loaded = Regex.Match(File.ReadAllText(Path.Combine(folder, "setup.csx")), "#load \"(.*)\"").Groups[1].Value;
            Assert.Equal(Path.Combine(workshop.Root, "artifacts", "made-by-gan-setup.csx"), Path.GetFullPath(loaded, folder));
            Assert.True(Path.IsPathRooted(loaded));     // this folder is outside the project
        }
        var guide = File.ReadAllText(Path.Combine(workshop.Folder, "guide.html"));
        foreach (Match link in Href().Matches(guide)) Assert.True(File.Exists(Path.GetFullPath(link.Groups["url"].Value, workshop.Folder)), link.Value);
        Assert.Contains("href=\"slides/01.html\"", guide, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_a_slide_for_the_title_and_for_each_section_and_nothing_is_fetched()
    {
        foreach (var lesson in workshop.Lessons)
        {
            var sections = workshop.Committed(lesson.Name).Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => cell.Source.Split('\n')).Count(line => line.StartsWith("## ", StringComparison.Ordinal));
            var page = File.ReadAllText(Path.Combine(workshop.Folder, "slides", lesson.Name[..2] + ".html"));
            Assert.Equal(sections + 1, lesson.Slides);
            Assert.Equal(lesson.Slides, Regex.Count(page, "<section class=\"slide"));
            Assert.DoesNotMatch(@"\s(href|src)=""(?!data:|#)|@import|url\((?!#)", page);
            Assert.DoesNotMatch("teacher:|<summary>|class=\"(katex|formula)-error", page);
            Assert.Contains("<div class=\"picture\">", page[..page.IndexOf("<h2", StringComparison.Ordinal)], StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^[\w<>?(), .\[\]]+ (?<name>\w+) = null;", RegexOptions.Multiline)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\]\((?<url>(?![a-z]+:|#)[^)\s#]+\.\w+)|src=""(?<url>(?!data:)[^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"href=""(?<url>(?![a-z]+:|#)[^""#]+)")]
    private static partial Regex Href();

    public sealed class WholeWorkshop : IDisposable
    {
        private readonly string scratch = Directory.CreateTempSubdirectory("gan-workshop-").FullName;

        public WholeWorkshop()
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "GanNotebooks.sln"))) root = root.Parent!;
            Root = root.FullName;
            Folder = Path.Combine(scratch, "workshop");
            Lessons = WorkshopEdition.Write(Root, [.. Directory.GetFiles(Path.Combine(Root, "notebooks"), "??-*.ipynb").Order(StringComparer.Ordinal)], Folder);
        }

        public string Root { get; }

        public string Folder { get; }

        public IReadOnlyList<WorkshopLesson> Lessons { get; }

        public Notebook Committed(string name) => Notebook.Load(Path.Combine(Root, "notebooks", name + ".ipynb"));

        public Notebook Edition(string edition, string name) => Notebook.Load(Path.Combine(Folder, edition, name + ".ipynb"));

        public void Dispose() => Directory.Delete(scratch, recursive: true);
    }
}
