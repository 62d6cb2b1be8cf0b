using System.Net;

namespace GanNotebooks.Visualizers;

/// <summary>Offers an animation to notebook kernels: as a picture, as a picture in a page, and in words.</summary>
internal sealed class AnimationFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Animation>("image/gif", animation => Convert.ToBase64String(animation.Gif.Span)),
        new MimeFormatter<Animation>("text/html", animation =>
            $"<img alt=\"{WebUtility.HtmlEncode(animation.Summary)}\" width=\"{animation.Width}\" style=\"image-rendering:pixelated\" src=\"data:image/gif;base64,{Convert.ToBase64String(animation.Gif.Span)}\">"),
        new MimeFormatter<Animation>("text/plain", animation => animation.Summary),
    ];
}
