using Microsoft.AspNetCore.Http;

namespace GanNotebooks.Play;

/// <summary>The page's files, which are embedded in this program: nothing is read from the disk.</summary>
internal static class Page
{
    private const string First = "index.html";

    private static readonly Dictionary<string, byte[]> files = typeof(Page).Assembly.GetManifestResourceNames().ToDictionary(name => name, Read);

    /// <summary>Answers with a file, or with 404 if there is none at this path.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        var name = context.Request.Path.Value is { Length: > 1 } path ? path[1..] : First;
        if (!files.TryGetValue(name, out var content))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        context.Response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        };
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
