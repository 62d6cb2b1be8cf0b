namespace GanNotebooks.Charts;

/// <summary>A result that notebooks show.</summary>
/// <typeparam name="T">The result's own type.</typeparam>
internal interface IShown<T>
    where T : class, IShown<T>
{
    /// <summary>The forms that one display sends together, the richest first.</summary>
    static abstract IReadOnlyList<MimeFormatter<T>> Forms { get; }
}

/// <summary>Tells a notebook kernel how a type is shown. Kernels find it, and the type that it names, by simple names alone, so the library needs no reference to a kernel.</summary>
/// <param name="formatterSourceType">A <see cref="FormatterSource{T}"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type whose <c>CreateTypeFormatters()</c> returns one formatter per MIME type.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types that one display sends together, the richest first.</summary>
    public string[] PreferredMimeTypes => ((IFormatterSource)Activator.CreateInstance(FormatterSourceType)!).MimeTypes;
}

/// <summary>A formatter source whose type argument is not known.</summary>
internal interface IFormatterSource
{
    /// <summary>The MIME types of its formatters.</summary>
    string[] MimeTypes { get; }

    /// <summary>One formatter per MIME type.</summary>
    IEnumerable<object> CreateTypeFormatters();
}

/// <summary>Offers the forms of a type to notebook kernels.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class FormatterSource<T> : IFormatterSource
    where T : class, IShown<T>
{
    /// <inheritdoc/>
    public string[] MimeTypes => [.. T.Forms.Select(form => form.MimeType)];

    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() => T.Forms;
}

/// <summary>Writes a value as one MIME type, in the shape that notebook kernels look for by reflection.</summary>
/// <remarks>Kernels ask for <c>Format</c> by name alone: it must stay the only public method of that name.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="mimeType">The MIME type, such as <c>image/png</c> (in base 64) or <c>text/html</c>.</param>
/// <param name="render">Converts a value to that form.</param>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string> render)
    where T : class
{
    /// <summary>The MIME type written.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value.</summary>
    /// <param name="instance">The value to show.</param>
    /// <param name="writer">Gets its text.</param>
    /// <returns>Whether it is a value of this type, and was written.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        writer.Write(render(value));
        return true;
    }
}
