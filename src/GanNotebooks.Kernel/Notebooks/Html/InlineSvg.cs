using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>Puts SVG pictures into a page so that two of them cannot disturb each other.</summary>
/// <remarks>
/// They are inline, with unique ids, so that their text can be selected. A picture with a style sheet, a script or foreign content could
/// affect the rest of the page, so it becomes an &lt;img&gt; instead.
/// </remarks>
internal static partial class InlineSvg
{
    private static readonly string[] ReachesOut = ["style", "script", "foreignObject", "image"];

    /// <summary>HTML that shows the picture.</summary>
    /// <param name="svg">An SVG document.</param>
    /// <param name="number">A number that is unique in the page.</param>
    /// <param name="alt">What it shows, for readers who cannot see it.</param>
    public static string ToHtml(string svg, int number, string alt)
    {
        if (Parse(svg) is not { } root || root.DescendantsAndSelf().Any(element => ReachesOut.Contains(element.Name.LocalName)
            || element.Attributes().Any(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal))))
        {
            return $"<img alt=\"{WebUtility.HtmlEncode(alt)}\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\">";
        }
        var prefix = string.Create(CultureInfo.InvariantCulture, $"svg{number}-");
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            attribute.Value = attribute.Name.LocalName switch
            {
                "id" => prefix + attribute.Value,
                "href" when attribute.Value.StartsWith('#') => "#" + prefix + attribute.Value[1..],
                "aria-labelledby" or "aria-describedby" => string.Join(' ', attribute.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => prefix + id)),
                _ => UrlReference().Replace(attribute.Value, $"$1{prefix}"),
            };
        }
        if (root.Attribute("role") is null)
        {
            root.SetAttributeValue("role", "img");
            root.SetAttributeValue("aria-label", alt);
        }
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement? Parse(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            return root.Name.LocalName == "svg" ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(url\(\s*['""]?#)")]
    private static partial Regex UrlReference();
}
