using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GanNotebooks.Play;

/// <summary>Accepts only requests whose path begins with the token, that name this machine as host and, if they name an origin, come from the server's own pages. Other sites in the same browser are refused.</summary>
internal sealed class Door
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self' ws://127.0.0.1:* ws://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private readonly byte[] token;

    /// <summary>Creates a token.</summary>
    public Door()
    {
        Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        token = Encoding.ASCII.GetBytes(Token);
    }

    /// <summary>The token, 128 random bits.</summary>
    public string Token { get; }

    /// <summary>Checks a request; refused requests and mistakes are answered here.</summary>
    public async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"], headers.CacheControl) = (Policy, "nosniff", "no-referrer", "no-store");
        try
        {
            if (Refusal(context) is var (status, why))
            {
                await AnswerAsync(context, status, why).ConfigureAwait(false);
                return;
            }
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
                await AnswerAsync(context, context.Response.StatusCode, $"{ReasonPhrases.GetReasonPhrase(context.Response.StatusCode)}: there is nothing here by this path.").ConfigureAwait(false);
        }
        catch (PlayException mistake)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, mistake.Message).ConfigureAwait(false);
        }
    }

    private (int Status, string Why)? Refusal(HttpContext context)
    {
        var request = context.Request;
        var port = context.Connection.LocalPort;
        if (!IsOurs(request.Host.Value, port)) return (StatusCodes.Status400BadRequest, $"Host: expected 127.0.0.1:{port} or localhost:{port}.");
        if (request.Headers.Origin is { Count: > 0 } origins && !origins.All(origin => origin?.StartsWith("http://", StringComparison.Ordinal) == true && IsOurs(origin[7..], port)))
            return (StatusCodes.Status403Forbidden, "Origin: only this server's own pages may ask.");
        var path = request.Path.Value ?? "";
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        if (end < 0 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(path[1..end]), token))
            return (StatusCodes.Status403Forbidden, "The token is missing or wrong: open the whole address that gan play printed.");
        if (!HttpMethods.IsGet(request.Method)) return (StatusCodes.Status405MethodNotAllowed, $"{request.Method}: expected GET.");
        (request.PathBase, request.Path) = (path[..end], path[end..]);
        return null;
    }

    private static bool IsOurs(string? host, int port) => host == $"127.0.0.1:{port}" || host == $"localhost:{port}";

    private static Task AnswerAsync(HttpContext context, int status, string error)
    {
        if (context.Response.HasStarted) return Task.CompletedTask;
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error }, Json.Options, context.RequestAborted);
    }
}
