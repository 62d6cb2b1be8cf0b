namespace GanNotebooks.Visualizers;

/// <summary>Writes a value as one MIME type, in the shape that notebook kernels look for by reflection.</summary>
/// <remarks>Kernels ask for <c>Format</c> by name alone: it must stay the only public method of that name.</remarks>
/// <typeparam name="T">The displayable type.</typeparam>
/// <param name="mimeType">What is written, such as <c>image/png</c> (in base 64) or <c>text/html</c>.</param>
/// <param name="render">The value in that type; null when this value has no such form.</param>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string?> render)
    where T : class
{
    /// <summary>The MIME type written.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value, or answers false so that the kernel tries another formatter.</summary>
    /// <param name="instance">The value to show.</param>
    /// <param name="writer">Where its text goes.</param>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value || render(value) is not { } text)
            return false;

        writer.Write(text);
        return true;
    }
}
