using System.Text.Json;

namespace GanNotebooks.Data.Downloads;

/// <summary>The real sets that can be downloaded: their addresses, sizes and checksums.</summary>
public sealed record Catalogue(IReadOnlyList<RealSet> Sets)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
    private static readonly Lazy<Catalogue> Embedded = new(ReadEmbedded);

    /// <summary>The kit's own catalogue.</summary>
    public static Catalogue BuiltIn => Embedded.Value;

    /// <summary>Reads another catalogue of the same form, such as a workshop's.</summary>
    /// <param name="path">A JSON file.</param>
    /// <exception cref="InvalidDataException">It is not of that form.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Catalogue Read(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            return Checked(JsonSerializer.Deserialize<Catalogue>(file, Format), path);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no catalogue of data sets: {e.Message} See src/GanNotebooks.Data/Downloads/catalogue.json for the form.", e);
        }
    }

    /// <summary>Finds a set by its name; null when there is none.</summary>
    public RealSet? Find(string name) => Sets.FirstOrDefault(set => set.Name == name);

    private static Catalogue ReadEmbedded()
    {
        using var resource = typeof(Catalogue).Assembly.GetManifestResourceStream("catalogue.json")!;
        return JsonSerializer.Deserialize<Catalogue>(resource, Format)!;
    }

    private static Catalogue Checked(Catalogue? catalogue, string path)
    {
        foreach (var set in catalogue?.Sets ?? throw new InvalidDataException($"{path} is no catalogue of data sets: it is empty."))
            foreach (var name in set.Files.SelectMany(file => file.Keep.Append(file.Name)).Append(set.Name))
                if (name != Path.GetFileName(name) || name is "" or "." or "..") throw new InvalidDataException($"{path}: \"{name}\" is no plain name of a file or folder.");
        return catalogue;
    }
}
