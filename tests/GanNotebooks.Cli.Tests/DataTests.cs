using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using GanNotebooks.Data.Tests;

namespace GanNotebooks.Cli.Tests;

public sealed class DataTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TestProject project = new();

    private string Datasets => project.Folders.Datasets;

    public void Dispose() => project.Dispose();

    [Fact]
    public void The_list_names_every_set_and_whether_it_is_here()
    {
        PutMnist();
        Assert.Equal(Guard.Success, DataList.Print(project.Console, Datasets));
        foreach (var name in DrawnSet.All.Select(set => set.Name).Concat(PointSets.Names).Concat(Catalogue.BuiltIn.Sets.Select(set => set.Name)))
            Assert.Contains($" {name} ", project.Said, StringComparison.Ordinal);
        Assert.Contains("CC BY-SA 3.0", project.Said, StringComparison.Ordinal);
        Assert.Matches(@"mnist +│ files of yours", project.Said);
        Assert.Matches(@"kmnist +│ no", project.Said);
    }

    [Fact]
    public async Task A_set_that_cannot_be_got_says_why()
    {
        Assert.Equal(Guard.Failure, await GetAsync("digits"));
        Assert.Equal(Guard.Failure, await GetAsync("imagenet"));
        Assert.Equal(Guard.Failure, await GetAsync("celeba"));
        foreach (var words in new[] { "drawn by code", "there are mnist, fashion-mnist", "list_attr_celeba.txt", Path.Combine(Datasets, "celeba") })
            Assert.Contains(words, project.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Checking_reads_what_is_here_and_finds_what_is_damaged()
    {
        Assert.Equal(Guard.Success, DataCheck.Run(project.Console, Datasets, null));
        Assert.Contains("No data set is here yet", project.Said, StringComparison.Ordinal);
        PutMnist();
        Assert.Equal(Guard.Success, DataCheck.Run(project.Console, Datasets, null));
        Assert.Contains("MNIST: 2 images of 1×28×28 in 5 classes", project.Said, StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(Datasets, "mnist", "train-labels-idx1-ubyte.gz"), [1, 2, 3]);
        Assert.Equal(Guard.Failure, DataCheck.Run(project.Console, Datasets, "mnist"));
        Assert.Contains("train-labels-idx1-ubyte.gz", project.Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, DataCheck.Run(project.Console, Datasets, "nowhere"));
    }

    [Theory]
    [InlineData("digits", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")]
    [InlineData("scans", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "train-masks-idx3-ubyte.gz")]
    [InlineData("faces", "000000.png", "000001.png", "000002.png", "attributes.csv")]
    [InlineData("shapes", "000000.png", "000001.png", "000002.png", "attributes.csv")]
    [InlineData("textured-digits", "000000.png", "000001.png", "000002.png", "attributes.csv")]
    [InlineData("moons", "moons.csv")]
    public void Drawn_sets_become_files(string name, params string[] files)
    {
        var folder = Path.Combine(project.Folders.Root, name);
        Assert.Equal(Guard.Success, DataDraw.Run(project.Console, name, 3, 1, folder));
        Assert.Equal(files, Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        if (files[^1].EndsWith(".csv", StringComparison.Ordinal)) Assert.Equal(3, File.ReadLines(Path.Combine(folder, files[^1])).Count() - 1);
        if (name == "moons") return;
        var set = DrawnSet.Find(name)!;
        using var read = ImageDatasets.Open(folder, Datasets);
        Assert.Equal(set.Draw(3, 1, set.Shape[1]).Pixels, read.Images.data<byte>().ToArray());      // PNG and IDX lose nothing
    }

    [Theory]
    [InlineData("faces", "sheet.png")]
    [InlineData("grid", "sheet.svg")]
    public void A_contact_sheet_is_a_picture(string name, string file)
    {
        var path = Path.Combine(project.Folders.Root, file);
        var show = new DataShow(project.Console, project.Folders) { Name = name, Count = 12, Output = path, Options = new ImageOptions { Count = 20, Size = 16 } };
        Assert.Equal(Guard.Success, show.Run());
        Assert.True(new FileInfo(path).Length > 500);
        Assert.Contains(path, project.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_was_killed_is_completed_by_the_next_run()
    {
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        using var server = new ScriptedServer(async (asked, to) =>
        {
            if (asked.Number > 1)
            {
                await ScriptedServer.Send(asked, to, content);
                return;
            }
            await ScriptedServer.Head(to, "200 OK", content.Length);
            await to.WriteAsync(content.AsMemory(0, 1_000_000));
            await Task.Delay(Patience);
        });
        var catalogue = Path.Combine(project.Folders.Root, "catalogue.json");
        var set = new RealSet("tiny", "Tiny", "noise", "nobody", "none") { Mirrors = [server.Address], Files = [new("data.bin", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)))] };
        File.WriteAllText(catalogue, JsonSerializer.Serialize(new Catalogue([set]), JsonSerializerOptions.Web));
        var (target, part) = (Path.Combine(Datasets, "tiny", "data.bin"), Path.Combine(Datasets, "tiny", "data.bin.part"));

        using (var first = Start(catalogue))
        {
            var clock = Stopwatch.StartNew();
            while (!(File.Exists(part) && new FileInfo(part).Length >= 900_000) && clock.Elapsed < Patience) await Task.Delay(20);
            first.Kill();       // SIGKILL: nothing of it gets to clean up
            await first.WaitForExitAsync();
        }
        Assert.False(File.Exists(target));
        var had = new FileInfo(part).Length;
        Assert.InRange(had, 900_000, 1_000_000);

        using var second = Start(catalogue);
        using var enough = new CancellationTokenSource(Patience);
        await second.WaitForExitAsync(enough.Token);
        Assert.Equal(Guard.Success, second.ExitCode);
        Assert.Equal(content, File.ReadAllBytes(target));
        Assert.Equal([0, had], server.Requests.Select(asked => asked.From));
    }

    private Process Start(string catalogue)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gan.dll"), "data", "get", "tiny", "--catalogue", catalogue, "--into", Datasets])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private Task<int> GetAsync(string name) =>
        Guard.RunAsync(project.Console, () => new DataGet(project.Console, Datasets) { Name = name, Options = new DownloadOptions() }.RunAsync(CancellationToken.None));

    private void PutMnist()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Datasets, "mnist")).FullName;
        IdxFile.Write(Path.Combine(folder, "train-images-idx3-ubyte.gz"), new byte[2 * 28 * 28], 2, 28, 28);
        IdxFile.Write(Path.Combine(folder, "train-labels-idx1-ubyte.gz"), [4, 2], 2);
    }
}
