using System.Text;
using GanNotebooks.Charts;
using GanNotebooks.Data;
using Plotly.NET;

namespace GanNotebooks.Visualizers;

/// <summary>Charts as files.</summary>
public static class ChartFile
{
    /// <summary>Writes a chart to a file: a picture as <c>.svg</c>, plotly's schema as <c>.json</c>.</summary>
    /// <param name="chart">Any chart of Plotly.NET.</param>
    /// <param name="path">The file; it is replaced completely or not at all. Missing folders are made.</param>
    /// <exception cref="ArgumentException">The name does not end in .svg or .json.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(this GenericChart chart, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var extension = Path.GetExtension(path);
        var text = extension.ToUpperInvariant() switch
        {
            ".SVG" => chart.ToSvg(),
            ".JSON" => GenericChart.toFigureJson(chart),
            _ => throw new ArgumentException($"A chart is saved as .svg or .json, not \"{extension}\": rename {Path.GetFileName(path)}.", nameof(path)),
        };
        AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)));
    }
}
