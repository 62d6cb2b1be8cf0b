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
    public void A_lesson_is_committed_with_the_outputs_that_a_newcomer_gets(string lesson)
    {
        var notebook = Notebook.Load(PathOf(lesson));
        Assert.True(new FileInfo(PathOf(lesson)).Length <= MaximumBytes);
        Assert.Equal(Enumerable.Range(1, notebook.CodeCells.Count()), notebook.CodeCells.Select(cell => cell.ExecutionCount ?? 0));
        Assert.DoesNotContain(notebook.CodeCells, cell => cell.Outputs.OfType<ErrorOutput>().Any());
        Assert.Null(notebook.Metadata["gan"]);
        Assert.True(RunRecord.Of(notebook) == new RunRecord("quick", "", 1), $"{lesson}: its outputs are not those of its cells with the quick budget, the lesson's own data and seed 1. `./gan run --in-place` makes them again.");
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_ends_with_five_questions_whose_answers_are_folded(string lesson)
    {
        var text = TextOf(lesson);
        var quiz = text[text.IndexOf("<a id=\"quiz\"></a>", StringComparison.Ordinal)..];
        Assert.Equal(["1", "2", "3", "4", "5"], Question().Matches(quiz).Select(question => question.Groups[1].Value));
        Assert.Contains("(#quiz)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cookbook_is_committed_with_the_outputs_of_its_recipes() =>
        Assert.Equal(new RunRecord("quick", "", 1), RunRecord.Of(Notebook.Load(ProjectFolders.Find().Cookbook)));

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
    public void Links_lead_somewhere_and_to_other_lessons_as_a_whole(string lesson)
    {
        var text = TextOf(lesson);
        foreach (Match link in Link().Matches(text))
        {
            var (file, anchor) = (link.Groups["file"].Value, link.Groups["anchor"].Value);
            if (file.Length > 0)
            {
                Assert.True(File.Exists(PathOf(Path.GetFileNameWithoutExtension(file))), $"{lesson} links to {file}, which does not exist");
                Assert.True(anchor.Length == 0, $"{lesson} links to a place inside {file} (#{anchor}), which VS Code does not open");
            }
            else
            {
                Assert.Contains($"<a id=\"{anchor}\">", text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_linked_word_says_on_hover_what_the_glossary_says(string lesson)
    {
        var glossary = Letters(TextOf("00-start-here")[TextOf("00-start-here").IndexOf("## Glossary", StringComparison.Ordinal)..]);
        foreach (Match link in GlossaryLink().Matches(TextOf(lesson)).Where(link => link.Groups["word"].Value is not "lesson 00" and not "00 · Start here"))
        {
            var (term, definition) = (link.Groups["term"].Value, link.Groups["definition"].Value);
            Assert.True(definition.Length > 0, $"{lesson}: [{link.Groups["word"].Value}] needs a title, \"Term: definition\"");
            Assert.Contains(Letters(term), glossary, StringComparison.Ordinal);
            Assert.Contains(Letters(definition), glossary, StringComparison.Ordinal);
        }
    }

    private static string TextOf(string lesson) =>
        string.Join('\n', Notebook.Load(PathOf(lesson)).Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source));

    // Without marks and formulas' signs: titles are plain text.
    private static string Letters(string text) => string.Concat(text.Replace("\\mid", string.Empty, StringComparison.Ordinal).Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\]\((?<file>[\w-]+\.ipynb)?(#(?<anchor>[\w-]+))?( ""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\*\*(\d)\.\*\* .+\n\n<details><summary>Answer</summary>\n\n.{20,}\n\n</details>", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex(@"\[(?<word>[^\]]*)\]\(00-start-here\.ipynb( ""(?<term>[^"":]*): (?<definition>[^""]*)"")?\)")]
    private static partial Regex GlossaryLink();
}
