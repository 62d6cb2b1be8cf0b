using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using GanNotebooks.Trainers;
using Microsoft.DotNet.Interactive.Formatting;

namespace GanNotebooks.Interactive;

/// <summary>Values that .NET Interactive would show as trees to open row by row, shown as the kit's kernel shows them.</summary>
internal static class Tables
{
    private const string Html = "text/html", Text = "text/plain";
    private const int MostRows = 100;
    private static ITypeFormatter[]? before;

    /// <summary>From now on, in every cell.</summary>
    public static void Show()
    {
        before ??= [.. Formatter.RegisteredFormatters(true).Where(formatter => formatter.MimeType == Html)];      // without those that follow
        Formatter.Register<TrainingHistory>(history => $"{history}", Text);
        Formatter.SetPreferredMimeTypesFor(typeof(TrainingHistory), Text);
        Formatter.Register<IEnumerable<object>>((rows, context) => FormatRows(rows, context) || FormatAsBefore(rows, context), Html);
    }

    /// <summary>Rows of one type that a cell has written, anonymous or by name: a table with a column for each member.</summary>
    private static bool FormatRows(IEnumerable<object> rows, FormatContext context)
    {
        var read = rows.Take(MostRows).ToArray();
        if (read.Select(row => row?.GetType()).Distinct().ToArray() is not [{ } type] || !(IsAnonymous(type) || IsOfACell(type))) return false;
        var columns = type.GetProperties();
        context.Writer.Write("<table><thead><tr>");
        foreach (var column in columns) context.Writer.Write($"<th>{WebUtility.HtmlEncode(column.Name)}</th>");
        context.Writer.Write("</tr></thead><tbody>");
        foreach (var row in read)
        {
            var cells = columns.Select(column => $"<td>{WebUtility.HtmlEncode(Convert.ToString(column.GetValue(row), CultureInfo.InvariantCulture))}</td>");
            context.Writer.Write($"<tr>{string.Concat(cells)}</tr>");
        }
        context.Writer.Write("</tbody></table>");
        return true;
    }

    private static bool IsAnonymous(Type type) => type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    /// <summary>Roslyn puts the types of a cell into a class of the cell's own.</summary>
    private static bool IsOfACell(Type type) => type.DeclaringType?.Name.StartsWith("Submission#", StringComparison.Ordinal) == true;

    /// <summary>All other sequences, as .NET Interactive shows them: its formatters for one type come before that for any object.</summary>
    private static bool FormatAsBefore(object rows, FormatContext context) => before!.First(formatter => formatter.Type.IsInstanceOfType(rows)).Format(rows, context);
}
