using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GanNotebooks.Cli.Tests;

/// <summary>Who may know whom, and how large things may be.</summary>
public partial class HouseTests
{
    private const int MostLines = 250;

    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["GanNotebooks.Runtime"] = [],
        ["GanNotebooks.Charts"] = [],
        ["GanNotebooks.Kernel"] = [],
        ["GanNotebooks.Data"] = ["GanNotebooks.Runtime"],
        ["GanNotebooks"] = ["GanNotebooks.Charts", "GanNotebooks.Data", "GanNotebooks.Runtime"],
        ["GanNotebooks.Applications"] = ["GanNotebooks"],
        ["GanNotebooks.Diagrams"] = ["GanNotebooks", "GanNotebooks.Charts"],
        ["GanNotebooks.Lessons"] = ["GanNotebooks.Applications"],
        ["GanNotebooks.Interactive"] = ["GanNotebooks", "GanNotebooks.Applications", "GanNotebooks.Diagrams", "GanNotebooks.Lessons"],
        ["GanNotebooks.Onnx"] = ["GanNotebooks.Applications"],
        ["GanNotebooks.Play"] = ["GanNotebooks.Applications"],
        ["GanNotebooks.Sample"] = [],
        ["GanNotebooks.Site"] = ["GanNotebooks.Kernel"],
        ["GanNotebooks.Cli"] = ["GanNotebooks", "GanNotebooks.Applications", "GanNotebooks.Diagrams", "GanNotebooks.Interactive", "GanNotebooks.Kernel", "GanNotebooks.Lessons", "GanNotebooks.Onnx", "GanNotebooks.Play", "GanNotebooks.Site"],
    };

    // Parts of the library and the projects on top of it, and what each may know of the library. Charts, Data and Runtime are projects of their own.
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["GanNotebooks/Models"] = [],
        ["GanNotebooks/Checkpoints"] = ["Data", "Models"],
        ["GanNotebooks/Metrics"] = ["Checkpoints", "Data", "Models", "Runtime"],
        ["GanNotebooks/Trainers"] = ["Checkpoints", "Data", "Models", "Runtime"],
        ["GanNotebooks/Visualizers"] = ["Charts", "Data", "Models", "Runtime", "Trainers"],
        ["GanNotebooks.Applications"] = ["Checkpoints", "Models", "Runtime", "Trainers"],
        ["GanNotebooks.Diagrams"] = ["Charts", "Data", "Models", "Runtime"],
        ["GanNotebooks.Lessons"] = ["Applications", "Charts", "Data", "Runtime", "Trainers"],
    };

    private static string Source => Path.Combine(ProjectFolders.Find().Root, "src");

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);

    [Fact]
    public void Projects_know_only_those_below_them()
    {
        Assert.Equal(Projects.Keys.Order(StringComparer.Ordinal), Directory.GetDirectories(Source).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
        foreach (var (project, known) in Projects)
        {
            var references = XDocument.Load(Path.Combine(Source, project, $"{project}.csproj")).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
            Assert.Empty(references.Except(known));
        }
    }

    [Fact]
    public void Parts_of_the_library_know_only_those_below_them()
    {
        foreach (var (part, known) in Parts)
            foreach (var file in Files(Path.Combine(Source, part)))
            {
                var others = Used().Matches(File.ReadAllText(file)).Select(used => used.Groups["part"].Value).Distinct().Where(used => used != part.Split('/', '.')[1]).Except(known).ToArray();
                Assert.True(others is [], $"{file} uses {string.Join(", ", others)}");
            }
    }

    /// <summary>A notebook may begin with any of them. Charts know no tensors.</summary>
    [Fact]
    public void Every_library_that_notebooks_refer_to_prepares_libtorch_when_it_is_first_used()
    {
        var referred = XDocument.Load(Path.Combine(Source, "GanNotebooks.Interactive", "GanNotebooks.Interactive.csproj")).Descendants("LessonReference").SelectMany(reference => ((string)reference.Attribute("Include")!).Split(';'));
        var libraries = referred.Where(Projects.ContainsKey).Except(["GanNotebooks.Charts"]).ToArray();
        Assert.Contains("GanNotebooks.Lessons", libraries);
        Assert.All(libraries, library => Assert.NotNull(Assembly.Load(library).GetType("GanNotebooks.Startup")!.GetMethod("Prepare", BindingFlags.Static | BindingFlags.NonPublic)!.GetCustomAttribute<ModuleInitializerAttribute>()));
    }

    [Fact]
    public void Files_are_short_and_no_folder_holds_just_one()
    {
        Assert.DoesNotContain(Files(Source), file => File.ReadLines(file).Count() > MostLines);
        Assert.DoesNotContain(Directory.EnumerateDirectories(Source, "*", SearchOption.AllDirectories), folder => Directory.GetFileSystemEntries(folder).Length == 1);
    }

    [Fact]
    public void Every_type_of_a_library_has_a_name_of_its_own()
    {
        var declared = Files(Source)
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(type => (Name: type.Groups["name"].Value, Partial: type.Groups["partial"].Success)))
            .GroupBy(type => type.Name).Where(group => group.Count(type => !type.Partial) + (group.Any(type => type.Partial) ? 1 : 0) > 1)
            .Select(group => group.Key).Except(["TypeFormatterSourceAttribute", "AtomicFile"]);       // kernels go by the first's name; the kernel shares no code
        Assert.Equal([], declared);
    }

    [GeneratedRegex(@"^(using|namespace) (static )?GanNotebooks\.(?<part>\w+)", RegexOptions.Multiline)]
    private static partial Regex Used();

    [GeneratedRegex(@"^(public|internal) (sealed |static |abstract |readonly |(?<partial>partial ))*(class|record struct|record|struct|interface|enum) (?<name>\w+)\b(?!<)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
