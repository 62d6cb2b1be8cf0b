using System.Globalization;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Site.Workshop;

/// <summary>Writes the material of a workshop, from the lessons as they are: notebooks for learners and for teachers, slides, and the facilitator's guide.</summary>
public static class WorkshopEdition
{
    private const string SetUp = "setup.csx", MadeSetUp = "../artifacts/made-by-gan-setup.csx", Guide = "WORKSHOP.md";
    private static readonly string[] Companions = ["images", "models"];

    /// <summary>Writes the edition completely or not at all.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="lessons">The lessons' files in their order. Their folder also holds setup.csx, WORKSHOP.md, and the folders images and models.</param>
    /// <param name="folder">A new or empty folder, or an earlier edition, which is replaced.</param>
    /// <param name="stop">Cancels it between two lessons; nothing is written then.</param>
    /// <returns>The result for each lesson.</returns>
    /// <exception cref="IOException">The folder holds something else, or a file cannot be read or written.</exception>
    public static IReadOnlyList<WorkshopLesson> Write(string root, IReadOnlyList<string> lessons, string folder, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        var (source, target) = (Path.GetDirectoryName(lessons[0])!, Path.GetFullPath(folder));
        using var files = new SiteFolder(folder, "workshop");
        var made = new List<WorkshopLesson>();
        foreach (var path in lessons)
        {
            stop.ThrowIfCancellationRequested();
            var (name, number) = (Path.GetFileName(path), Path.GetFileName(path)[..2]);
            var learner = Notebook.Load(path);
            Editions.ForLearners(learner);
            Save("learner", name, learner);
            var teacher = Notebook.Load(path);
            var (filled, open) = Editions.ForTeachers(teacher);
            Save("teacher", name, teacher);
            var (page, slides) = Slides.Of(Notebook.Load(path), source);
            files.Write($"slides/{number}.html", page);
            made.Add(new WorkshopLesson(Path.GetFileNameWithoutExtension(path), slides, filled, open));
        }
        foreach (var edition in (string[])["learner", "teacher"]) CopyCompanions(edition);
        WriteGuide();
        stop.ThrowIfCancellationRequested();
        files.Finish();
        return made;

        void Save(string edition, string name, Notebook notebook)
        {
            foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)) cell.Source = Moved(edition, string.Empty, cell.Source);
            files.Write($"{edition}/{name}", notebook.ToJson());
        }

        void CopyCompanions(string edition)
        {
            files.Write($"{edition}/{SetUp}", File.ReadAllText(Path.Combine(source, SetUp)).Replace(MadeSetUp, Place(edition, string.Empty).PathTo(Path.GetFullPath(MadeSetUp, source)), StringComparison.Ordinal));
            foreach (var file in Companions.Select(companion => Path.Combine(source, companion)).Where(Directory.Exists).SelectMany(companion => Directory.GetFiles(companion, "*", SearchOption.AllDirectories)))
            {
                var inside = Path.GetRelativePath(source, file).Replace('\\', '/');
                if (file.EndsWith(".md", StringComparison.Ordinal)) files.Write($"{edition}/{inside}", Moved(edition, Path.GetDirectoryName(inside)!, File.ReadAllText(file)));
                else files.Write($"{edition}/{inside}", File.OpenRead(file));
            }
        }

        Relocation Place(string edition, string inside) => new(root, Path.Combine(source, inside), Path.Combine(target, edition, inside));

        // Lessons and their companion files are copied too, so links to them are kept.
        string Moved(string edition, string inside, string markdown) => Place(edition, inside).Links(markdown, url =>
        {
            var file = Path.GetFullPath(Uri.UnescapeDataString(url), Path.Combine(source, inside));
            return lessons.Contains(file) || Companions.Any(companion => file.StartsWith(Path.Combine(source, companion), StringComparison.Ordinal)) ? url : null;
        });

        void WriteGuide()
        {
            var path = Path.Combine(source, Guide);
            if (!File.Exists(path)) return;
            var text = new Relocation(root, source, target).Links(File.ReadAllText(path), url => lessons.Any(lesson => Path.GetFileName(lesson) == url) ? string.Create(CultureInfo.InvariantCulture, $"slides/{url[..2]}.html") : null);
            files.Write("guide.html", HtmlExporter.ToHtml(new Notebook { Cells = { new NotebookCell(CellKind.Markdown, "guide", text) } }, "Workshop", source));
        }
    }
}

/// <summary>The result of preparing a lesson.</summary>
/// <param name="Name">The lesson's name.</param>
/// <param name="Slides">The number of slides.</param>
/// <param name="Filled">Blanks of its exercises that the teacher's edition has filled.</param>
/// <param name="Open">Blanks without a solution, which are left open.</param>
public sealed record WorkshopLesson(string Name, int Slides, IReadOnlyList<string> Filled, IReadOnlyList<string> Open);
