using System.Collections;
using System.Data;

namespace GanNotebooks.Kernel.Display;

/// <summary>Shows one object that has no formatter of its own.</summary>
/// <param name="value">The object; a collection is read once.</param>
/// <param name="limit">How many of its items are shown.</param>
internal sealed class FallbackFormatter(object value, int limit)
{
    /// <summary>The MIME type of tables.</summary>
    public const string Html = "text/html";

    /// <summary>How many items of a collection are shown by default.</summary>
    public const int ShownItems = 20;

    private const int ShortLength = 200;

    private readonly Lazy<Listing?> items = new(() => value is IEnumerable all and not string ? Listing.Of(all, limit) : null);
    private readonly Lazy<ObjectTable?> members = new(() => ObjectTable.OfMembers(value));

    /// <summary>The object as content of a MIME type, or null when there is nothing better than its text.</summary>
    public string? Format(string mimeType) => (value, mimeType) switch
    {
        (_, MimeBundle.PlainText) => Text(),
        (HtmlContent html, Html) => html.ToString(),
        (_, Html) => Table()?.ToHtml(),
        (string content, _) => content,
        _ => null,
    };

    /// <summary>The object as text of one or a few lines.</summary>
    public string Text() => value switch
    {
        _ when Scalars.IsScalar(value) => Scalars.Text(value),
        Task task => Text(task),
        Exception exception => Text(exception),
        _ when items.Value is { IsOfScalars: true } list && !IsTable => list.ToString(),
        _ when Members.IsPlainData(value.GetType()) => AsString(value),
        _ => Table()?.ToText() ?? AsString(value),
    };

    /// <summary>The text of one table cell or list element.</summary>
    public static string Short(object? value)
    {
        var text = value switch
        {
            _ when Scalars.IsScalar(value) => Scalars.Text(value),
            IEnumerable items => Listing.Of(items, ShownItems) is { IsOfScalars: true } list ? list.ToString() : TypeName.Of(value.GetType()),
            _ => AsString(value!),
        };
        return text.Length <= ShortLength ? text : string.Concat(text.AsSpan(0, ShortLength), "…");
    }

    private bool IsTable => value is IDictionary or Array { Rank: 2 };

    private ObjectTable? Table() => value switch
    {
        HtmlContent or Task or Exception => null,
        _ when Scalars.IsScalar(value) => null,
        DataTable data => ObjectTable.Of(data, limit),
        DataView view => ObjectTable.Of(view.ToTable(), limit),
        Array { Rank: 2 } matrix => ObjectTable.OfMatrix(matrix, limit),
        _ when items.Value is { } list => list.IsOfScalars && !IsTable ? null : ObjectTable.OfItems(value.GetType(), list),
        _ => Members.AreAllOf(value.GetType()) ? members.Value : null,
    };

    // Only the result of a finished task: waiting for another one could take long. The framework's own kinds of tasks are shown as plain tasks.
    private static string Text(Task task)
    {
        var type = task.GetType();
        while (!type.IsVisible || type.GenericTypeArguments is [{ IsVisible: false }])
        {
            type = type.BaseType!;
        }
        var result = task.IsCompletedSuccessfully && type.IsGenericType
            ? $", {Short(type.GetProperty(nameof(Task<>.Result))!.GetValue(task))}"
            : string.Empty;
        return $"{TypeName.Of(type)} ({task.Status}{result})";
    }

    private static string Text(Exception exception)
    {
        var text = $"{TypeName.Of(exception.GetType())}: {exception.Message}";
        return exception.InnerException is { } inner ? $"{text}\ncaused by {Text(inner)}" : text;
    }

    private static string AsString(object value)
    {
        try
        {
            return value.ToString() ?? string.Empty;
        }
        catch (Exception e)   // any class's ToString may throw
        {
            return $"{TypeName.Of(value.GetType())}.ToString() failed: {Failure.Text(e)}";
        }
    }
}
