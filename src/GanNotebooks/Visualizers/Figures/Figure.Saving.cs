using System.Text;

namespace GanNotebooks.Visualizers;

public sealed partial class Figure
{
    /// <summary>Writes the figure to a file: a picture as <c>.svg</c>, plotly's schema as <c>.json</c>.</summary>
    /// <param name="path">The file; it is replaced whole or not at all. Missing folders are made.</param>
    /// <exception cref="ArgumentException">The name ends in neither.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var extension = Path.GetExtension(path);
        var text = extension.ToUpperInvariant() switch
        {
            ".SVG" => ToSvg(),
            ".JSON" => ToPlotlyJson(),
            _ => throw new ArgumentException($"A figure is saved as .svg or .json, not \"{extension}\": rename {Path.GetFileName(path)}.", nameof(path)),
        };
        AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)));
    }
}
