using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GanNotebooks.Data.Tests;

/// <summary>What a client asked for.</summary>
/// <param name="Number">The how-many-eth request this is, from 1.</param>
/// <param name="Path">The path of the address.</param>
/// <param name="From">The first byte wanted, of a resumed download; 0 for all.</param>
internal sealed record Asked(int Number, string Path, long From);

/// <summary>A web server on this machine that does exactly what a test says, mistakes included.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<Asked, Stream, Task> answer;
    private readonly CancellationTokenSource ended = new();

    public ScriptedServer(Func<Asked, Stream, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    public List<Asked> Requests { get; } = [];

    /// <summary>Sends content properly: all of it, or from where the client asks.</summary>
    public static Task Send(Asked asked, Stream to, byte[] content) => Send(asked, to, content, content.Length);

    /// <summary>Promises the content and breaks off after some bytes of it.</summary>
    public static async Task Send(Asked asked, Stream to, byte[] content, int breakOffAfter)
    {
        var rest = content.Length - asked.From;
        var status = asked.From == 0 ? "200 OK" : string.Create(CultureInfo.InvariantCulture, $"206 Partial Content\r\nContent-Range: bytes {asked.From}-{content.Length - 1}/{content.Length}");
        await Head(to, status, rest);
        await to.WriteAsync(content.AsMemory((int)asked.From, (int)Math.Min(rest, breakOffAfter)));
    }

    public static async Task Head(Stream to, string status, long length, string more = "") =>
        await to.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{more}Connection: close\r\n\r\n")));

    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(ended.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = new StringBuilder();
                var next = new byte[1];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(next) > 0) head.Append((char)next[0]);
                var lines = head.ToString().Split("\r\n");
                if (lines[0].Split(' ') is not ["GET", var path, _]) return;
                var range = Array.Find(lines, line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
                Asked asked;
                lock (Requests)
                {
                    asked = new Asked(Requests.Count + 1, path, range is null ? 0 : long.Parse(range[13..].TrimEnd('-'), CultureInfo.InvariantCulture));
                    Requests.Add(asked);
                }
                await answer(asked, stream);
            }
            catch (IOException)
            {
                // The client has gone: tests that break off do that.
            }
        }
    }
}
