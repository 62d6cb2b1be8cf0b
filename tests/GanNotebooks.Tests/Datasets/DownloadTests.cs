using System.IO.Compression;
using System.Security.Cryptography;
using GanNotebooks.Datasets.Downloads;

namespace GanNotebooks.Tests.Datasets;

public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Content = Noise(200_000);
    private readonly ScratchFolder scratch = new();

    private string Target => scratch.File("tiny/data.bin");

    private string Part => Target + ".part";

    public void Dispose() => scratch.Dispose();

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
        Assert.Empty(SetDownload.Problems(Set(server), scratch.Root));
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
        Directory.CreateDirectory(scratch.File("tiny"));
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
        Assert.Contains("sends on and on", await FailsAsync(Set(circle)), StringComparison.Ordinal);
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
                await Task.Delay(60);
            }
        });
        await GetAsync(Set(slow), Hasty with { Patience = TimeSpan.FromMilliseconds(400) });       // longer in all than its patience
        Assert.Equal(Content, File.ReadAllBytes(Target));
        File.Delete(Target);
        using var silent = new ScriptedServer(async (_, to) =>
        {
            await ScriptedServer.Head(to, "200 OK", Content.Length);
            await to.WriteAsync(Content.AsMemory(0, 1000));
            await Task.Delay(5000);
        });
        Assert.Contains("nothing came for 0.2 seconds", await FailsAsync(Set(silent), Hasty with { Patience = TimeSpan.FromMilliseconds(200), Attempts = 1 }), StringComparison.Ordinal);
        Assert.Equal(1000, new FileInfo(Part).Length);
    }

    [Fact]
    public async Task Offline_the_message_names_every_mirror_and_the_place_for_the_file()
    {
        var set = new RealSet("tiny", "Tiny", "", "", "") { Mirrors = ["http://127.0.0.1:1/", "http://no-such-host.invalid/"], Files = [new("data.bin", 5, new string('0', 64))] };
        var message = await FailsAsync(set, Hasty with { Attempts = 1 });
        foreach (var words in new[] { "http://127.0.0.1:1/data.bin", "no-such-host.invalid", scratch.File("tiny"), "HTTPS_PROXY" }) Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_do_not_disturb_each_other()
    {
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var server = new ScriptedServer(async (asked, to) =>
        {
            started.TrySetResult();
            await go.Task;
            await ScriptedServer.Send(asked, to, Content);
        });
        var first = GetAsync(Set(server));
        await started.Task;
        Assert.Contains("Another program is fetching Tiny", await FailsAsync(Set(server)), StringComparison.Ordinal);
        go.SetResult();
        await first;
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_stop_keeps_what_has_come()
    {
        using var stop = new CancellationTokenSource();
        using var server = new ScriptedServer(async (asked, to) =>
        {
            await ScriptedServer.Head(to, "200 OK", Content.Length);
            await to.WriteAsync(Content.AsMemory(0, 80_000));
            await Task.Delay(200);
            await stop.CancelAsync();
            await Task.Delay(2000);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SetDownload.RunAsync(Set(server), scratch.Root, Hasty, null, stop.Token));
        Assert.Equal(Content[..80_000], File.ReadAllBytes(Part));
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task From_an_archive_only_what_is_wanted_is_kept()
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "gzip/wanted.gz", "gzip/other.gz" })
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Content.AsSpan(0, 1000));
            }
        }
        var packed = archive.ToArray();
        using var server = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, packed));
        var set = new RealSet("tiny", "Tiny", "", "", "") { Mirrors = [server.Address], Files = [new("all.zip", packed.Length, Hash(packed)) { Keep = ["wanted.gz"] }] };
        await GetAsync(set);
        Assert.Equal(Content[..1000], File.ReadAllBytes(scratch.File("tiny/wanted.gz")));
        Assert.Equal(["wanted.gz"], Directory.GetFiles(scratch.File("tiny")).Select(Path.GetFileName).Where(name => name![0] != '.'));
        await GetAsync(set);
        Assert.Single(server.Requests);
        Assert.True(SetDownload.IsPresent(set, scratch.Root));
    }

    [Fact]
    public async Task A_nearer_mirror_is_asked_first()
    {
        using var far = new ScriptedServer((_, to) => ScriptedServer.Head(to, "404 Not Found", 0));
        using var near = new ScriptedServer((asked, to) => ScriptedServer.Send(asked, to, Content));
        await GetAsync(Set(far), Hasty with { NearestMirror = near.Address + "workshop" });
        Assert.Empty(far.Requests);
        Assert.Equal("/workshop/data.bin", Assert.Single(near.Requests).Path);
    }

    [Fact]
    public void A_file_that_changed_on_the_disk_is_a_problem()
    {
        var set = Set();
        Directory.CreateDirectory(scratch.File("tiny"));
        Assert.Contains("is missing", Assert.Single(SetDownload.Problems(set, scratch.Root)), StringComparison.Ordinal);
        byte[] wrong = [.. Content];
        wrong[0] ^= 1;
        File.WriteAllBytes(Target, wrong);
        Assert.True(SetDownload.IsPresent(set, scratch.Root));
        Assert.Contains("not the file that was published", Assert.Single(SetDownload.Problems(set, scratch.Root)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{ "sets": [{ "name": "x" }] }""")]
    [InlineData("""{ "sets": [{ "name": "../x", "title": "", "content": "", "source": "", "licence": "" }] }""")]
    [InlineData("""{ "sets": [{ "name": "x", "title": "", "content": "", "source": "", "licence": "", "files": [{ "name": "/etc/passwd", "bytes": 1, "sha256": "" }] }] }""")]
    [InlineData("null")]
    public void A_catalogue_that_is_none_is_refused(string text)
    {
        File.WriteAllText(scratch.File("catalogue.json"), text);
        Assert.StartsWith(scratch.File("catalogue.json"), Assert.Throws<InvalidDataException>(() => Catalogue.Read(scratch.File("catalogue.json"))).Message, StringComparison.Ordinal);
    }

    private static DownloadOptions Hasty => new() { Pause = TimeSpan.FromMilliseconds(5), Patience = TimeSpan.FromSeconds(5) };

    private static RealSet Set(params ScriptedServer[] servers) =>
        new("tiny", "Tiny", "", "", "") { Mirrors = [.. servers.Select(server => server.Address)], Files = [new("data.bin", Content.Length, Hash(Content))] };

    private Task<string> GetAsync(RealSet set, DownloadOptions? options = null, IProgress<DownloadProgress>? progress = null) =>
        SetDownload.RunAsync(set, scratch.Root, options ?? Hasty, progress, CancellationToken.None);

    /// <summary>The message of a download that fails and leaves nothing under the final name.</summary>
    private async Task<string> FailsAsync(RealSet set, DownloadOptions? options = null)
    {
        var error = await Assert.ThrowsAsync<DownloadException>(() => GetAsync(set, options));
        Assert.False(File.Exists(Target));
        return error.Message;
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Noise(int length, int seed = 1)
    {
        var noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return noise;
    }

    private sealed class Heard(List<long> bytes) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => bytes.Add(value.Bytes);
    }
}
