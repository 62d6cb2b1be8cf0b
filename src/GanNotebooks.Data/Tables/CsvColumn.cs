namespace GanNotebooks.Data;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Values">A number a row; for words, the word's position among <paramref name="Words"/>.</param>
/// <param name="Words">The different words in the order of their first appearance; null in a column of numbers.</param>
public sealed record CsvColumn(string Name, IReadOnlyList<double> Values, IReadOnlyList<string>? Words);
