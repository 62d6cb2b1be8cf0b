using System.Collections.Concurrent;

namespace GanNotebooks.Kernel.Display;

/// <summary>How a program that hosts the kernel shows types of libraries that the kernel does not know. Types go by their names: nothing is loaded before one of them is shown.</summary>
public static class HostFormatters
{
    private static readonly ConcurrentDictionary<string, Func<IReadOnlyList<object>>> ByTypeName = new();

    /// <summary>Shows a type, and the types derived from it, from now on in every session; a notebook may still register formatters of its own.</summary>
    /// <param name="typeName">The full name, such as <c>Plotly.NET.GenericChart</c>.</param>
    /// <param name="formatters">Makes the formatters, the richest first: objects with a string <c>MimeType</c> and a <c>bool Format(object, TextWriter)</c>.</param>
    public static void Offer(string typeName, Func<IReadOnlyList<object>> formatters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(typeName);
        ArgumentNullException.ThrowIfNull(formatters);
        ByTypeName[typeName] = formatters;
    }

    internal static TypeFormatters? For(Type type) => type.FullName is { } name && ByTypeName.TryGetValue(name, out var formatters)
        ? TypeFormatters.From(formatters(), []) : null;
}
