using System.IO.Compression;
using System.Runtime.InteropServices;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Scripting;

/// <summary>Packages from a folder of their own: no network.</summary>
public sealed class PackageTests : SessionTest
{
    private readonly string name = $"Tiny{Guid.NewGuid():N}";

    public PackageTests() => Folder.Write("nuget.config", """
        <configuration>
          <config><add key="globalPackagesFolder" value="global" /></config>
          <packageSources><clear /><add key="feed" value="feed" /></packageSources>
        </configuration>
        """);

    [Fact]
    public async Task A_package_is_restored_with_what_it_needs_and_found_again_without_its_feed()
    {
        Pack(name + ".Inner", "1.0.0", "public static class Inner { public static int Value => 42; }");
        Pack(name, "1.2.0", "public static class Tiny { public static int Value => Inner.Value; }", needs: name + ".Inner");
        var (result, sink) = await Run($"#r \"nuget:{name},1.2.0\"\nTiny.Value");
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal(42, result.Value);
        var shown = sink.Updates.Count > 0 ? sink.Updates[^1].Bundle : sink.Displays[0].Bundle;
        Assert.Equal($"Packages: {name} 1.2.0", shown["text/plain"]);
        Assert.Equal(42, (await Run("Inner.Value")).Result.Value);                                   // later cells inherit it
        Assert.Equal(42, (await Run($"#r \"nuget: {name} , 1.2.0\"\nTiny.Value")).Result.Value);      // asked again: nothing to do
        Assert.Contains("holds one version", (await Run($"#r \"nuget:{name},2.0.0\"")).Result.Error!.Message, StringComparison.Ordinal);

        Directory.Delete(Path.Combine(Folder.Path, "feed"), recursive: true);
        Folder.Write("set.csx", $"#r \"nuget:{name},1.2.0\"\nint loaded = Tiny.Value;");
        using var other = new CSharpSession(Folder.Path);
        var again = await other.RunAsync("#load \"set.csx\"\nloaded", 1, new RecordingSink());
        Assert.True(again.Succeeded, again.Error?.ToString());
        Assert.Equal(42, again.Value);
    }

    [Fact]
    public async Task Native_libraries_of_a_package_are_found()
    {
        var native = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*System.IO.Compression.Native.*")
            .Single(file => Path.GetExtension(file) is ".so" or ".dylib" or ".dll");
        Pack(name, "1.0.0", $$"""
            using System.Runtime.InteropServices;
            public static class Tiny
            {
                [DllImport("{{name}}native")] private static extern uint CompressionNative_Crc32(uint crc, byte[] data, int length);
                public static uint Checksum(byte[] data) => CompressionNative_Crc32(0, data, data.Length);
            }
            """, native: native);
        var (result, _) = await Run($"#r \"nuget:{name},1.0.0\"\nTiny.Checksum(Encoding.ASCII.GetBytes(\"123456789\"))");
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal(0xCBF43926, result.Value);   // CRC-32's check value
    }

    [Fact]
    public async Task A_package_that_is_not_there_is_told_with_what_to_do()
    {
        Directory.CreateDirectory(Path.Combine(Folder.Path, "feed"));
        var (result, sink) = await Run($"Console.Write(\"ran\");\n#r \"nuget:{name},1.0.0\"");
        Assert.Equal(CellError.Package, result.Error!.Name);
        Assert.Contains($"{name} 1.0.0 could not be restored", result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("NU1101", result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("#i \"nuget:", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal("", sink.Out);
        Assert.True((await Run("1")).Result.Succeeded);
    }

    [Theory]
    [InlineData("nowhere", "there is no folder")]
    [InlineData("http://127.0.0.1:9/index.json", "it does not answer")]
    [InlineData("ftp://127.0.0.1:9/", "it does not answer")]
    public async Task A_dead_source_is_refused_where_it_is_named_and_spoils_nothing(string source, string reason)
    {
        Pack(name, "1.0.0", "public static class Tiny { public static int Value => 42; }");
        var (refused, _) = await Run($"\n#i \"nuget:{source}\"");
        Assert.Contains("cell 1, line 2", refused.Error!.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Error.Message, StringComparison.Ordinal);
        Assert.Equal(42, (await Run($"#r \"nuget:{name},1.0.0\"\nTiny.Value")).Result.Value);
    }

    [Fact]
    public async Task A_source_that_dies_later_is_named_and_left_out()
    {
        Pack(name, "1.0.0", "public static class Tiny { public static int Value => 42; }");
        var more = Directory.CreateDirectory(Path.Combine(Folder.Path, "more")).FullName;
        Assert.True((await Run("#i \"nuget:more\"")).Result.Succeeded);
        Directory.Delete(more);
        var (result, sink) = await Run($"#r \"nuget:{name},1.0.0\"\nTiny.Value");
        Assert.Equal(42, result.Value);
        Assert.Contains($"The package source {more} is left out", sink.ErrorText, StringComparison.Ordinal);
        Assert.Equal("", (await Run($"#r \"nuget:{name},1.0.0\"")).Sink.ErrorText);
    }

    [Theory]
    [InlineData("#r \"nuget:\"")]
    [InlineData("#r \"nuget:bad name,1.0\"")]
    [InlineData("#r \"nuget:Name,1.0;<Exec>\"")]
    public async Task A_request_that_cannot_be_read_is_told_with_its_line(string directive)
    {
        var (result, _) = await Run("\n" + directive);
        Assert.False(result.Succeeded);
        Assert.Contains("cell 1, line 2", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_can_be_stopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var (result, _) = await Run($"#r \"nuget:{name},1.0.0\"", stop.Token);
        Assert.Equal(CellError.Interrupted, result.Error!.Name);
        Assert.True((await Run("1")).Result.Succeeded);
    }

    private void Pack(string id, string version, string code, string? needs = null, string? native = null)
    {
        var folder = Path.Combine(Folder.Path, "build");
        var assembly = TestLibrary.Compile(code, folder, id, needs is null ? [] : [Path.Combine(folder, needs + ".dll")]);
        Directory.CreateDirectory(Path.Combine(Folder.Path, "feed"));
        using var package = ZipFile.Open(Path.Combine(Folder.Path, "feed", $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(assembly, $"lib/net8.0/{id}.dll");
        Add(package, $"{id}.nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>a</authors><description>d</description>
              <dependencies><group targetFramework="net8.0">{(needs is null ? "" : $"<dependency id=\"{needs}\" version=\"1.0.0\" />")}</group></dependencies>
            </metadata></package>
            """);
        if (native is not null)
        {
            var prefix = Path.GetFileName(native).StartsWith("lib", StringComparison.Ordinal) ? "lib" : "";
            package.CreateEntryFromFile(native, $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/{prefix}{name}native{Path.GetExtension(native)}");
        }
    }

    private static void Add(ZipArchive package, string path, string text)
    {
        using var writer = new StreamWriter(package.CreateEntry(path).Open());
        writer.Write(text);
    }
}
