namespace GanNotebooks.Visualizers;

/// <summary>A picture out of its file.</summary>
/// <param name="Rgba">Red, green, blue and opacity, 0 to 255 each, row by row: 4·width·height bytes.</param>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
internal sealed record DecodedImage(byte[] Rgba, int Width, int Height);
