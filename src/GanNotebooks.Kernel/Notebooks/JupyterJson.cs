using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Writes JSON byte for byte as Jupyter does: keys sorted, one space per level, text other than ASCII as it is.</summary>
internal static class JupyterJson
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");   // the line ends of Python's splitlines

    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(node, text, level: 0);
        return text.Append('\n').ToString();
    }

    /// <summary>A text as the list of its lines, each with its line end: how notebooks store sources and outputs.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(LineEnds);
            end = end < 0 ? text.Length : start + end + 1;
            if (end < text.Length && text[end - 1] == '\r' && text[end] == '\n')
            {
                end++;
            }
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>The text of a string or of a list of strings; null for anything else.</summary>
    public static string? Text(JsonNode? node) => node switch
    {
        JsonArray lines when lines.All(line => line?.GetValueKind() == JsonValueKind.String) => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string?)value,
        _ => null,
    };

    /// <summary>JSON in one line.</summary>
    public static string Compact(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text, level: null);
        return text.ToString();
    }

    /// <summary>Reads JSON; false when the text is not JSON.</summary>
    public static bool TryParse(string json, out JsonNode? value)
    {
        try
        {
            value = JsonText.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }

    // Without a level everything is written in one line, in its own order.
    private static void Write(JsonNode? node, StringBuilder text, int? level)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                WriteList<KeyValuePair<string, JsonNode?>>(level is null ? members : members.OrderBy(member => member.Key, StringComparer.Ordinal), '{', '}', text, level, member =>
                {
                    WriteString(member.Key, text);
                    text.Append(level is null ? ":" : ": ");
                    Write(member.Value, text, level + 1);
                });
                break;
            case JsonArray { Count: > 0 } items:
                WriteList(items, '[', ']', text, level, item => Write(item, text, level + 1));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString((string)value!, text);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<double>(out var number) && !double.IsFinite(number):
                text.Append(number.ToString(CultureInfo.InvariantCulture));   // NaN, Infinity, -Infinity
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteList<T>(IEnumerable<T> items, char open, char close, StringBuilder text, int? level, Action<T> write)
    {
        var separator = open.ToString();
        foreach (var item in items)
        {
            text.Append(separator);
            NewLine(text, level + 1);
            write(item);
            separator = ",";
        }
        NewLine(text, level);
        text.Append(close);
    }

    private static void NewLine(StringBuilder text, int? level)
    {
        if (level is { } spaces)
        {
            text.Append('\n').Append(' ', spaces);
        }
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        for (var at = 0; at < value.Length; at++)
        {
            var c = value[at];
            if (char.IsSurrogate(c))
            {
                var isPair = at + 1 < value.Length && char.IsSurrogatePair(c, value[at + 1]);
                _ = isPair ? text.Append(c).Append(value[++at]) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");   // half a surrogate pair has no UTF-8
                continue;
            }
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
