using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace GanNotebooks.Play.Tests;

/// <summary>10,000 requests that are none, from a fixed seed: the server answers the next good one.</summary>
public sealed class MalformedRequestTests(RunningServer running) : IClassFixture<RunningServer>
{
    private const int Paths = 3000, Queries = 3000, Streams = 1500, Messages = 2500;
    private readonly Random random = new(1);

    [Fact]
    public async Task Ten_thousand_malformed_requests_leave_the_server_as_it_was()
    {
        Assert.Equal(10_000, Paths + Queries + Streams + Messages);
        for (var i = 0; i < Paths; i++) await ExpectRefusalAsync(Escaped(Bytes(1, 80)));
        for (var i = 0; i < Queries; i++)
        {
            var (name, value) = (random.Next(3) == 0 ? Escaped(Bytes(1, 20)) : Pick("seed", "class", "count", "scale", "from", "direction1", "truncation"), random.Next(2) == 0 ? Escaped(Bytes(6, 40)) : Pick("", "NaN", "-99", "1e999", "Infinity", "1;2", "0x10", "९", "1e-400x", "9999999999999999999"));
            await ExpectRefusalAsync($"pictures/{Pick("grid.png", "walk.gif", "walk.png", "settings")}?{name}={value}");
        }
        for (var i = 0; i < Streams; i++) await running.SendRawAsync(Stream());
        await SayMessagesAsync();

        using var page = await running.GetAsync("");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var picture = await running.GetAsync("pictures/grid.png?count=1");
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        using var tab = await running.OpenAsync();
        await tab.SayAsync("setup ");
        Assert.Equal(0, (await tab.SeeAsync())[0]);
        await tab.SayAsync("step");
        Assert.Equal(1, (await tab.SeeAsync())[0]);
    }

    private async Task ExpectRefusalAsync(string path)
    {
        using var answer = await running.GetAsync(path);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{path}: {answer.StatusCode}");
        if (answer.Content.Headers.ContentLength != 0) Assert.Contains("\"error\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Wrong messages are answered; those that are too long, or not UTF-8 though they should be, end their tab alone.</summary>
    private async Task SayMessagesAsync()
    {
        for (var said = 0; said < Messages;)
        {
            using var tab = await running.OpenAsync();
            await tab.SayAsync("setup ");
            await tab.HearAsync("setup");
            for (var i = 0; i < 250; i++, said++)
            {
                var kind = random.Next(4);
                var message = kind switch
                {
                    0 => Bytes(0, 60),
                    1 => Encoding.UTF8.GetBytes($"setup {Pick("loss", "glr", "points", "x", "seed")}={Escaped(Bytes(1, 30))}~"),
                    2 => Encoding.UTF8.GetBytes($"{{\"do\":{Pick("1", "null", "[[[[", "\"step", "{}")}"),
                    _ => Encoding.UTF8.GetBytes(Pick("stepp", "play now", "Setup", "setup points=AB C", "setup points=A", "setup data=drawn&points=!", "setup glr=0.1&glr=0.1")),
                };
                await tab.SayAsync(message, kind == 0 || random.Next(5) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
                var answer = await tab.HearAsync("mistake");
                Assert.NotEqual("", answer.GetProperty("message").GetString());
            }
            await tab.SayAsync(said % 500 == 0 ? Bytes(5000, 9000) : [0xFF, 0xFE], said % 500 == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
            await tab.WaitForEndAsync();
        }
    }

    /// <summary>A request whose bytes are changed, cut or not a request at all.</summary>
    private byte[] Stream()
    {
        if (random.Next(4) == 0) return Bytes(1, 300);
        var bytes = Encoding.ASCII.GetBytes($"GET {running.Address.AbsolutePath}plane/socket HTTP/1.1\r\nHost: 127.0.0.1:{running.Address.Port}\r\nOrigin: {running.Origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        for (var changes = random.Next(1, 8); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return [.. bytes.AsSpan(0, random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length), .. Bytes(0, 40)];
    }

    private byte[] Bytes(int least, int most)
    {
        var bytes = new byte[random.Next(least, most + 1)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];

    private static string Escaped(byte[] bytes) => string.Concat(bytes.Select(value => $"%{value:x2}"));
}
