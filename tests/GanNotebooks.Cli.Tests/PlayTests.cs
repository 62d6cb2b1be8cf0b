using System.Net;
using System.Net.Sockets;

namespace GanNotebooks.Cli.Tests;

public sealed class PlayTests : IDisposable
{
    private readonly TinyTraining tiny = new();

    public void Dispose() => tiny.Dispose();

    private Task<int> PlayAsync(string? checkpoint, int port, CancellationToken stop) => Guard.RunAsync(tiny.Project.Console,
        () => new PlayCommand(tiny.Project.Console) { Checkpoint = checkpoint, Port = port, OpensBrowser = false }.RunAsync(tiny.Project.Folders, stop));

    [Fact]
    public async Task A_trained_checkpoint_is_served_until_the_stop_signal()
    {
        await tiny.TrainAsync(tiny.Request("vanilla", 1));
        using var stop = new CancellationTokenSource();
        var playing = PlayAsync(tiny.At("run"), 0, stop.Token);
        while (!tiny.Project.Said.Contains("Ctrl-C ends it", StringComparison.Ordinal)) await Task.WhenAny(playing, Task.Delay(20));
        var address = tiny.Project.Said.Split(' ', '\n').Single(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)).Trim();
        using var client = new HttpClient();
        Assert.Contains("vanilla", await client.GetStringAsync(new Uri(address + "pictures/settings")), StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(Guard.Success, await playing);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(address)));
    }

    [Fact]
    public async Task What_cannot_be_served_is_said()
    {
        Assert.Equal(Guard.Failure, await PlayAsync(tiny.At("nothing"), 0, CancellationToken.None));
        Assert.Contains("nothing", tiny.Project.Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, await PlayAsync(null, 70_000, CancellationToken.None));
        Assert.Contains("--port 70000: expected 1 to 65535", tiny.Project.Said, StringComparison.Ordinal);
        await tiny.TrainAsync(tiny.Request("vanilla", 1));
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        Assert.Equal(Guard.Failure, await PlayAsync(tiny.At("run"), port, CancellationToken.None));
        Assert.Contains($"--port {port}: Failed to bind", tiny.Project.Said, StringComparison.Ordinal);
    }
}
