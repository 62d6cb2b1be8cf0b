using System.Reflection;
using System.Text.RegularExpressions;
using GanNotebooks.Applications;
using GanNotebooks.Charts;
using GanNotebooks.Trainers;

namespace GanNotebooks.Lessons;

/// <summary>A file of this library's own source, to read in a lesson: the code that runs, never a copy of it.</summary>
[TypeFormatterSource(typeof(FormatterSource<SourceListing>))]
public sealed partial class SourceListing : IShown<SourceListing>
{
    // Both embed their sources as resources, by folder and name.
    private static readonly Assembly[] Libraries = [typeof(AdversarialTrainer).Assembly, typeof(GanModel).Assembly];

    private SourceListing(string file, string code) => (File, Code) = (file, code);

    /// <summary>The file, such as <c>Trainers/AdversarialTrainer.Step.cs</c>.</summary>
    public string File { get; }

    /// <summary>Its text, without usings and namespace.</summary>
    public string Code { get; }

    /// <summary>Finds a source file of the library, or some members of it.</summary>
    /// <param name="file">Folder and name, such as <c>Trainers/AdversarialTrainer.Step.cs</c>.</param>
    /// <param name="members">The methods to show, by name and in this order, with their documentation; none for the whole file.</param>
    /// <exception cref="FileNotFoundException">The library has no such file.</exception>
    /// <exception cref="ArgumentException">The file has no such member.</exception>
    public static SourceListing Of(string file, params string[] members)
    {
        var body = Lines(file).SkipWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal) || line.StartsWith("namespace ", StringComparison.Ordinal)).ToArray();
        return new SourceListing(file, members.Length == 0 ? string.Join('\n', body) : string.Join("\n\n", members.Select(member => Block(body, MemberStart(), member, indent: "    ") ?? throw new ArgumentException($"{file} has no method {member} to show.", nameof(members)))));
    }

    /// <summary>Finds the source of one type of the library, with its documentation.</summary>
    /// <typeparam name="T">A model, a loss, a penalty, a trainer or a metric.</typeparam>
    /// <exception cref="FileNotFoundException">The library has no source of that type.</exception>
    public static SourceListing Of<T>()
    {
        foreach (var file in Libraries.SelectMany(library => library.GetManifestResourceNames()).Where(name => name.EndsWith(".cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (Block(Lines(file), Declaration(), typeof(T).Name, indent: "") is { } block) return new SourceListing(file, block);
        }
        throw new FileNotFoundException($"The library has no source of {typeof(T).Name} to show: it shows models, trainers and metrics.");
    }

    /// <summary>A type or a method with its documentation, from its start to its brace or semicolon; null if it is not there.</summary>
    private static string? Block(string[] lines, Regex start, string name, string indent)
    {
        var at = Array.FindIndex(lines, line => start.Match(line) is { Success: true } found && found.Groups["name"].Value == name);
        if (at < 0) return null;
        var first = at;
        while (first > 0 && (lines[first - 1].StartsWith($"{indent}///", StringComparison.Ordinal) || lines[first - 1].StartsWith($"{indent}[", StringComparison.Ordinal))) first--;
        var opening = Array.FindIndex(lines, at, line => line == $"{indent}{{" || line.EndsWith(';'));
        var end = lines[opening].EndsWith(';') ? opening : Array.FindIndex(lines, opening, line => line == $"{indent}}}");
        return string.Join('\n', lines[first..(end + 1)].Select(line => line.Length == 0 ? line : line[indent.Length..]));
    }

    private static string[] Lines(string file)
    {
        using var stream = Libraries.Select(library => library.GetManifestResourceStream(file)).FirstOrDefault(found => found is not null)
            ?? throw new FileNotFoundException($"The library has no source file {file}. Name it with its folder, such as Models/MlpGenerator.cs.", file);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd().Split('\n');
    }

    [GeneratedRegex(@"^public .*\b(class|record|struct|interface) (?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^    (public|private|protected|internal) .*?\b(?<name>\w+)\(")]
    private static partial Regex MemberStart();

    /// <inheritdoc/>
    public override string ToString() => $"// {File}\n{Code}";

    static IReadOnlyList<MimeFormatter<SourceListing>> IShown<SourceListing>.Forms =>
    [
        new("text/markdown", listing => $"```csharp\n// {listing.File}\n{listing.Code}\n```"),
        new("text/plain", listing => listing.ToString()),
    ];
}
