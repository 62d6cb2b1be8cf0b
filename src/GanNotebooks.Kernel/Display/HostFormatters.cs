using System.Collections.Concurrent;

namespace GanNotebooks.Kernel.Display;

/// <summary>Lets a program that hosts the kernel show types of libraries that the kernel does not know. Types are given by their names, so nothing is loaded before one of them is shown.</summary>
public static class HostFormatters
{
    private static readonly ConcurrentDictionary<string, Func<IReadOnlyList<object>>> ByTypeName = new();

    /// <summary>Registers formatters for a type, and the types derived from it, in every later session; a notebook may still register its own.</summary>
    /// <param name="typeName">The full name, such as <c>Plotly.NET.GenericChart</c>.</param>
    /// <param name="formatters">Creates the formatters, the richest first: objects with a string <c>MimeType</c> and a <c>bool Format(object, TextWriter)</c>.</param>
    public static void Offer(string typeName, Func<IReadOnlyList<object>> formatters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(typeName);
        ArgumentNullException.ThrowIfNull(formatters);
        ByTypeName[typeName] = formatters;
    }

    internal static TypeFormatters? For(Type type) => type.FullName is { } name && ByTypeName.TryGetValue(name, out var formatters)
        ? TypeFormatters.From(formatters(), []) : null;
}
