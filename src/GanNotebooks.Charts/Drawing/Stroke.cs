namespace GanNotebooks.Charts;

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Dash">plotly's name of a pattern, or lengths such as 5px,4px; solid when null.</param>
internal sealed record Stroke(string Color, double Width, string? Dash = null)
{
    private string Dashes => Dash switch
    {
        null or "" or "solid" => "",
        "dot" => "1.5 3",
        "dash" => "9 6",
        "longdash" => "15 8",
        "dashdot" => "9 4 2 4",
        "longdashdot" => "15 5 2 5",
        _ => Dash.Replace("px", "", StringComparison.Ordinal).Replace(',', ' '),
    };

    /// <summary>Writes the line's attributes.</summary>
    public void Write(SvgCanvas svg)
    {
        svg.Write($" stroke=\"{Color}\" stroke-width=\"{Width}\"");
        if (Dashes is { Length: > 0 } dashes) svg.Write($" stroke-dasharray=\"{dashes}\"");
    }
}
