using System.IO.Compression;
using GanNotebooks.Data.Downloads;

namespace GanNotebooks.Data.Tests;

public sealed class SetDownloadTests : DownloadTest
{
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
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SetDownload.RunAsync(Set(server), Scratch.Root, Hasty, null, stop.Token));
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
        Assert.Equal(Content[..1000], File.ReadAllBytes(Scratch.File("tiny/wanted.gz")));
        Assert.Equal(["wanted.gz"], Directory.GetFiles(Scratch.File("tiny")).Select(Path.GetFileName).Where(name => name![0] != '.'));
        await GetAsync(set);
        Assert.Single(server.Requests);
        Assert.True(SetDownload.IsPresent(set, Scratch.Root));
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
        Directory.CreateDirectory(Scratch.File("tiny"));
        Assert.Contains("is missing", Assert.Single(SetDownload.Problems(set, Scratch.Root)), StringComparison.Ordinal);
        byte[] wrong = [.. Content];
        wrong[0] ^= 1;
        File.WriteAllBytes(Target, wrong);
        Assert.True(SetDownload.IsPresent(set, Scratch.Root));
        Assert.Contains("not the file that was published", Assert.Single(SetDownload.Problems(set, Scratch.Root)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{ "sets": [{ "name": "x" }] }""")]
    [InlineData("""{ "sets": [{ "name": "../x", "title": "", "content": "", "source": "", "licence": "" }] }""")]
    [InlineData("""{ "sets": [{ "name": "x", "title": "", "content": "", "source": "", "licence": "", "files": [{ "name": "/etc/passwd", "bytes": 1, "sha256": "" }] }] }""")]
    [InlineData("null")]
    public void A_catalogue_that_is_none_is_refused(string text)
    {
        File.WriteAllText(Scratch.File("catalogue.json"), text);
        Assert.StartsWith(Scratch.File("catalogue.json"), Assert.Throws<InvalidDataException>(() => Catalogue.Read(Scratch.File("catalogue.json"))).Message, StringComparison.Ordinal);
    }
}
