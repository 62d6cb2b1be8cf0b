namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>A heading of the page.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Id">Its anchor; unique in the page.</param>
/// <param name="Html">Its text, with formulas and code.</param>
internal sealed record Heading(int Level, string Id, string Html);
