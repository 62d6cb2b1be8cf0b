namespace GanNotebooks.Visualizers;

/// <summary>How a logarithmic axis is cut.</summary>
/// <param name="Decades">Powers of ten from tick to tick; 0 for the finer cuts that <paramref name="Name"/> names.</param>
/// <param name="Name">In plotly's words: "D2" for 1, 2 and 5 times each power of ten, "L0.1" for equal steps of 0.1.</param>
internal sealed record LogStep(int Decades, string Name);
