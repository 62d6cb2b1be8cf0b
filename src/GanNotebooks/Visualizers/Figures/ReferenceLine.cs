namespace GanNotebooks.Visualizers;

/// <summary>A dashed line across the plot area.</summary>
/// <param name="Horizontal">Along the x axis, else along the y axis.</param>
/// <param name="Value">Where it crosses the other axis.</param>
/// <param name="Label">Its text; may be empty.</param>
internal sealed record ReferenceLine(bool Horizontal, double Value, string Label);
