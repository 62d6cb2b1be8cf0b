namespace GanNotebooks.Kernel.Tests.Scripting;

public class ReferenceTests : SessionTest
{
    [Fact]
    public async Task Names_that_a_loaded_file_uses_are_the_notebooks_from_the_next_cell_on()
    {
        Folder.Write("setup.csx", "using System.IO;\nusing static System.Math;\nusing Short = System.Text.StringBuilder;");
        Assert.True((await Run("#load \"setup.csx\"")).Result.Succeeded);
        Assert.Equal("b", (await Run("Path.GetFileName(\"a/b\")")).Result.Value);
        Assert.Equal(3.0, (await Run("Sqrt(9)")).Result.Value);
        Assert.Equal("c", (await Run("new Short(\"c\").ToString()")).Result.Value);
        Assert.Equal("d", (await Run("using Short = System.String;\nnew Short('d', 1)")).Result.Value);        // a cell may give it another meaning
    }

    [Fact]
    public async Task A_name_that_a_loaded_file_gives_stands_against_a_namespace_that_has_it_too()
    {
        Folder.Write("setup.csx", "using Timer = System.Threading.Timer;");
        Assert.True((await Run("#load \"setup.csx\"")).Result.Succeeded);
        Assert.True((await Run("using System.Timers;\nusing System.Threading;")).Result.Succeeded);
        Assert.Equal(typeof(Timer), (await Run("typeof(Timer)")).Result.Value);
    }

    [Fact]
    public async Task A_path_is_relative_to_the_file_that_says_it_and_types_are_the_hosts()
    {
        var library = Path.Combine(Folder.Path, "lib", "xunit.assert.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(library)!);
        File.Copy(typeof(Assert).Assembly.Location, library);
        Folder.Write("lib/setup.csx", "#r \"xunit.assert.dll\"");
        var (loaded, _) = await Run("#load \"lib/setup.csx\"");
        Assert.True(loaded.Succeeded, loaded.Error?.ToString());
        var (result, _) = await Run("using Xunit;\ntypeof(Assert)");
        Assert.Same(typeof(Assert), result.Value);
        Assert.True((await Run("#r \"lib/xunit.assert.dll\"\nXunit.Assert.True(true);")).Result.Succeeded);
    }

    [Fact]
    public async Task A_loaded_file_may_load_another_beside_it()
    {
        Folder.Write("a/outer.csx", "#load \"inner.csx\"\nint outer = inner + 1;");
        Folder.Write("a/inner.csx", "int inner = 1;");
        await Run("#load \"a/outer.csx\"");
        Assert.Equal(2, (await Run("outer")).Result.Value);
    }

    [Fact]
    public async Task Framework_assemblies_are_there_without_a_reference()
    {
        var (result, _) = await Run("System.Text.Json.JsonSerializer.Serialize(new System.Net.IPAddress(new byte[] { 1, 2, 3, 4 }).ToString())");
        Assert.Equal("\"1.2.3.4\"", result.Value);
    }

    [Fact]
    public async Task What_a_referenced_assembly_needs_is_found_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("kernel-test-lib-").FullName;   // stays: what is loaded cannot be deleted everywhere
        var inner = TestLibrary.Compile("public class Inner { public int Value => 6 * 7; }", folder, $"Inner{Guid.NewGuid():N}");
        var outer = TestLibrary.Compile("public class Outer { public Inner Make() => new Inner(); public static int Count; }", folder, $"Outer{Guid.NewGuid():N}", inner);
        var (result, _) = await Run($"#r \"{outer.Replace('\\', '/')}\"\nOuter.Count++;\nnew Outer().Make().Value");
        Assert.True(result.Succeeded, result.Error?.ToString());
        Assert.Equal(42, result.Value);

        using var other = new GanNotebooks.Kernel.Scripting.CSharpSession(Folder.Path);
        var again = await other.RunAsync($"#r \"{outer.Replace('\\', '/')}\"\nOuter.Count", 1, new RecordingSink());
        Assert.Equal(1, again.Value);   // one identity of each type in the process
    }

    [Fact]
    public async Task A_referenced_assembly_can_be_built_again_while_it_is_in_use_and_the_user_is_told()
    {
        var name = $"Rebuilt{Guid.NewGuid():N}";
        var path = TestLibrary.Compile("public class Thing { public static int Number => 1; }", Folder.Path, name);
        Assert.Equal(1, (await Run($"#r \"{name}.dll\"\nThing.Number")).Result.Value);
        TestLibrary.Compile("public class Thing { public static int Number => 22; public int More; }", Folder.Path, name);   // writes over it
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(5));
        var (again, sink) = await Run($"#r \"{name}.dll\"\nThing.Number");
        Assert.Equal(1, again.Value);
        Assert.Contains("Restart the kernel", sink.ErrorText, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Equal(1, (await Run("Thing.Number")).Result.Value);
    }

    [Fact]
    public async Task Libraries_find_native_ones_beside_their_assembly()
    {
        var name = $"Probing{Guid.NewGuid():N}";
        Folder.Write("bin/libprobe.so", "elf");
        Folder.Write("bin/runtimes/linux-x64/native/libother.so", "elf");
        TestLibrary.Compile("public class Probe { public static string Folder => System.IO.Path.GetDirectoryName(typeof(Probe).Assembly.Location); }", Path.Combine(Folder.Path, "bin"), name);
        var (result, _) = await Run($"#r \"bin/{name}.dll\"\nProbe.Folder");
        Assert.True(result.Succeeded, result.Error?.ToString());
        var folder = Assert.IsType<string>(result.Value);
        Assert.NotEqual(Path.Combine(Folder.Path, "bin"), folder);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("elf", File.ReadAllText(Path.Combine(folder, "libprobe.so")));
            Assert.Equal("elf", File.ReadAllText(Path.Combine(folder, "runtimes", "linux-x64", "native", "libother.so")));
        }
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_told()
    {
        Folder.Write("text.dll", "none");
        var (result, _) = await Run("#r \"text.dll\"");
        Assert.Contains("cell 1, line 1: #r \"text.dll\"", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("is no .NET assembly", result.Error.Message, StringComparison.Ordinal);
    }
}
