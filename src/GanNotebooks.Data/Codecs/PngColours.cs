namespace GanNotebooks.Data;

/// <summary>The kinds of samples in a PNG's pixel, with the format's own numbers.</summary>
internal enum PngColours
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    RgbAlpha = 6,
}
