namespace GanNotebooks.Visualizers;

/// <summary>What the user asked of an axis.</summary>
/// <param name="Label">The text beside it; may be empty.</param>
/// <param name="Range">The values at its ends; null to fit the data.</param>
/// <param name="Log">Whether it is logarithmic.</param>
internal sealed record Axis(string Label, Extent? Range = null, bool Log = false);
