namespace GanNotebooks.Charts;

/// <summary>How an axis is drawn; a colour that is null is not drawn.</summary>
internal sealed record AxisLook
{
    public string? Grid { get; init; }

    public string? Line { get; init; }

    public string? Zero { get; init; }

    public string? Ticks { get; init; }

    public bool Labelled { get; init; } = true;

    public Font Label { get; init; } = new(KitStyle.TickFontSize, KitStyle.FaintInk);

    /// <summary>Pixels between the labels and the axis' name.</summary>
    public double Standoff { get; init; } = 6;

    public Font Title { get; init; } = new(KitStyle.FontSize, KitStyle.Ink);
}
