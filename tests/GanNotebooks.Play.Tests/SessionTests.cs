using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using TorchSharp;

namespace GanNotebooks.Play.Tests;

public class SessionTests
{
    private static async Task WithServer(Func<RunningServer, Task> test)
    {
        var running = new RunningServer();
        await running.InitializeAsync();
        try
        {
            await test(running);
        }
        finally
        {
            await running.DisposeAsync();
        }
    }

    [Fact]
    public Task Two_tabs_train_each_for_itself() => WithServer(async running =>
    {
        using var one = await running.OpenAsync();
        using var two = await running.OpenAsync();
        await one.SayAsync("setup seed=5");
        await two.SayAsync("setup seed=5&data=grid");
        Assert.Equal("seed=5", (await one.HearAsync("setup")).GetProperty("address").GetString());
        Assert.Equal("data=grid&seed=5", (await two.HearAsync("setup")).GetProperty("address").GetString());
        await two.SayAsync("play");
        await one.SayAsync("step");
        Assert.False((await one.HearAsync("state")).GetProperty("playing").GetBoolean());
        var frame = await one.SeeAsync();
        var values = SettingValues.Parse(PlaneSettings.All, "seed=5");
        using var direct = await Computing.Run(() => PlaneTraining.Begin(values), CancellationToken.None);
        await Computing.Run(() => { direct.Advance(1); return 0; }, CancellationToken.None);
        Assert.Equal([1, (float)direct.History.Steps[0].DiscriminatorLoss, (float)direct.History.Steps[0].GeneratorLoss], [frame[0], frame[9], frame[10]]);
        while ((await two.SeeAsync())[0] < 30) { }
        await two.SayAsync("pause");
        while ((await two.HearAsync("state")).GetProperty("playing").GetBoolean()) { }
        await two.SayAsync("reset");
        Assert.True((await two.HearAsync("setup")).GetProperty("begun").GetBoolean());
    });

    [Fact]
    public Task One_network_can_step_while_the_other_waits() => WithServer(async running =>
    {
        using var tab = await running.OpenAsync();
        await tab.SayAsync("setup seed=5");
        var before = await tab.SeeAsync();
        await tab.SayAsync("step discriminator");
        var taught = await tab.SeeAsync();
        await tab.SayAsync("step generator");
        var moved = await tab.SeeAsync();
        Assert.Equal([0, 0, 0], [before[0], taught[0], moved[0]]);
        Assert.NotEqual(before, taught);
        Assert.NotEqual(taught, moved);
        await tab.SayAsync("step nobody");
        Assert.Contains("Expected setup", (await tab.HearAsync("mistake")).GetProperty("message").GetString(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Slow_motion_takes_its_time() => WithServer(async running =>
    {
        using var tab = await running.OpenAsync();
        await tab.SayAsync("setup pace=5&batch=16");
        await tab.SeeAsync();
        await tab.SayAsync("play");
        await tab.SeeAsync();
        var start = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 2; i <= 4; i++) Assert.Equal(i, (await tab.SeeAsync())[0]);
        Assert.InRange(start.Elapsed.TotalSeconds, 0.4, 10);        // three steps of a fifth of a second
    });

    [Fact]
    public Task There_are_only_so_many_tabs_and_a_closed_one_makes_room() => WithServer(async running =>
    {
        var tabs = new List<Tab>();
        for (var i = 0; i < 8; i++) tabs.Add(await running.OpenAsync());
        await Assert.ThrowsAsync<WebSocketException>(() => running.OpenAsync());
        await tabs[0].SayAsync("setup ");
        await tabs[0].SayAsync("play");
        await tabs[0].SeeAsync();
        tabs[0].Dispose();
        Tab? next = null;
        for (var tries = 0; next is null && tries < 100; tries++)
        {
            await Task.Delay(50);
            try
            {
                next = await running.OpenAsync();
            }
            catch (WebSocketException) when (tries < 99)
            {
                // Not yet.
            }
        }
        tabs.Add(next!);
        tabs.ForEach(tab => tab.Dispose());
    });

    [Fact]
    public async Task A_diverged_training_pauses_and_says_why()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var here = new TcpClient();
        await here.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var there = await listener.AcceptTcpClientAsync();
        using var tab = new Tab(WebSocket.CreateFromStream(here.GetStream(), new WebSocketCreationOptions()));
        using var session = new PlaneSession(WebSocket.CreateFromStream(there.GetStream(), new WebSocketCreationOptions { IsServer = true }));
        using var stop = new CancellationTokenSource();
        var running = session.RunAsync(stop.Token);
        await tab.SayAsync("setup ");
        await tab.SeeAsync();
        await Computing.Run(() =>
        {
            using var scope = torch.NewDisposeScope();
            using var _ = torch.no_grad();
            return session.Training!.Generator.parameters().First().fill_(float.NaN).numel();
        }, CancellationToken.None);
        await tab.SayAsync("play");
        Assert.True((await tab.HearAsync("state")).GetProperty("playing").GetBoolean());
        var state = await tab.HearAsync("state");
        Assert.False(state.GetProperty("playing").GetBoolean());
        Assert.Contains("Training stopped before anything learned from it", state.GetProperty("message").GetString(), StringComparison.Ordinal);
        await tab.SayAsync("reset");
        Assert.True((await tab.HearAsync("setup")).GetProperty("begun").GetBoolean());
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public Task The_server_ends_at_once_with_all_its_trainings() => WithServer(async running =>
    {
        using var tab = await running.OpenAsync();
        await tab.SayAsync("setup ");
        await tab.SayAsync("play");
        await tab.SeeAsync();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var end = tab.WaitForEndAsync();
        await running.Server.StopAsync();
        await end;
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    });
}
