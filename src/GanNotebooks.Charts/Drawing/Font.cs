namespace GanNotebooks.Charts;

/// <summary>A size in pixels and a colour.</summary>
internal readonly record struct Font(double Size, string Color)
{
    /// <summary>Writes the font's attributes, except for those that the whole document has.</summary>
    public void Write(SvgCanvas svg)
    {
        if (Size != KitStyle.FontSize) svg.Write($" font-size=\"{Size}\"");
        if (Color != KitStyle.Ink) svg.Write($" fill=\"{Color}\"");
    }
}
