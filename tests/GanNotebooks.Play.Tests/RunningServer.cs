using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace GanNotebooks.Play.Tests;

/// <summary>A server on a free port with the shipped digits, and ways to talk to it.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private static readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    /// <summary>The checkpoint that the kit ships.</summary>
    public static string Digits { get; } = FindDigits();

    public PlayServer Server { get; private set; } = null!;

    public Uri Address => Server.Address;

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync() => Server = await PlayServer.StartAsync(Digits);

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Asks for a path after the token.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(Address + path));

    /// <summary>Sends a request as it is written.</summary>
    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a tab's socket.</summary>
    public async Task<Tab> OpenAsync(string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin ?? Origin);
        await socket.ConnectAsync(new UriBuilder(Address + "plane/socket") { Scheme = "ws" }.Uri, CancellationToken.None);
        return new Tab(socket);
    }

    /// <summary>Sends bytes that need not be a request, and takes what comes within a moment.</summary>
    public async Task SendRawAsync(byte[] bytes)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, Address.Port);
        var stream = tcp.GetStream();
        try
        {
            await stream.WriteAsync(bytes);
            tcp.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The server hung up before all was said.
        }
    }

    private static string FindDigits()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GanNotebooks.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "notebooks", "models", "digits");
    }
}

/// <summary>A tab: says wishes, hears messages and frames.</summary>
public sealed class Tab(WebSocket socket) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public WebSocket Socket => socket;

    public Task SayAsync(string wish) => SayAsync(Encoding.UTF8.GetBytes(wish), WebSocketMessageType.Text);

    public Task SayAsync(byte[] bytes, WebSocketMessageType type) => socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message; frames before it are dropped.</summary>
    public async Task<JsonElement> HearAsync(string kind)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var (type, bytes) = await NextAsync(limit.Token);
            if (type != WebSocketMessageType.Text) continue;
            var message = JsonDocument.Parse(bytes).RootElement;
            if (message.GetProperty("kind").GetString() == kind) return message;
        }
    }

    /// <summary>The next frame; messages before it are dropped.</summary>
    public async Task<float[]> SeeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var (type, bytes) = await NextAsync(limit.Token);
            if (type == WebSocketMessageType.Binary) return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        }
    }

    /// <summary>Listens until the socket is closed or cut.</summary>
    public async Task WaitForEndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            while ((await NextAsync(limit.Token)).Type != WebSocketMessageType.Close) { }
        }
        catch (WebSocketException)
        {
            // Cut.
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<(WebSocketMessageType Type, byte[] Bytes)> NextAsync(CancellationToken limit)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, limit);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return (part.MessageType, message.ToArray());
    }
}
