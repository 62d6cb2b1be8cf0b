using System.Text;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Kernel.Tests.Notebooks;

/// <summary>Notebooks with mistakes in them: each is read and saved, or refused with a reason.</summary>
public class NotebookFuzzTests
{
    private const long MostMemory = 64L << 20;   // bytes that one small notebook may allocate
    private static readonly string[] Pieces =
        ["\"", "\\", "\\ud83d", "{", "}", "[", "]", ",", ":", "null", "NaN", "-Infinity", "1e999", "-", "\"source\"", "\"metadata\"", "\"cells\"", "\0", "\uFEFF", "\ud800", "[[[[", "99999999999999999999", "\"outputs\":[]", "é", "\n"];

    [Fact]
    public void Changed_notebooks_are_read_and_saved_or_refused()
    {
        var original = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "jupyter.ipynb"));
        for (var seed = 0; seed < Fuzzing.Count; seed++)
        {
            var text = Fuzzing.Mutate(original, Pieces, new Random(seed));
            Fuzzing.Try(seed, text, ReadAndSave);
        }
    }

    private static void ReadAndSave(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var written = Notebook.Parse(text, "n").ToJson();
            Assert.Equal(written, Notebook.Parse(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written)), "n").ToJson());
            HtmlExporter.ToHtml(Notebook.Parse(written, "n"), "n");
        }
        catch (NotebookFormatException refused)
        {
            Assert.StartsWith("n", refused.Message, StringComparison.Ordinal);
        }
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory);
    }
}
