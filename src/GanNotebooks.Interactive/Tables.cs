using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using GanNotebooks.Trainers;
using Microsoft.DotNet.Interactive.Formatting;

namespace GanNotebooks.Interactive;

/// <summary>Shows as tables, like the kit's kernel, values that .NET Interactive would show as trees to open row by row.</summary>
internal static class Tables
{
    private const string Html = "text/html", Text = "text/plain";
    private const int MostRows = 100;
    private static ITypeFormatter[]? before;

    /// <summary>Registers the formatters, for all later cells.</summary>
    public static void Show()
    {
        before ??= [.. Formatter.RegisteredFormatters(true).Where(formatter => formatter.MimeType == Html)];      // without the ones registered below
        Formatter.Register<TrainingHistory>(history => $"{history}", Text);
        Formatter.SetPreferredMimeTypesFor(typeof(TrainingHistory), Text);
        Formatter.Register<IEnumerable<object>>((rows, context) => FormatRows(rows, context) || FormatAsBefore(rows, context), Html);
    }

    /// <summary>Formats rows of one type, anonymous or declared in a cell, as a table with a column for each member.</summary>
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

    /// <summary>Whether a type is declared in a cell: Roslyn puts such types into a class of the cell.</summary>
    private static bool IsOfACell(Type type) => type.DeclaringType?.Name.StartsWith("Submission#", StringComparison.Ordinal) == true;

    /// <summary>Formats all other sequences as .NET Interactive does: its formatters for one type come before that for any object.</summary>
    private static bool FormatAsBefore(object rows, FormatContext context) => before!.First(formatter => formatter.Type.IsInstanceOfType(rows)).Format(rows, context);
}
