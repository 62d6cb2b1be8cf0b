using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Reads JSON as Python does, since Python writes most notebooks: the last of equal keys wins, half a surrogate pair is a character, NaN and Infinity are numbers.</summary>
/// <param name="text">JSON; a byte order mark may come first.</param>
internal sealed class JsonText(string text)
{
    private const int DeepestNesting = 2_000;   // Python's limit is half of it

    private int at;
    private int depth;

    /// <summary>Reads a text that holds one JSON value.</summary>
    /// <exception cref="JsonException">It does not; the exception has the line, from 0.</exception>
    public static JsonNode? Parse(string text) => new JsonText(text).ReadAll();

    private JsonNode? ReadAll()
    {
        at = text.StartsWith('\uFEFF') ? 1 : 0;
        var value = ReadValue();
        SkipSpace();
        return at == text.Length ? value : throw Wrong("something follows after the end of the JSON");
    }

    private JsonNode? ReadValue()
    {
        SkipSpace();
        if (at == text.Length)
        {
            throw Wrong("the text ends where a value was expected");
        }
        return text[at] switch
        {
            '{' => Nested(ReadObject),
            '[' => Nested(ReadArray),
            '"' => JsonValue.Create(ReadString()),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => Skip("true") ? JsonValue.Create(true)
                : Skip("false") ? JsonValue.Create(false)
                : Skip("null") ? null
                : Skip("NaN") ? JsonValue.Create(double.NaN)
                : Skip("Infinity") ? JsonValue.Create(double.PositiveInfinity)
                : throw Wrong($"'{text[at]}' cannot begin a value"),
        };
    }

    private JsonNode Nested(Func<JsonNode> read)
    {
        if (++depth > DeepestNesting)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"lists and objects are nested more than {DeepestNesting:N0} deep"));
        }
        at++;
        var value = read();
        depth--;
        return value;
    }

    private JsonObject ReadObject()
    {
        var members = new JsonObject();
        for (SkipSpace(); !Skip("}"); SkipSpace())
        {
            if (members.Count > 0 && !Skip(","))
            {
                throw Wrong("',' or '}' was expected");
            }
            SkipSpace();
            var key = ReadString();
            SkipSpace();
            if (!Skip(":"))
            {
                throw Wrong($"':' was expected after \"{key}\"");
            }
            members[key] = ReadValue();
        }
        return members;
    }

    private JsonArray ReadArray()
    {
        var items = new JsonArray();
        for (SkipSpace(); !Skip("]"); SkipSpace())
        {
            if (items.Count > 0 && !Skip(","))
            {
                throw Wrong("',' or ']' was expected");
            }
            items.Add(ReadValue());
        }
        return items;
    }

    private string ReadString()
    {
        if (!Skip("\""))
        {
            throw Wrong("'\"' was expected");
        }
        StringBuilder? unescaped = null;
        for (var start = at; ; start = at)
        {
            var rest = text.AsSpan(start);
            var length = rest.IndexOfAny('"', '\\');
            if (length < 0 || rest[..length].ContainsAnyInRange('\0', '\x1f'))
            {
                throw Wrong("a string does not end in its line");
            }
            at = start + length + 1;
            if (text[at - 1] == '"')
            {
                return unescaped is null ? text.Substring(start, length) : unescaped.Append(text, start, length).ToString();
            }
            (unescaped ??= new()).Append(text, start, length).Append(ReadEscaped());
        }
    }

    private char ReadEscaped()
    {
        var escaped = at < text.Length ? text[at++] : '\0';
        switch (escaped)
        {
            case '"' or '\\' or '/': return escaped;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 4 <= text.Length && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                at += 4;
                return (char)unit;
            default: throw Wrong("a backslash in a string begins no escape");
        }
    }

    private JsonValue ReadNumber()
    {
        var start = at;
        if (Skip("-") && Skip("Infinity"))
        {
            return JsonValue.Create(double.NegativeInfinity);
        }
        while (at < text.Length && text[at] is (>= '0' and <= '9') or '.' or 'e' or 'E' or '+' or '-')
        {
            at++;
        }
        try
        {
            return JsonNode.Parse(text[start..at])!.AsValue();   // keeps all digits
        }
        catch (JsonException)
        {
            throw Wrong($"{text[start..at]} is no number");
        }
    }

    private bool Skip(string expected)
    {
        var found = text.AsSpan(at).StartsWith(expected, StringComparison.Ordinal);
        at += found ? expected.Length : 0;
        return found;
    }

    private void SkipSpace()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }
    }

    private JsonException Wrong(string what)
    {
        var place = text.AsSpan(0, Math.Min(at, text.Length));
        return new JsonException($"{what}, at character {place.Length - place.LastIndexOf('\n')}.", null, place.Count('\n'), null);
    }
}
