namespace GanNotebooks.Visualizers;

/// <summary>
/// Tells a notebook kernel who formats a type. Kernels find it by its simple name, so that the library needs no reference to any of them.
/// </summary>
/// <param name="formatterSourceType">A type with a public parameterless constructor and a public <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type whose <c>CreateTypeFormatters()</c> returns one formatter a MIME type.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types that one display sends together, the richest first.</summary>
    public string[] PreferredMimeTypes { get; init; } = ["text/plain"];
}
