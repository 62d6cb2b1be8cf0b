namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Names the class that creates the formatters of a type.</summary>
/// <remarks>
/// Any attribute of this simple name is honoured, whatever its namespace or assembly, so that a library needs no reference to a kernel.
/// The source has a public parameterless constructor and a method CreateTypeFormatters() returning objects with
/// `string MimeType` and `bool Format(object, TextWriter)`.
/// </remarks>
/// <param name="formatterSourceType">The class that creates the formatters.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that creates the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types to show, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
