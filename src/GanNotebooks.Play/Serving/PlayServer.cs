using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanNotebooks.Play;

/// <summary>The playground: a web server for this machine alone, whose pages train GANs on the plane and show the pictures of a trained generator.</summary>
public sealed class PlayServer : IAsyncDisposable
{
    private const int MostTabs = 8, LongestRequest = 8192, LongestLine = 4096;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly WebApplication application;
    private readonly PictureBook pictures;
    private int tabs;

    private PlayServer(int port, PictureBook pictures)
    {
        this.pictures = pictures;
        var builder = WebApplication.CreateEmptyBuilder(new());      // reads no files and no variables
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, port);
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 0;
            server.Limits.MaxRequestLineSize = LongestLine;
            server.Limits.MaxRequestHeadersTotalSize = LongestRequest;
            server.Limits.MaxConcurrentConnections = 100;
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
        application = builder.Build();
        var door = new Door();
        Token = door.Token;
        application.Use(next => context => door.EnterAsync(context, next));
        application.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(15) });
        application.UseRouting();
        application.MapGet("/plane/settings", context => context.Response.WriteAsJsonAsync(new { settings = PlaneSettings.All, examples = PlaneSettings.Examples, cells = PlaneView.Cells, points = PlaneView.Points }, Json.Options, context.RequestAborted));
        application.MapGet("/plane/socket", PlayAsync);
        pictures.Map(application);
        application.MapFallback("{*path}", Page.AnswerAsync);
    }

    /// <summary>The token with which every path begins.</summary>
    internal string Token { get; }

    /// <summary>The address to open, including the token, without which requests are refused.</summary>
    public Uri Address => new($"{application.Urls.Single()}/{Token}/");

    /// <summary>Loads the checkpoint and starts.</summary>
    /// <param name="checkpoint">The checkpoint whose generator makes the pictures, or a folder of them: then the newest.</param>
    /// <param name="port">1 to 65,535, or 0 for a free one.</param>
    /// <exception cref="IOException">The port is taken, or the checkpoint is not there.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or has no recipe of its networks.</exception>
    public static async Task<PlayServer> StartAsync(string checkpoint, int port = 0)
    {
        var server = new PlayServer(port, PictureBook.Open(checkpoint));
        try
        {
            await server.application.StartAsync().ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends all trainings and the server.</summary>
    public Task StopAsync() => application.StopAsync();

    /// <summary>Stops the server, if it has not stopped, and frees everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync().ConfigureAwait(false);
        pictures.Dispose();
    }

    private async Task PlayAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest) throw new PlayException("Expected a WebSocket.");
        if (context.Request.Headers.Origin.Count == 0) throw new PlayException("Expected an Origin: the page's own.");
        try
        {
            if (Interlocked.Increment(ref tabs) > MostTabs)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
            using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
            using var session = new PlaneSession(socket);
            await session.RunAsync(application.Lifetime.ApplicationStopping).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref tabs);
        }
    }
}
