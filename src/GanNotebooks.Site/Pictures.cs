using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace GanNotebooks.Site;

/// <summary>Moves pictures out of pages into files, named by their contents' hashes, so that a picture that is shown twice is stored once.</summary>
internal sealed partial class Pictures(SiteFolder files)
{
    /// <summary>The HTML with links to files in place of data, and with sizes, so that the page does not move while pictures load.</summary>
    public string MoveOut(string html) => Image().Replace(html, image =>
    {
        var content = Convert.FromBase64String(WebUtility.HtmlDecode(image.Groups["data"].Value));
        var name = $"pictures/{Hash(content)}.{image.Groups["type"].Value switch { "svg+xml" => "svg", "jpeg" => "jpg", var type => type }}";
        files.Write(name, new MemoryStream(content));
        var (before, after) = (image.Groups["before"].Value, image.Groups["after"].Value);
        return $"<img{before} src=\"{name}\" loading=\"lazy\"{SizeOf(content, Width().Match(before + after).Groups["width"].Value)}{after}>";
    });

    /// <summary>The content's hash, 16 hexadecimal digits.</summary>
    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];

    // PNG has its size in its first chunk, GIF after its name, SVG in its first element.
    private static string SizeOf(byte[] content, string shownWidth)
    {
        var (width, height) = content switch
        {
            [0x89, 0x50, 0x4E, 0x47, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, ..] => (BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(20))),
            [0x47, 0x49, 0x46, 0x38, _, _, _, _, _, _, ..] => (BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(8))),
            _ when Svg().Match(Encoding.UTF8.GetString(content)) is { Success: true } svg => (Number(svg, "width"), Number(svg, "height")),
            _ => (0, 0),
        };
        if (width <= 0 || height <= 0) return string.Empty;
        return int.TryParse(shownWidth, out var shown)
            ? string.Create(CultureInfo.InvariantCulture, $" height=\"{Math.Round((double)shown * height / width)}\"")
            : string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"");
    }

    private static int Number(Match match, string name) => int.TryParse(match.Groups[name].Value, out var number) ? number : 0;

    [GeneratedRegex(@"^<svg\b[^>]*?\swidth=""(?<width>\d+)""[^>]*?\sheight=""(?<height>\d+)""")]
    private static partial Regex Svg();

    [GeneratedRegex(@"<img(?<before>\b[^>]*?) src=""data:image/(?<type>png|gif|jpeg|webp|svg\+xml);base64,(?<data>[^""]*)""(?<after>[^>]*)>")]
    private static partial Regex Image();

    [GeneratedRegex(@"\swidth=""(?<width>\d+)""")]
    private static partial Regex Width();
}
