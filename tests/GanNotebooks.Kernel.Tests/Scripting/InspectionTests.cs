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
}
