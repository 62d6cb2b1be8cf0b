using GanNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Sets how types are shown in this notebook, until the kernel restarts.</summary>
public static class Formatter
{
    /// <summary>The MIME type of a formatter registered without one.</summary>
    public const string PlainTextMimeType = MimeBundle.PlainText;

    /// <summary>The richest MIME type that objects without a formatter of their own are shown in.</summary>
    public static string DefaultMimeType
    {
        get => Registry.DefaultMimeType;
        set => Registry.DefaultMimeType = value;
    }

    /// <summary>How many items of a collection are shown; 20 at first.</summary>
    public static int ListExpansionLimit
    {
        get => Registry.ListExpansionLimit;
        set => Registry.ListExpansionLimit = value;
    }

    private static FormatterRegistry Registry => KernelInvocationContext.Require().Formatters;

    /// <summary>Shows objects of a type, and of the types derived from it, through a function.</summary>
    /// <typeparam name="T">A class, structure or interface.</typeparam>
    /// <param name="formatter">Object → content of the MIME type.</param>
    /// <param name="mimeType">For example text/html.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void Register<T>(Func<T, string> formatter, string mimeType = PlainTextMimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => writer.Write(formatter((T)value)), mimeType);
    }

    /// <summary>Shows objects of a type, and of the types derived from it, through an action that writes the content.</summary>
    /// <typeparam name="T">A class, structure or interface.</typeparam>
    /// <param name="formatter">Writes the content of the MIME type.</param>
    /// <param name="mimeType">For example text/html.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = PlainTextMimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => formatter((T)value, writer), mimeType);
    }

    /// <summary>Shows objects of a type, and of the types derived from it, through an action that writes the content.</summary>
    /// <param name="type">A class, structure or interface.</param>
    /// <param name="formatter">Writes the content of the MIME type.</param>
    /// <param name="mimeType">For example text/html.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = PlainTextMimeType) =>
        Registry.Register(type, formatter, mimeType);

    /// <summary>Sets which MIME types of a type are shown, best first.</summary>
    /// <param name="type">A class, structure or interface.</param>
    /// <param name="preferredMimeTypes">None: the type's own choice again.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes) =>
        Registry.Prefer(type, preferredMimeTypes);

    /// <summary>Removes every formatter and preference of this notebook.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void ResetToDefault() => Registry.Clear();

    /// <summary>The text that would be shown for an object.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeType">For example text/html.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static string ToDisplayString(this object? value, string mimeType = PlainTextMimeType)
    {
        var bundle = Registry.Format(value, [mimeType]);
        return bundle[mimeType] ?? bundle[MimeBundle.PlainText] ?? string.Empty;
    }
}
