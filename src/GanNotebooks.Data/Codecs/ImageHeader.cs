namespace GanNotebooks.Data;

/// <summary>What a picture's file says of it before its pixels.</summary>
/// <param name="Width">Pixels a row, as stored.</param>
/// <param name="Height">Rows, as stored.</param>
/// <param name="IsGrey">Whether it has no colours.</param>
internal readonly record struct ImageHeader(int Width, int Height, bool IsGrey);
