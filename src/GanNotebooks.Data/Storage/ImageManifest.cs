using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanNotebooks.Data.Storage;

/// <summary>The description of a cached set, beside its arrays.</summary>
internal sealed record ImageManifest(int Count, int Channels, int Height, int Width, bool HasLabels, IReadOnlyList<string>? ClassNames, IReadOnlyList<AttributeColumn>? Attributes, string? Warning)
{
    /// <summary>The manifest's file.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The images, an IDX file (N, C, H, W).</summary>
    public const string ImagesName = "images-idx4-ubyte";

    /// <summary>The labels, an IDX file (N).</summary>
    public const string LabelsName = "labels-idx1-ubyte";

    /// <summary>The attributes, an IDX file (N, A).</summary>
    public const string AttributesName = "attributes-idx2-ubyte";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Bytes of one image.</summary>
    public int ImageBytes => Channels * Height * Width;

    /// <summary>The header of the images' file.</summary>
    public byte[] ImagesHeader => IdxHeader.Of(Count, Channels, Height, Width);

    /// <summary>Reads the manifest of a cached set; null when there is none, or its files do not have the sizes that it states.</summary>
    public static ImageManifest? Read(string folder)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<ImageManifest>(File.ReadAllText(Path.Combine(folder, FileName)), Format);
            return manifest is not null && manifest.Fits(folder) ? manifest : null;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Writes the manifest.</summary>
    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Format));

    private bool Fits(string folder) =>
        Has(folder, ImagesName, ImagesHeader.Length + (long)Count * ImageBytes)
        && (!HasLabels || Has(folder, LabelsName, 8L + Count))
        && (Attributes is null || Has(folder, AttributesName, 12 + (long)Count * Attributes.Count));

    private static bool Has(string folder, string name, long bytes) => new FileInfo(Path.Combine(folder, name)) is { Exists: true } file && file.Length == bytes;
}
