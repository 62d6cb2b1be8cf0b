using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace GanNotebooks.Kernel.Display;

/// <summary>Objects as rows and their properties as columns.</summary>
internal sealed class ObjectTable
{
    private const int ShownRows = 20;
    private const int ShownColumns = 20;
    private const string ValueColumn = "value";

    private readonly List<string> columns = [];
    private readonly List<Dictionary<string, string>> rows = [];
    private readonly string title;
    private string? more;

    private ObjectTable(string title) => this.title = title;

    /// <summary>One row an item; of dictionaries one row a key.</summary>
    public static ObjectTable OfItems(IEnumerable items)
    {
        var table = new ObjectTable(TypeName.Of(items.GetType()));
        var shown = items.Cast<object?>().Take(ShownRows + 1).ToList();
        foreach (var item in shown.Take(ShownRows))
        {
            table.AddRow(Fields(item));
        }
        if (shown.Count > ShownRows)
        {
            table.more = items is ICollection { Count: var count }
                ? string.Create(CultureInfo.InvariantCulture, $"{count - ShownRows:N0} more rows")
                : "more rows";
        }
        return table;
    }

    /// <summary>One row a property.</summary>
    public static ObjectTable? OfProperties(object value)
    {
        var table = new ObjectTable(TypeName.Of(value.GetType()));
        foreach (var (name, content) in Properties(value))
        {
            table.AddRow([("property", name), (ValueColumn, content)]);
        }
        return table.rows.Count == 0 ? null : table;
    }

    /// <summary>An HTML table; everything in it is escaped.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<table><thead><tr>");
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
                html.Append("<td>").Append(WebUtility.HtmlEncode(row.GetValueOrDefault(column, string.Empty))).Append("</td>");
            }
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        return more is null ? html.ToString() : html.Append("<p><i>… ").Append(more).Append("</i></p>").ToString();
    }

    /// <summary>One line a row: Name { A = 1, B = 2 }.</summary>
    public string ToText()
    {
        var lines = rows.Select(row => "  " + string.Join(", ", columns.Where(row.ContainsKey).Select(column => $"{column} = {row[column]}")));
        return string.Join('\n', lines.Prepend(title).Concat(more is null ? [] : [$"  … {more}"]));
    }

    private void AddRow(IEnumerable<(string Name, string Content)> fields)
    {
        var row = new Dictionary<string, string>();
        foreach (var (name, content) in fields)
        {
            if (!columns.Contains(name))
            {
                if (columns.Count == ShownColumns)
                {
                    continue;
                }
                columns.Add(name);
            }
            row[name] = content;
        }
        rows.Add(row);
    }

    private static IEnumerable<(string Name, string Content)> Fields(object? item)
    {
        if (item is IDictionary dictionary)
        {
            return dictionary.Cast<DictionaryEntry>().Select(entry => (FallbackFormatter.Short(entry.Key), FallbackFormatter.Short(entry.Value)));
        }
        if (item is IEnumerable || FallbackFormatter.IsScalar(item))
        {
            return [(ValueColumn, FallbackFormatter.Short(item))];
        }
        var properties = Properties(item!).ToList();
        return properties.Count > 0 ? properties : [(ValueColumn, FallbackFormatter.Short(item))];
    }

    private static IEnumerable<(string Name, string Content)> Properties(object value)
    {
        var type = value.GetType();
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => (property.Name, Read(() => property.GetValue(value))));
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public)   // tuples and scripts' own structures
            .Select(field => (field.Name, Read(() => field.GetValue(value))));
        return properties.Concat(fields).Take(ShownColumns);
    }

    private static string Read(Func<object?> property)
    {
        try
        {
            return FallbackFormatter.Short(property());
        }
        catch (Exception e)   // a getter may throw anything
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            return $"{cause.GetType().Name}: {cause.Message}";
        }
    }
}
