using System.Collections.Concurrent;
using System.Globalization;

namespace GanNotebooks.Kernel.Display;

/// <summary>Turns objects into MIME bundles; there is one per session, so that a notebook's choices end with it.</summary>
public sealed class FormatterRegistry
{
    private readonly ConcurrentDictionary<(Type Type, string MimeType), Action<object, TextWriter>> registered = new();
    private readonly ConcurrentDictionary<Type, string[]> preferred = new();
    private readonly ConcurrentDictionary<Type, TypeFormatters?> conventions = new();

    /// <summary>The richest MIME type that objects without a formatter of their own are shown in; text/html at first.</summary>
    public string DefaultMimeType { get; set; } = FallbackFormatter.Html;

    /// <summary>How many items of a collection are shown; 20 at first.</summary>
    public int ListExpansionLimit { get; set; } = FallbackFormatter.ShownItems;

    /// <summary>The bundle that shows an object. Never throws: a formatter's error is shown in its place.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeTypes">Only these; empty: all that the object prefers, and text/plain.</param>
    public MimeBundle Format(object? value, params IReadOnlyList<string> mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(mimeTypes);
        var bundle = new MimeBundle();
        if (value is null)
        {
            bundle.Add(MimeBundle.PlainText, "null");
            return bundle;
        }
        var failures = new List<string>();
        var fallback = new FallbackFormatter(value, ListExpansionLimit);
        foreach (var mimeType in mimeTypes.Count > 0 ? mimeTypes : MimeTypesOf(value.GetType(), failures))
        {
            if (FormatAs(value, mimeType, fallback, failures) is { } content)
            {
                bundle.Add(mimeType, content);
            }
        }
        if (failures.Count > 0 || bundle.Entries.Count == 0)
        {
            bundle.Add(MimeBundle.PlainText, string.Join('\n', failures.Prepend(bundle[MimeBundle.PlainText] ?? fallback.Text())));
        }
        return bundle;
    }

    internal void Register(Type type, Action<object, TextWriter> formatter, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        registered[(type, mimeType)] = formatter;
    }

    internal void Prefer(Type type, string[] mimeTypes)
    {
        if (mimeTypes.Length == 0)
        {
            preferred.TryRemove(type, out _);
        }
        else
        {
            preferred[type] = mimeTypes;
        }
    }

    internal void Clear()
    {
        registered.Clear();
        preferred.Clear();
        DefaultMimeType = FallbackFormatter.Html;
        ListExpansionLimit = FallbackFormatter.ShownItems;
    }

    private List<string> MimeTypesOf(Type type, List<string> failures)
    {
        var types = new List<string>();
        if (Lineage(type).Select(preferred.GetValueOrDefault).FirstOrDefault(found => found is not null) is { } chosen)
        {
            types.AddRange(chosen);
        }
        else
        {
            types.AddRange(Lineage(type).SelectMany(RegisteredFor));
            if (Convention(type, failures) is { } convention)
            {
                types.AddRange(convention.PreferredMimeTypes.Count > 0 ? convention.PreferredMimeTypes : convention.ByMimeType.Keys);
            }
            if (types.Count == 0)
            {
                types.Add(DefaultMimeType);
            }
        }
        types.RemoveAll(mimeType => mimeType == MimeBundle.PlainText);
        return [.. types.Distinct(), MimeBundle.PlainText];
    }

    private string? FormatAs(object value, string mimeType, FallbackFormatter fallback, List<string> failures)
    {
        try
        {
            var writer = new StringWriter(CultureInfo.InvariantCulture);
            if (Lineage(value.GetType()).Select(type => registered.GetValueOrDefault((type, mimeType))).FirstOrDefault(f => f is not null) is { } own)
            {
                own(value, writer);
                return writer.ToString();
            }
            if (Convention(value.GetType(), failures)?.ByMimeType.GetValueOrDefault(mimeType) is { } offered && offered(value, writer))
            {
                return writer.ToString();
            }
            return fallback.Format(mimeType);
        }
        catch (Exception e)   // a formatter may be anyone's code: its error is shown and the cell continues
        {
            failures.Add($"The {mimeType} formatter of {TypeName.Of(value.GetType())} failed: {Failure.Text(e)}");
            return null;
        }
    }

    private TypeFormatters? Convention(Type type, List<string> failures)
    {
        try
        {
            return conventions.GetOrAdd(type, TypeFormatters.Of);
        }
        catch (Exception e)   // a source that cannot be created
        {
            conventions[type] = null;
            failures.Add($"The formatters of {TypeName.Of(type)} could not be made: {(e.InnerException ?? e).Message}");
            return null;
        }
    }

    private IEnumerable<string> RegisteredFor(Type type) => registered.Keys.Where(key => key.Type == type).Select(key => key.MimeType);

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            yield return at;
        }
        foreach (var contract in type.GetInterfaces())
        {
            yield return contract;
        }
        yield return typeof(object);
    }
}
