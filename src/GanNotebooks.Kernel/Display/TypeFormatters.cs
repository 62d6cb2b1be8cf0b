using System.Collections;
using System.Reflection;

namespace GanNotebooks.Kernel.Display;

/// <summary>The formatters that a type offers by the convention of TypeFormatterSourceAttribute.</summary>
/// <param name="PreferredMimeTypes">Best first; empty when the type does not say.</param>
/// <param name="ByMimeType">MIME type → writes the content, or returns false when it cannot.</param>
internal sealed record TypeFormatters(
    IReadOnlyList<string> PreferredMimeTypes,
    IReadOnlyDictionary<string, Func<object, TextWriter, bool>> ByMimeType)
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The nearest formatters of a type: its own, its base types', its interfaces'; null when none has any.</summary>
    public static TypeFormatters? Of(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if ((HostFormatters.For(at) ?? DeclaredOn(at)) is { } found)
            {
                return found;
            }
        }
        return type.GetInterfaces().Select(DeclaredOn).FirstOrDefault(found => found is not null);
    }

    /// <summary>Creates formatters from objects with a MimeType and a Format(object, TextWriter).</summary>
    public static TypeFormatters From(IEnumerable formatters, IReadOnlyList<string> preferredMimeTypes)
    {
        var byMimeType = new Dictionary<string, Func<object, TextWriter, bool>>();
        foreach (var formatter in formatters)
        {
            if (Read(formatter, "MimeType") is string mimeType
                && Method(formatter.GetType(), "Format", typeof(object), typeof(TextWriter)) is { } format)
            {
                byMimeType.TryAdd(mimeType, (value, writer) => format.Invoke(formatter, [value, writer]) is not false);
            }
        }
        return new TypeFormatters(preferredMimeTypes, byMimeType);
    }

    private static TypeFormatters? DeclaredOn(Type type)
    {
        var attribute = type.GetCustomAttributes(inherit: false).FirstOrDefault(a => a.GetType().Name == AttributeName);
        if (attribute is null || Read(attribute, "FormatterSourceType") is not Type sourceType)
        {
            return null;
        }
        var source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var create = Method(sourceType, "CreateTypeFormatters") ?? throw new InvalidOperationException(
            $"{sourceType.Name}, the formatter source of {type.Name}, has no method CreateTypeFormatters(): add one that returns the formatters.");
        var preferred = (Read(attribute, "PreferredMimeTypes") as IEnumerable<string>)?.ToArray() ?? [];
        return From((IEnumerable)create.Invoke(source, null)!, preferred);
    }

    private static object? Read(object target, string property) =>
        new[] { target.GetType() }.Concat(target.GetType().GetInterfaces())   // explicit implementations are visible on the interface only
            .Select(type => type.GetProperty(property, Instance))
            .FirstOrDefault(found => found is not null)?
            .GetValue(target);

    private static MethodInfo? Method(Type type, string name, params Type[] parameters) =>
        new[] { type }.Concat(type.GetInterfaces())
            .Select(owner => owner.GetMethod(name, Instance, parameters))
            .FirstOrDefault(found => found is not null);
}
