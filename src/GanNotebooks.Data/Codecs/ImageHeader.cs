namespace GanNotebooks.Data;

/// <summary>A picture's size and kind, from its file's header.</summary>
/// <param name="Width">The width in pixels, as stored.</param>
/// <param name="Height">The height in pixels, as stored.</param>
/// <param name="IsGrey">Whether it has no colours.</param>
internal readonly record struct ImageHeader(int Width, int Height, bool IsGrey);
