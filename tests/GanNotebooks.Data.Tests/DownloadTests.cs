using GanNotebooks.Data.Downloads;

namespace GanNotebooks.Data.Tests;

public sealed class DownloadTests : DownloadTest
{
    [Fact]
    public async Task A_whole_file_arrives_and_is_not_fetched_again()
    {
        using var server = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, Content));
        var heard = new List<long>();
        await GetAsync(Set(server), progress: new Heard(heard));
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal(Content.Length, heard[^1]);
        await GetAsync(Set(server));
        Assert.Equal("/data.bin", Assert.Single(server.Requests).Path);
        Assert.False(File.Exists(Part));
        Assert.Empty(SetDownload.Problems(Set(server), Scratch.Root));
    }

    [Fact]
    public async Task A_connection_that_drops_is_resumed_where_it_broke()
    {
        using var server = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, Content, breakOffAfter: 70_000));
        await GetAsync(Set(server));
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([0, 70_000, 140_000], server.Requests.Select(asked => asked.From));
    }

    [Fact]
    public async Task A_server_that_cannot_resume_sends_all_again()
    {
        using var server = new ScriptedServer((asked, to) => ScriptedServer.Send(asked with { From = 0 }, to, Content, asked.Number == 1 ? 50_000 : int.MaxValue));
        await GetAsync(Set(server));
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_wrong_byte_is_found_and_the_next_mirror_asked()
    {
        byte[] wrong = [.. Content];
        wrong[123_456] ^= 1;
        using var bad = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, wrong));
        Assert.Contains("not what was published", await FailsAsync(Set(bad)), StringComparison.Ordinal);
        Assert.Single(bad.Requests);
        using var good = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, Content));
        await GetAsync(Set(bad, good));
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_part_of_another_file_does_not_spoil_the_download()
    {
        Directory.CreateDirectory(Scratch.File("tiny"));
        File.WriteAllBytes(Part, Noise(90_000, seed: 8));
        using var server = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, Content));
        await GetAsync(Set(server));
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([90_000, 0], server.Requests.Select(asked => asked.From));
    }

    [Theory]
    [InlineData(199_999)]
    [InlineData(200_001)]
    [InlineData(7)]
    public async Task A_wrong_length_is_refused_before_anything_is_fetched(int length)
    {
        using var server = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, Noise(length)));
        Assert.Contains("200,000 expected", await FailsAsync(Set(server)), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_without_a_length_that_never_ends_is_cut_off()
    {
        using var server = new ScriptedServer(async (_, to) =>
        {
            await to.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray());
            for (var i = 0; i < 100; i++) await to.WriteAsync(Content);
        });
        Assert.Contains("more than the 200,000 bytes", await FailsAsync(Set(server)), StringComparison.Ordinal);
        Assert.InRange(new FileInfo(Part) is { Exists: true } part ? part.Length : 0, 0, 200_000);
    }

    [Fact]
    public async Task Not_found_goes_to_the_next_mirror_at_once()
    {
        using var missing = new ScriptedServer((_, to) => ScriptedServer.Head(to, "404 Not Found", 0));
        using var good = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, Content));
        await GetAsync(Set(missing, good));
        Assert.Single(missing.Requests);
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again()
    {
        using var server = new ScriptedServer((asked, to) => asked.Number < 3 ? ScriptedServer.Head(to, "500 Internal Server Error", 0) : ScriptedServer.Send(asked, to, Content));
        await GetAsync(Set(server));
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_redirection_is_followed_and_a_circle_of_them_left()
    {
        using var server = new ScriptedServer((asked, to) => asked.Path == "/elsewhere" ? ScriptedServer.Send(asked, to, Content) : ScriptedServer.Head(to, "302 Found", 0, "Location: /elsewhere\r\n"));
        await GetAsync(Set(server));
        Assert.Equal(Content, File.ReadAllBytes(Target));
        File.Delete(Target);
        using var circle = new ScriptedServer((_, to) => ScriptedServer.Head(to, "302 Found", 0, "Location: /again\r\n"));
        Assert.Contains("redirects to other addresses without end", await FailsAsync(Set(circle)), StringComparison.Ordinal);
        Assert.InRange(circle.Requests.Count, 2, 12);
    }

    [Fact]
    public async Task Slow_bytes_arrive_and_bytes_that_stop_are_given_up()
    {
        using var slow = new ScriptedServer(async (asked, to) =>
        {
            await ScriptedServer.Head(to, "200 OK", Content.Length);
            foreach (var chunk in Content.Chunk(20_000))
            {
                await to.WriteAsync(chunk);
                await Task.Delay(150);
            }
        });
        await GetAsync(Set(slow), Hasty with { Patience = TimeSpan.FromSeconds(1) });       // longer in all than its patience
        Assert.Equal(Content, File.ReadAllBytes(Target));
        File.Delete(Target);
        using var silent = new ScriptedServer(async (_, to) =>
        {
            await ScriptedServer.Head(to, "200 OK", Content.Length);
            await to.WriteAsync(Content.AsMemory(0, 1000));
            await Task.Delay(5000);
        });
        Assert.Contains("nothing came for 1 seconds", await FailsAsync(Set(silent), Hasty with { Patience = TimeSpan.FromSeconds(1), Attempts = 1 }), StringComparison.Ordinal);
        Assert.Equal(1000, new FileInfo(Part).Length);
    }

    [Fact]
    public async Task Offline_the_message_names_every_mirror_and_the_place_for_the_file()
    {
        var set = new RealSet("tiny", "Tiny", "", "", "") { Mirrors = ["http://127.0.0.1:1/", "http://no-such-host.invalid/"], Files = [new("data.bin", 5, new string('0', 64))] };
        var message = await FailsAsync(set, Hasty with { Attempts = 1 });
        foreach (var words in new[] { "http://127.0.0.1:1/data.bin", "no-such-host.invalid", Scratch.File("tiny"), "HTTPS_PROXY" }) Assert.Contains(words, message, StringComparison.Ordinal);
    }
}
