namespace GanNotebooks.Visualizers;

/// <summary>A file of this library's own source, to read in a lesson: the code that runs, never a copy of it.</summary>
[TypeFormatterSource(typeof(SourceListingFormatterSource), PreferredMimeTypes = ["text/markdown", "text/plain"])]
public sealed class SourceListing
{
    private SourceListing(string file, string code) => (File, Code) = (file, code);

    /// <summary>The file, such as <c>Trainers/AdversarialTrainer.Step.cs</c>.</summary>
    public string File { get; }

    /// <summary>Its text, without the lines that say where it belongs.</summary>
    public string Code { get; }

    /// <summary>Finds a source file of the library.</summary>
    /// <param name="file">Folder and name, such as <c>Trainers/AdversarialTrainer.Step.cs</c>.</param>
    /// <exception cref="FileNotFoundException">The library has no such file.</exception>
    public static SourceListing Of(string file)
    {
        using var stream = typeof(SourceListing).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"The library has no source file {file}. Name it with its folder, such as Models/MlpGenerator.cs.", file);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var body = lines.SkipWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal) || line.StartsWith("namespace ", StringComparison.Ordinal));
        return new SourceListing(file, string.Join('\n', body));
    }

    /// <inheritdoc/>
    public override string ToString() => $"// {File}\n{Code}";
}
