using System.Numerics;

namespace GanNotebooks.Data;

/// <summary>A point of the ink's centre line.</summary>
/// <param name="At">Its position; y grows downwards.</param>
/// <param name="Pressure">The pen's width here, relative to its mean width; about 0.7 to 1.3.</param>
/// <param name="StartsStroke">Whether the pen was lifted before this point.</param>
internal readonly record struct InkPoint(Vector2 At, float Pressure, bool StartsStroke);
