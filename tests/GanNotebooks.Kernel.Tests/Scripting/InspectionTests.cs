namespace GanNotebooks.Kernel.Tests.Scripting;

public class InspectionTests : SessionTest
{
    private async Task<string?> Inspect(string marked) =>
        (await Session.InspectAsync(marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal)))?["text/plain"];

    [Theory]
    [InlineData("Console.Wri|teLine(1);", "static void Console.WriteLine(int value)  (+ ")]
    [InlineData("Console.WriteLine(1|);", "static void Console.WriteLine(int value)")]
    [InlineData("Console.WriteLine(|", "static void Console.WriteLine()")]
    [InlineData("\"abc\".Length|", "int string.Length { get; }\nGets the number of characters")]
    [InlineData("new[] { 1 }.Sel|ect(x => x)", "Projects each element of a sequence into a new form.")]
    [InlineData("List<in|t> l", "int\nRepresents a 32-bit signed integer.")]
    [InlineData("Li|st<int> l", "class List<int>")]
    [InlineData("var n| = 5.5;", "double n")]
    [InlineData("new StringBui|lder(16)", "StringBuilder.StringBuilder(int capacity)")]
    [InlineData("1.ToStri|ng()", "Returns: The string representation")]
    public async Task Signature_and_documentation_are_told(string marked, string part) =>
        Assert.Contains(part, await Inspect(marked), StringComparison.Ordinal);

    [Theory]
    [InlineData("|")]
    [InlineData("nowhere|")]
    [InlineData("// Cons|ole")]
    [InlineData("1 |+ 1")]
    public async Task Nothing_is_told_where_nothing_is_known(string marked) => Assert.Null(await Inspect(marked));

    [Fact]
    public async Task What_cells_declared_is_known_with_its_comments()
    {
        await Run("/// <summary>Doubles a number, see <see cref=\"System.Math\"/>.</summary>\n/// <param name=\"n\">The number.</param>\nint Twice(int n) => 2 * n;\nvar kept = 1.5;");
        Assert.Equal("int Twice(int n)\nDoubles a number, see Math.\n\n  n: The number.", await Inspect("Twi|ce(3)"));
        Assert.Equal("double kept", await Inspect("kep|t"));
    }

    [Fact]
    public async Task A_librarys_own_documentation_is_found_beside_the_original()
    {
        var name = $"Documented{Guid.NewGuid():N}";
        var library = TestLibrary.Compile("public static class Greeter { public static string Greet(string who) => who; }", Folder.Path, name);
        Folder.Write(name + ".xml", "<doc><members><member name=\"M:Greeter.Greet(System.String)\"><summary>Greets <paramref name=\"who\"/>.</summary></member></members></doc>");
        Assert.True((await Run($"#r \"{Path.GetFileName(library)}\"")).Result.Succeeded);
        Assert.Equal("static string Greeter.Greet(string who)\nGreets who.", await Inspect("Greeter.Gre|et(\"a\")"));
        var markdown = (await Session.InspectAsync("Greeter.Greet(\"a\")", 10))!["text/markdown"];
        Assert.StartsWith("```csharp\nstatic string Greeter.Greet(string who)\n```\nGreets", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tensor_is_told_with_shape_type_device_and_range()
    {
        await DeclareTensors();
        Assert.Equal("torch.Tensor images\n// (64, 1, 28) Float32 on cpu, values in [-1, 1.5]", await Inspect("ima|ges.min()"));
        Assert.Contains("// (2) Float32 on cpu, values in [7, 9.5]", await Inspect("Prop|erty"), StringComparison.Ordinal);
        Assert.Equal("torch.Tensor nothing", await Inspect("noth|ing"));
        Assert.Equal("torch.Tensor gone", await Inspect("gon|e"));
        var (_, sink) = await Run("#!who\n#!whos");
        Assert.Equal("gone\nimages (64, 1, 28)\nnothing\nProperty (2)", sink.Displays[0].Bundle["text/plain"]);
        Assert.Contains("(64, 1, 28) Float32 on cpu, values in [-1, 1.5]", sink.Displays[1].Bundle["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tensor_is_not_read_while_a_cell_runs()
    {
        await DeclareTensors();
        using var stop = new CancellationTokenSource();
        var sink = new RecordingSink();
        var running = Session.RunAsync("Console.WriteLine(); System.Threading.Thread.Sleep(-1);", 9, sink, stop.Token);
        await sink.FirstOutput.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("torch.Tensor images", await Inspect("ima|ges"));
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains("(64, 1, 28) Float32", await Inspect("ima|ges"), StringComparison.Ordinal);
    }

    // A library of the same shape as TorchSharp: the kernel knows it by its type's name.
    private async Task DeclareTensors()
    {
        const string Library = """
            using System;
            namespace TorchSharp
            {
                public enum ScalarType { Float32 }
                public static class torch
                {
                    public sealed class Tensor : IDisposable
                    {
                        private readonly long[] sizes;
                        private readonly double value;
                        private bool disposed;
                        public Tensor(long[] sizes, double value) { this.sizes = sizes; this.value = value; }
                        public long[] shape { get { return disposed ? throw new ObjectDisposedException("tensor") : sizes; } }
                        public ScalarType dtype { get { return ScalarType.Float32; } }
                        public string device { get { return "cpu"; } }
                        public Tensor min() { return new Tensor(new long[0], value - 1); }
                        public Tensor max() { return new Tensor(new long[0], value + 1.5); }
                        public static explicit operator double(Tensor tensor) { return tensor.value; }
                        public void Dispose() { disposed = true; }
                    }
                }
            }
            """;
        var library = TestLibrary.Compile(Library, Folder.Path, $"Tensors{Guid.NewGuid():N}");
        await Run($"#r \"{Path.GetFileName(library)}\"\nusing TorchSharp;");
        await Run("var images = new torch.Tensor([64, 1, 28], 0); torch.Tensor Property { get; } = new([2], 8); torch.Tensor nothing = null!; var gone = new torch.Tensor([1], 1); gone.Dispose();");
    }
}
