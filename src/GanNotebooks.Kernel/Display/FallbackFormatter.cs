using System.Collections;
using System.Globalization;

namespace GanNotebooks.Kernel.Display;

/// <summary>How objects are shown that have no formatter of their own.</summary>
internal static class FallbackFormatter
{
    /// <summary>The MIME type of tables.</summary>
    public const string Html = "text/html";

    private const int ShownScalars = 20;

    /// <summary>The object as content of a MIME type, or null when there is nothing better than its text.</summary>
    public static string? Format(object value, string mimeType) => (value, mimeType) switch
    {
        (_, MimeBundle.PlainText) => Text(value),
        (HtmlContent html, Html) => html.ToString(),
        (_, Html) => TableOf(value)?.ToHtml(),
        (string content, _) => content,
        _ => null,
    };

    /// <summary>The object on one line or a few.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        _ when IsScalar(value) => Scalar(value),
        Task task => $"{TypeName.Of(task.GetType())} ({task.Status})",   // reading its Result could wait for ever
        IEnumerable items when IsListOfScalars(items) => ScalarList(items),
        _ => TableOf(value)?.ToText() ?? AsString(value),
    };

    /// <summary>One table cell's or list element's text; short.</summary>
    public static string Short(object? value)
    {
        var text = value switch
        {
            null => "null",
            IEnumerable items and not string => IsListOfScalars(items) ? ScalarList(items) : TypeName.Of(value.GetType()),
            _ => IsScalar(value) ? Scalar(value) : AsString(value),
        };
        return text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 200), "…");
    }

    /// <summary>Whether an object is one value rather than a structure.</summary>
    public static bool IsScalar(object? value) =>
        value is null or string or IFormattable or bool or char or Type or Uri or Version || value.GetType().IsPrimitive;

    private static string Scalar(object value) =>
        value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? string.Empty;

    private static ObjectTable? TableOf(object value) => value switch
    {
        HtmlContent or Task => null,
        _ when IsScalar(value) => null,
        IEnumerable items => IsListOfScalars(items) ? null : ObjectTable.OfItems(items),
        _ => OverridesToString(value.GetType()) ? null : ObjectTable.OfProperties(value),
    };

    private static string AsString(object value)
    {
        try
        {
            return value.ToString() ?? string.Empty;
        }
        catch (Exception e)   // anybody's ToString
        {
            return $"{TypeName.Of(value.GetType())}.ToString() failed: {e.GetType().Name}: {e.Message}";
        }
    }

    private static bool IsListOfScalars(IEnumerable items) =>
        items is not IDictionary && items.Cast<object?>().Take(ShownScalars).All(IsScalar);

    private static string ScalarList(IEnumerable items)
    {
        var shown = items.Cast<object?>().Take(ShownScalars + 1).Select(item => item is null ? "null" : Scalar(item)).ToList();
        if (shown.Count <= ShownScalars)
        {
            return shown.Count == 0 ? "[]" : $"[ {string.Join(", ", shown)} ]";
        }
        shown.RemoveAt(ShownScalars);
        var more = items is ICollection { Count: var count }
            ? string.Create(CultureInfo.InvariantCulture, $"… ({count - ShownScalars:N0} more)")
            : "…";
        return $"[ {string.Join(", ", shown)}, {more} ]";
    }

    private static bool OverridesToString(Type type)
    {
        var owner = type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType;
        return owner != typeof(object) && owner != typeof(ValueType);
    }
}
