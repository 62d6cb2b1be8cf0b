using System.Text.RegularExpressions;

namespace GanNotebooks.Cli.Tests;

/// <summary>Everything above the two stacks is one source: only the files named here may know which one it is built on.</summary>
public partial class TwoStacksTests
{
    private static readonly string[] MayKnow =
    [
        "Directory.Build.props", "Directory.Packages.props",
        "src/GanNotebooks/GanNotebooks.csproj",
        "src/GanNotebooks/Visualizers/Codecs/ImageSharpCodec.cs",
        "src/GanNotebooks/Visualizers/Codecs/SystemCodec.cs", "src/GanNotebooks/Visualizers/Codecs/SystemCodec.Jpeg.cs",
        "src/GanNotebooks.Interactive/*",
        "src/TorchSharp.SystemLibtorch/*",
        "tests/GanNotebooks.Interactive.Tests/*",
        "tests/TorchSharp.SystemLibtorch.Tests/TorchSharp.SystemLibtorch.Tests.csproj",
        "tests/GanNotebooks.Cli.Tests/TwoStacksTests.cs",
    ];

    private static readonly string Root = ProjectFolders.Find().Root;

    private static IEnumerable<string> Sources => new[] { "src", "tests", "notebooks", "." }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", folder == "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories))
        .Where(path => Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets" or ".csx" or ".ipynb" && Path.GetFileName(path) != "Local.props")
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

    [Fact]
    public void Nothing_else_asks_which_stack_it_is_on()
    {
        var asking = Sources.Where(path => !MayKnow.Any(known => known.EndsWith('*') ? path.StartsWith(known[..^1], StringComparison.Ordinal) : path == known))
            .Where(path => OneStack().IsMatch(File.ReadAllText(Path.Combine(Root, path))));
        Assert.Empty(asking);
    }

    [Fact]
    public void The_files_named_here_do_and_are_there()
    {
        var sources = Sources.ToList();
        Assert.All(MayKnow.Where(known => !known.EndsWith('*')), known => Assert.Contains(known, sources));
        Assert.All(MayKnow[..6], known => Assert.Matches(OneStack(), File.ReadAllText(Path.Combine(Root, known))));
    }

    /// <summary>The property, conditional compilation, and what only one of the stacks has.</summary>
    [GeneratedRegex(@"GanStack|GanInteractive|TorchSharpVersion|ImageSharpVersion|^\s*#(if|elif)\b|SixLabors|Plotly\.NET|PackageReference Include=""Microsoft\.DotNet\.Interactive|using SystemCodec|new SystemCodec|libpng16|libturbojpeg\.so", RegexOptions.Multiline)]
    private static partial Regex OneStack();
}
