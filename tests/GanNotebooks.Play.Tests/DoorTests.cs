using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;

namespace GanNotebooks.Play.Tests;

public sealed class DoorTests(RunningServer running) : IClassFixture<RunningServer>
{
    private HttpRequestMessage Request(string? path = null, HttpMethod? method = null) => new(method ?? HttpMethod.Get, path is null ? running.Address : new Uri(running.Origin + path));

    private static string Error(string body) => JsonDocument.Parse(body).RootElement.GetProperty("error").GetString()!;

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/plane/socket")]
    [InlineData("/pictures/grid.png")]
    [InlineData("/00000000000000000000000000000000/")]
    [InlineData("/0/")]
    [InlineData("//")]
    [InlineData("/favicon.ico")]
    public async Task Without_the_token_nobody_gets_in(string path)
    {
        var (status, body) = await running.SendAsync(Request(path));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("token", Error(body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("example.org:80")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1.example.org")]
    public async Task A_foreign_host_is_refused(string host)
    {
        using var request = Request();
        request.Headers.Host = host;
        var (status, body) = await running.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Host", Error(body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("null")]
    [InlineData("https://127.0.0.1")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_foreign_origin_is_refused(string origin)
    {
        using var request = Request();
        request.Headers.Add("Origin", origin);
        var (status, body) = await running.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("Origin", Error(body), StringComparison.Ordinal);
        await Assert.ThrowsAsync<WebSocketException>(() => running.OpenAsync(origin));
    }

    [Fact]
    public async Task The_own_pages_get_in_and_take_nothing_from_elsewhere()
    {
        foreach (var host in new[] { $"127.0.0.1:{running.Address.Port}", $"localhost:{running.Address.Port}" })
        {
            using var request = Request();
            request.Headers.Host = host;
            request.Headers.Add("Origin", $"http://{host}");
            Assert.Equal(HttpStatusCode.OK, (await running.SendAsync(request)).Status);
        }
        using var page = await running.GetAsync("");
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        foreach (var file in new[] { "index.html", "pictures.html", "style.css", "plane.js", "pictures.js" })
        {
            using var answer = await running.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotMatch("(https?:)?//[a-z]+[.]", await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Requests_change_nothing(string method) =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await running.SendAsync(Request(running.Address.AbsolutePath, new HttpMethod(method)))).Status);

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("..%2f..%2fGanNotebooks.sln")]
    [InlineData("/etc/passwd")]
    [InlineData("GanNotebooks.Play.dll")]
    public async Task Nothing_but_the_pages_is_read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(running.Address + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        var (status, body) = await running.SendAsync(request);
        Assert.Contains(status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_to_this_machine_alone()
    {
        Assert.Equal("127.0.0.1", running.Address.Host);
        foreach (var other in Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork).Where(address => !IPAddress.IsLoopback(address)))
        {
            using var tcp = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(() => tcp.ConnectAsync(other, running.Address.Port));
        }
    }

    [Fact]
    public async Task A_taken_port_and_a_missing_checkpoint_are_said()
    {
        await Assert.ThrowsAsync<IOException>(() => PlayServer.StartAsync(RunningServer.Digits, running.Address.Port));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => PlayServer.StartAsync(Path.Combine(RunningServer.Digits, "nothing")));
    }
}
