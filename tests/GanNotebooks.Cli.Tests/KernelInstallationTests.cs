using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace GanNotebooks.Cli.Tests;

public sealed class KernelInstallationTests : IDisposable
{
    private readonly string prefix = Directory.CreateTempSubdirectory("gan kernels ").FullName;
    private readonly KernelInstallation installation;

    public KernelInstallationTests() => installation = new(KernelFolders.Under(prefix));

    public void Dispose() => Directory.Delete(prefix, recursive: true);

    [Fact]
    public void An_installed_kernel_starts_this_program()
    {
        var kernel = installation.Install(name: null, force: false);
        Assert.Equal(Path.Combine(prefix, "share", "jupyter", "kernels", ".net-csharp"), kernel.Folder);
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(kernel.Folder, "kernel.json")))!;
        Assert.Equal((".NET (C#)", "C#", "message"), ((string?)json["display_name"], (string?)json["language"], (string?)json["interrupt_mode"]));
        Assert.Equal(["kernel", "run", "{connection_file}"], kernel.Argv.TakeLast(3));
        Assert.All(kernel.Argv.SkipLast(3), part => Assert.True(File.Exists(part), part));
        Assert.True(kernel.CanStart && kernel.IsOurs);
    }

    [Fact]
    public void Its_logos_have_the_sizes_in_their_names()
    {
        var folder = installation.Install(null, force: false).Folder;
        foreach (var size in new[] { 32, 64 })
        {
            var png = File.ReadAllBytes(Path.Combine(folder, $"logo-{size}x{size}.png"));
            Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        }
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(folder, "logo-svg.svg")));
    }

    [Fact]
    public void Installing_again_replaces_and_leaves_nothing_behind()
    {
        var first = installation.Install(null, force: false);
        File.WriteAllText(Path.Combine(first.Folder, "left-over"), "");
        Assert.Equal(first.Folder, installation.Install(null, force: false).Folder);
        Assert.Equal([first.Folder], Directory.GetDirectories(installation.Kernels));
        Assert.False(File.Exists(Path.Combine(first.Folder, "left-over")));
    }

    [Fact]
    public void Somebody_elses_kernel_keeps_its_name_unless_forced()
    {
        var theirs = Foreign(".net-csharp");
        Assert.Equal("gan-csharp", installation.Install(null, force: false).Name);
        Assert.Contains("not this one", Assert.Throws<UserError>(() => installation.Install(".net-csharp", force: false)).Message);
        Assert.False(KernelSpec.Read(theirs)!.IsOurs);
        Assert.True(installation.Install(null, force: true) is { Name: ".net-csharp", IsOurs: true });
    }

    [Fact]
    public void So_it_does_in_another_folder_that_front_ends_look_at()
    {
        Foreign(".net-csharp");
        var user = new KernelInstallation(Path.Combine(prefix, "user", "kernels"));
        Assert.Equal("gan-csharp", user.Install(null, force: false, installation.Kernels).Name);
    }

    [Fact]
    public void Uninstalling_removes_ours_only()
    {
        var theirs = Foreign("python3");
        installation.Install(null, force: false);
        installation.Install("mine", force: false);
        Assert.Equal([".net-csharp", "mine"], installation.Uninstall(name: null).Select(kernel => kernel.Name));
        Assert.Equal([theirs], Directory.GetDirectories(installation.Kernels));
        Assert.Contains("so it was not removed", Assert.Throws<UserError>(() => installation.Uninstall("python3")).Message);
        Assert.Contains("holds no kernel", Assert.Throws<UserError>(() => installation.Uninstall(null)).Message);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("../up")]
    [InlineData("")]
    public void A_name_that_cannot_be_one_is_refused(string name) =>
        Assert.Contains("cannot be a kernel's name", Assert.Throws<UserError>(() => installation.Install(name, force: true)).Message);

    [Fact]
    public void A_kernel_whose_program_is_gone_cannot_start()
    {
        var folder = installation.Install(null, force: false).Folder;
        var file = Path.Combine(folder, "kernel.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("gan.dll", "moved.dll", StringComparison.Ordinal));
        Assert.False(KernelSpec.Read(folder)!.CanStart);
    }

    [Theory]
    [InlineData("nothing there", "Could not find file")]
    [InlineData("{}", "no key")]
    public void A_connection_file_that_cannot_be_used_is_the_users_to_repair(string content, string why)
    {
        var file = Path.Combine(prefix, "connection.json");
        if (content.StartsWith('{')) File.WriteAllText(file, content);
        Assert.Contains(why, Assert.Throws<UserError>(() => KernelProcess.Run(file)).Message);
    }

    private string Foreign(string name)
    {
        var folder = Path.Combine(installation.Kernels, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), """{ "argv": ["theirs"], "display_name": "Theirs", "language": "C#" }""");
        return folder;
    }
}
