namespace GanNotebooks.Kernel.Tests.Display.Foreign;

[AttributeUsage(AttributeTargets.All)]
internal sealed class TypeFormatterSourceAttribute(Type source) : Attribute
{
    public Type FormatterSourceType { get; } = source;

    public string[] PreferredMimeTypes { get; set; } = [];
}

[TypeFormatterSource(typeof(PictureFormatters), PreferredMimeTypes = ["image/png"])]
internal class Picture;

internal sealed class SpecialPicture : Picture;

[TypeFormatterSource(typeof(PictureFormatters), PreferredMimeTypes = ["image/png"])]
internal interface IPicture;

internal sealed class Implements : IPicture;

/// <summary>Nothing on it says how it is shown.</summary>
internal class Unknown;

internal sealed class DerivedUnknown : Unknown;

internal sealed class PictureFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
        [new Fixed("text/plain", "a picture"), new Fixed("text/html", "<pic>"), new Fixed("image/png", "aGk=")];

    private sealed class Fixed(string mimeType, string content)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(content);
            return true;
        }
    }
}
