using System.Collections;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.FSharp.Core;

namespace GanNotebooks.Charts;

/// <summary>A member of a chart: as its author set it, or else as in the chart's template.</summary>
internal readonly partial struct Node(params object?[] sources)
{
    private readonly object[] sources = [.. sources.OfType<object>()];

    /// <summary>The value, as Plotly.NET holds it; null if there is none.</summary>
    public object? Value => sources is [var first, ..] ? first : null;

    /// <summary>A member of the value; a text is its own member <c>text</c>, as in plotly's titles.</summary>
    public Node this[string name] => new([.. (sources ?? []).Select(source => source switch
    {
        DynamicObj.DynamicObj parts => Unwrapped(parts.Properties.GetValueOrDefault(name)),
        string when name == "text" => source,
        _ => null,
    })]);

    /// <summary>The value as plain text: without plotly's markup.</summary>
    public string? Text => TextOf(Value);

    /// <summary>The value as a number; null if it is none.</summary>
    public double? Number => Value is { } value && NumberOf(value) is var number && Extent.CanDraw(number) ? number : null;

    /// <summary>The value as a number, clamped to two bounds; null if it is none.</summary>
    public double? Within(double least, double most) => Number is { } number ? Math.Clamp(number, least, most) : null;

    /// <summary>The value as true or false; null if it is neither.</summary>
    public bool? Flag => Value as bool?;

    /// <summary>The value as a CSS colour; null if it is none, or a list of colours.</summary>
    public string? Color => Value is { } value and not (IEnumerable and not string) ? ColorOf(value) : null;

    /// <summary>Whether the value is a list.</summary>
    public bool IsList => Value is Plotly.NET.Color color ? color.Value is IEnumerable and not string : Value is IEnumerable and not string and not DynamicObj.DynamicObj;

    /// <summary>The members of a list; empty for anything else.</summary>
    public IEnumerable<object?> Items => (Value is Plotly.NET.Color color ? color.Value : Value) is IEnumerable list and not string and not DynamicObj.DynamicObj
        ? list.Cast<object?>().Select(Unwrapped) : [];

    /// <summary>The members of a list, as nodes.</summary>
    public IEnumerable<Node> Nodes => Items.Select(item => new Node(item));

    /// <summary>The members of a list as numbers; NaN for members that are none.</summary>
    public double[] Numbers => Value switch
    {
        double[] numbers => numbers,
        long[] numbers => Array.ConvertAll(numbers, number => (double)number),
        double?[] numbers => Array.ConvertAll(numbers, number => number ?? double.NaN),
        _ => [.. Items.Select(item => item is null ? double.NaN : NumberOf(item))],
    };

    /// <summary>The same member with another as fallback.</summary>
    public Node Or(Node other) => new([.. sources ?? [], .. other.sources ?? []]);

    /// <summary>The font that the value describes; what it lacks is taken from another.</summary>
    public Font FontOr(Font usual) => new(this["size"].Number ?? usual.Size, this["color"].Color ?? usual.Color);

    /// <summary>A value as plain text.</summary>
    public static string? TextOf(object? value) => value switch
    {
        null => null,
        string text when text.IndexOfAny(['<', '&']) >= 0 => WebUtility.HtmlDecode(Markup().Replace(text, match => match.Value.StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? " " : "")),
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString(time.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A value as a number; NaN if it is none.</summary>
    public static double NumberOf(object value) => value switch
    {
        double number => number,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        bool or char or DateTime => double.NaN,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => double.NaN,
    };

    /// <summary>A value as a colour in CSS.</summary>
    public static string? ColorOf(object? value) => value switch
    {
        Plotly.NET.Color color => ColorOf(color.Value),
        Plotly.NET.ARGB { A: 255 } color => FormattableString.Invariant($"#{color.R:x2}{color.G:x2}{color.B:x2}"),
        Plotly.NET.ARGB color => FormattableString.Invariant($"rgba({color.R},{color.G},{color.B},{color.A / 255.0:0.###})"),
        string color => color,
        _ => null,
    };

    // F#'s Some(value) where a value is expected.
    private static object? Unwrapped(object? value) => value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(FSharpOption<>)
        ? type.GetProperty("Value")!.GetValue(value) : value;

    [GeneratedRegex("</?(b|i|em|strong|sub|sup|span|a|br|extra)\\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
