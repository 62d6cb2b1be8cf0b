namespace GanNotebooks.Data;

/// <summary>What the samples of a PNG's pixel are, by the format's own numbers.</summary>
internal enum PngColours
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    RgbAlpha = 6,
}
