using System.Text;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Kernel.Tests.Notebooks;

/// <summary>Notebooks with mistakes in them: each is read and saved, or refused with a reason.</summary>
public class NotebookFuzzTests
{
    private const long MostMemory = 64L << 20;   // bytes that one small notebook may allocate
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly string[] Pieces =
        ["\"", "\\", "\\ud83d", "{", "}", "[", "]", ",", ":", "null", "NaN", "-Infinity", "1e999", "-", "\"source\"", "\"metadata\"", "\"cells\"", "\0", "\uFEFF", "\ud800", "[[[[", "99999999999999999999", "\"outputs\":[]", "é", "\n"];

    [Fact]
    public void Changed_notebooks_are_read_and_saved_or_refused()
    {
        var original = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "jupyter.ipynb"));
        for (var seed = 0; seed < Fuzzing.Count; seed++)
        {
            var text = Fuzzing.Mutate(original, Pieces, new Random(seed));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var refused = Record.Exception(() =>
            {
                var written = Notebook.Parse(text, "n").ToJson();
                _ = Encoding.UTF8.GetBytes(written);
                Assert.Equal(written, Notebook.Parse(written, "n").ToJson());
                HtmlExporter.ToHtml(Notebook.Parse(written, "n"), "n");
            });
            Assert.True(refused is null or NotebookFormatException { Message.Length: > 10 }, $"seed {seed}: {refused}");
            Assert.True(clock.Elapsed < Longest, $"seed {seed}: {clock.Elapsed}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, $"seed {seed} allocated too much");
        }
    }
}
