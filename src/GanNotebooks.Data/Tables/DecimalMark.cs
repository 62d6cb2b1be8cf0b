using System.Globalization;
using System.Text.RegularExpressions;

namespace GanNotebooks.Data;

/// <summary>What stands before the decimals of a column's numbers.</summary>
internal sealed partial record DecimalMark(char? Mark)
{
    /// <summary>A point.</summary>
    public static readonly DecimalMark Point = new('.');

    /// <summary>A comma, as in much of Europe.</summary>
    public static readonly DecimalMark Comma = new(',');

    /// <summary>Whole numbers, or none.</summary>
    public static readonly DecimalMark None = new((char?)null);

    /// <summary>
    /// The mark of a column. A comma is one where all numbers are whole or have a single comma, and at least one of them cannot have it between thousands
    /// (1,5 but not 1,500).
    /// </summary>
    public static DecimalMark Of(List<string> cells)
    {
        if (cells.TrueForAll(WithComma().IsMatch)) return cells.Exists(cell => cell.Contains(',', StringComparison.Ordinal) && !Thousands().IsMatch(cell)) ? Comma : None;
        return cells.Exists(cell => cell.Contains('.', StringComparison.Ordinal) && IsFinite(cell)) ? Point : None;
    }

    /// <summary>Whether a cell is a number for people, with marks between thousands or a unit, perhaps.</summary>
    public static bool LooksLikeNumber(string cell) => ForPeople().IsMatch(cell);

    /// <summary>A cell's number; NaN if it is none.</summary>
    public double Parse(string cell) => IsFinite(cell = this == Comma ? cell.Replace(',', '.') : cell) ? double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture) : double.NaN;

    private static bool IsFinite(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    [GeneratedRegex(@"^[+-]?\d+(,\d+)?([eE][+-]?\d+)?$")]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2},\d{3}$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[+-]?[$€£]?\d{1,3}([., '\u00A0\u202F]\d{3})*([.,]\d+)?\s?[%$€£]?$")]
    private static partial Regex ForPeople();
}
