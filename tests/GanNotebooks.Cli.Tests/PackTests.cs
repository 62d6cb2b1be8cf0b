using System.IO.Compression;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Runtime;

namespace GanNotebooks.Cli.Tests;

public sealed class PackTests : IDisposable
{
    private readonly TestProject project = new();
    private readonly string feed = Directory.CreateTempSubdirectory("gan-feed-").FullName;

    public void Dispose()
    {
        // NuGet keeps what a notebook restored, and nobody asks for this version again.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Directory.GetFiles(feed, "*.nupkg"))
        {
            var restored = Path.Combine(cache, LibraryPackage.Name.ToLowerInvariant(), VersionOf(package));
            if (Directory.Exists(restored)) Directory.Delete(restored, recursive: true);
        }
        Directory.Delete(feed, recursive: true);
        project.Dispose();
    }

    [Fact]
    public async Task A_notebook_anywhere_uses_the_package_from_a_folder()
    {
        var package = await new LibraryPackage(ProjectFolders.Find(), Libtorch.Platform).WriteAsync(feed, default);
        using (var zip = ZipFile.OpenRead(Path.Combine(feed, package)))
        {
            var files = zip.Entries.Select(entry => entry.FullName).ToList();
            Assert.All(["GanNotebooks", "GanNotebooks.Applications", "GanNotebooks.Charts", "GanNotebooks.Diagrams", "GanNotebooks.Lessons", "GanNotebooks.Runtime"], library => Assert.Contains($"lib/net10.0/{library}.dll", files));
            Assert.Contains("interactive-extensions/dotnet/GanNotebooks.Interactive.dll", files);
            using var nuspec = new StreamReader(zip.GetEntry("GanNotebooks.nuspec")!.Open());
            Assert.Contains($"libtorch-cpu-{Libtorch.Platform}", await nuspec.ReadToEndAsync(), StringComparison.Ordinal);
        }

        project.Lesson("own",
            $"#i \"nuget: {feed}\"\n#r \"nuget: GanNotebooks\"",
            """
            using GanNotebooks.Data;
            using GanNotebooks.Models;
            using GanNotebooks.Trainers;
            using GanNotebooks.Visualizers;
            var ring = new GaussianRing(Modes: 8, Radius: 2, StandardDeviation: 0.02);
            var generator = new MlpGenerator(2, [64, 64], sampleShape: [2], bounded: false);
            var trainer = new AdversarialTrainer(generator, new MlpDiscriminator(sampleShape: [2], [64, 64]), ring, TrainingOptions.VanillaImages);
            var history = trainer.Train(20, KernelInvocationContext.Current.CancellationToken, new TrainingView("ring"));
            TrainingCharts.Losses(history)
            """);
        Assert.True(await project.RunAsync(["own"]) == Guard.Success, project.Said);
        var cells = project.Executed("own").CodeCells.ToList();
        Assert.Equal($"Packages: {LibraryPackage.Name} {VersionOf(package)}", cells[0].Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
        var shown = cells[1].Outputs.OfType<DisplayOutput>().ToList();
        Assert.Contains("step 20 of 20", shown[0].Data["text/plain"], StringComparison.Ordinal);      // the live view, which nobody set up
        Assert.StartsWith("<svg", shown[1].Data["image/svg+xml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_package_has_a_later_version_than_the_last()
    {
        var first = await new LibraryPackage(ProjectFolders.Find(), "win-x64").WriteAsync(feed, default);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        var second = await new LibraryPackage(ProjectFolders.Find(), "win-x64").WriteAsync(feed, default);
        Assert.True(Version.Parse(VersionOf(second)) > Version.Parse(VersionOf(first)), $"{first}, {second}");
        Assert.Equal([first, second], Directory.GetFiles(feed).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(feed, "a-file");
        await File.WriteAllTextAsync(file, "");
        var status = await PackCommand.Create(project.Console).Parse([Path.Combine(file, "packages")]).InvokeAsync();
        Assert.Equal(Guard.Failure, status);
        Assert.Contains($"{Path.Combine(file, "packages")} cannot be written to", project.Said, StringComparison.Ordinal);
        Assert.Contains("Name another folder.", project.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("--out", project.Said, StringComparison.Ordinal);
    }

    private static string VersionOf(string package) => Path.GetFileNameWithoutExtension(package)[(LibraryPackage.Name.Length + 1)..];
}
