using System.Collections;
using System.Data;
using System.Globalization;
using System.Net;
using System.Text;

namespace GanNotebooks.Kernel.Display;

/// <summary>Objects as rows and their members as columns.</summary>
/// <param name="title">The type's name.</param>
/// <param name="more">How many rows are left out, for example "1,500 more"; null when none are.</param>
internal sealed class ObjectTable(string title, string? more = null)
{
    private const int NestedLevels = 2;
    private const int NestedRows = 10;
    private const string MemberColumn = "property";
    private const string ValueColumn = "value";

    private readonly List<string> columns = [];
    private readonly List<Dictionary<string, object?>> rows = [];

    /// <summary>One row per item.</summary>
    public static ObjectTable OfItems(Type type, Listing items)
    {
        var table = new ObjectTable(TypeName.Of(type), items.More);
        foreach (var item in items.Items)
        {
            table.AddRow(Fields(item));
        }
        return table;
    }

    /// <summary>One row per property; null for an object that has none.</summary>
    public static ObjectTable? OfMembers(object value)
    {
        var table = new ObjectTable(TypeName.Of(value.GetType()));
        foreach (var (name, content) in Members.Of(value))
        {
            table.AddRow([(MemberColumn, name), (ValueColumn, content)]);
        }
        return table.rows.Count == 0 ? null : table;
    }

    /// <summary>A data table, with its column names.</summary>
    public static ObjectTable Of(DataTable data, int limit)
    {
        var items = Listing.Of(data.Rows, limit);
        var table = new ObjectTable(data.TableName.Length > 0 ? data.TableName : nameof(DataTable), items.More);
        foreach (DataRow row in items.Items.Cast<DataRow>())
        {
            table.AddRow(data.Columns.Cast<DataColumn>().Select(column => (column.ColumnName, row[column] is DBNull ? null : row[column])));
        }
        return table;
    }

    /// <summary>A two-dimensional array, with numbered columns.</summary>
    public static ObjectTable OfMatrix(Array matrix, int limit)
    {
        var (height, width) = (matrix.GetLength(0), matrix.GetLength(1));
        var table = new ObjectTable(
            string.Create(CultureInfo.InvariantCulture, $"{TypeName.Of(matrix.GetType().GetElementType()!)}[{height},{width}]"),
            height > limit ? string.Create(CultureInfo.InvariantCulture, $"{height - limit:N0} more") : null);
        for (var y = 0; y < Math.Min(height, limit); y++)
        {
            var row = y;
            table.AddRow(Enumerable.Range(0, width).Select(x => (x.ToString(CultureInfo.InvariantCulture), matrix.GetValue(row, x))));
        }
        return table;
    }

    /// <summary>An HTML table; everything in it is escaped. Values with items or members of their own open on a click.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        Write(html, NestedLevels);
        return html.ToString();
    }

    /// <summary>One line per row: A = 1, B = 2; or one line per property: A = 1.</summary>
    public string ToText()
    {
        var lines = rows.Select(row => row.TryGetValue(MemberColumn, out var member)
            ? $"  {member} = {FallbackFormatter.Short(row[ValueColumn])}"
            : "  " + string.Join(", ", columns.Where(row.ContainsKey).Select(column => $"{column} = {FallbackFormatter.Short(row[column])}")));
        return string.Join('\n', lines.Prepend(title).Concat(more is null ? [] : [$"  … {more} rows"]));
    }

    private void Write(StringBuilder html, int levels)
    {
        html.Append("<table><thead><tr>");
        foreach (var column in columns)
        {
            html.Append("<th>").Append(WebUtility.HtmlEncode(column)).Append("</th>");
        }
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var column in columns)
            {
                html.Append("<td>");
                WriteCell(html, row.GetValueOrDefault(column, string.Empty), levels);
                html.Append("</td>");
            }
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        _ = more is null ? html : html.Append("<p><i>… ").Append(more).Append(" rows</i></p>");
    }

    private static void WriteCell(StringBuilder html, object? value, int levels)
    {
        if (levels == 0 || NestedTable(value) is not { } nested)
        {
            html.Append(WebUtility.HtmlEncode(FallbackFormatter.Short(value)));
            return;
        }
        html.Append("<details><summary>").Append(WebUtility.HtmlEncode(FallbackFormatter.Short(value))).Append("</summary>");
        nested.Write(html, levels - 1);
        html.Append("</details>");
    }

    // Not for other classes: their members could be slow to read, or endless.
    private static ObjectTable? NestedTable(object? value) => value switch
    {
        null or string => null,
        IEnumerable items when Listing.Of(items, NestedRows) is { IsOfScalars: false } listing => OfItems(items.GetType(), listing),
        _ when !Scalars.IsScalar(value) && Members.IsPlainData(value.GetType()) => OfMembers(value),
        _ => null,
    };

    private void AddRow(IEnumerable<(string Name, object? Content)> fields)
    {
        var row = new Dictionary<string, object?>();
        foreach (var (name, content) in fields)
        {
            if (!columns.Contains(name))
            {
                if (columns.Count == Members.Shown)
                {
                    continue;
                }
                columns.Add(name);
            }
            row[name] = content;
        }
        rows.Add(row);
    }

    private static IEnumerable<(string Name, object? Content)> Fields(object? item)
    {
        if (item is IDictionary dictionary)
        {
            return dictionary.Cast<DictionaryEntry>().Select(entry => (FallbackFormatter.Short(entry.Key), entry.Value));
        }
        if (item is IEnumerable || Scalars.IsScalar(item))
        {
            return [(ValueColumn, item)];
        }
        return Members.Of(item!).ToList() is { Count: > 0 } members ? members : [(ValueColumn, item)];
    }
}
