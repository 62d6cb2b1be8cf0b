using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>Pictures as data URIs, so that a page is one file.</summary>
internal static class EmbeddedPicture
{
    private const string Attachment = "attachment:";

    /// <summary>A picture's data URI; null for a picture on the network or a missing one.</summary>
    /// <param name="url">A path, an attachment: name or a data: URI.</param>
    /// <param name="folder">The folder of relative paths; null when there is none.</param>
    /// <param name="attachments">The cell's own files, or null.</param>
    public static string? DataUri(string url, string? folder, JsonObject? attachments)
    {
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return url;
        }
        if (url.StartsWith(Attachment, StringComparison.Ordinal))
        {
            var file = attachments?[Uri.UnescapeDataString(url[Attachment.Length..])] as JsonObject;
            return file?.Select(entry => $"data:{entry.Key};base64,{JupyterJson.Text(entry.Value)}").FirstOrDefault();
        }
        if (folder is null || url.Contains(':', StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }
        var path = Path.GetFullPath(Uri.UnescapeDataString(url), folder);
        return MimeTypeOf(path) is { } mimeType && File.Exists(path)
            ? $"data:{mimeType};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}"
            : null;
    }

    private static string? MimeTypeOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".SVG" => "image/svg+xml",
        ".WEBP" => "image/webp",
        _ => null,
    };
}
