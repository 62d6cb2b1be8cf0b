using System.Globalization;
using Spectre.Console;

namespace GanNotebooks.Benchmarks;

/// <summary>A table of figures on the terminal.</summary>
internal sealed class Report(params string[] columns)
{
    private const int Wide = 200;
    private readonly Table table = new Table().Border(TableBorder.Simple).AddColumns(columns);

    public void Add(params string[] cells) => table.AddRow(cells);

    public void Write()
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive) AnsiConsole.Profile.Width = Wide;     // a file has room
        AnsiConsole.Write(table);
    }

    /// <summary>A figure, or a dash where there is none.</summary>
    public static string Figure(double value, string format = "N2") => double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);

    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
