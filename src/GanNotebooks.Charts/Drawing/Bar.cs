namespace GanNotebooks.Charts;

/// <summary>One bar.</summary>
/// <param name="Place">Its middle, along the axis of the bars' positions.</param>
/// <param name="Width">Its width, along the same axis.</param>
/// <param name="Base">Where it begins, along the axis of values.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Bar(double Place, double Width, double Base, double End);
