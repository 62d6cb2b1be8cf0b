namespace GanNotebooks.Charts;

/// <summary>An identifier that no other figure on a page has, unless it is the same figure.</summary>
/// <param name="Name">Its name inside the figure: letters, digits and hyphens.</param>
internal readonly record struct SvgId(string Name);
