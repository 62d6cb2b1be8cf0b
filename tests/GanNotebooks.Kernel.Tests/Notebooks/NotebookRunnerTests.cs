using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Kernel.Tests.Notebooks;

public sealed class NotebookRunnerTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly Watcher watcher = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cells_run_in_order_and_their_outputs_are_kept()
    {
        var notebook = Of("var x = 1; for (var i = 0; i < 3; i++) Console.WriteLine(i); Console.Error.Write(\"e\");", "var d = display(\"old\");", "d.Update(\"new\"); x + 1");
        var result = await NotebookRunner.RunAsync(notebook, new(folder.Path, watcher));
        Assert.Equal(NotebookRunStatus.Completed, result.Status);
        Assert.Equal(3, result.ExecutedCells);
        Assert.Equal("0\n1\n2\n", Assert.IsType<StreamOutput>(notebook.Cells[0].Outputs[0]).Text);
        Assert.Equal("e", Assert.IsType<StreamOutput>(notebook.Cells[0].Outputs[1]).Text);
        Assert.Equal("new", Assert.IsType<DisplayOutput>(Assert.Single(notebook.Cells[1].Outputs)).Data["text/plain"]);
        var value = Assert.IsType<DisplayOutput>(Assert.Single(notebook.Cells[2].Outputs));
        Assert.Equal(("2", 3), (value.Data["text/plain"], value.ExecutionCount));
        Assert.Equal([1, 2, 3], notebook.Cells.Select(cell => cell.ExecutionCount ?? 0));
        Assert.DoesNotContain("transient", notebook.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_observer_hears_cells_outputs_and_updates()
    {
        await NotebookRunner.RunAsync(Of("\n// first\nvar d = display(1); d.Update(2);", "3"), new(folder.Path, watcher));
        Assert.Equal(["1/2 // first", "output 1", "update 2", "2/2 3", "output 3"], watcher.Heard);
    }

    [Fact]
    public async Task A_failing_cell_stops_the_run_with_its_error_saved()
    {
        var notebook = Of("1", "throw new FormatException(\"no\");", "2");
        var result = await NotebookRunner.RunAsync(notebook, new(folder.Path));
        Assert.Equal((NotebookRunStatus.Failed, 2, "FormatException"), (result.Status, result.StoppedAtCell, result.Error!.Name));
        var error = (JsonObject)JsonNode.Parse(notebook.ToJson())!["cells"]![1]!["outputs"]![0]!;
        Assert.Equal(("FormatException", "no"), ((string?)error["ename"], (string?)error["evalue"]));
        Assert.Empty(notebook.Cells[2].Outputs);
        Assert.Null(notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Tags_let_a_cell_fail_or_leave_it_out()
    {
        var notebook = Of("throw new Exception();", "throw new Exception();", "5");
        notebook.Cells[0].Metadata["tags"] = new JsonArray("raises-exception");
        notebook.Cells[1].Metadata["tags"] = new JsonArray("skip-execution");
        var result = await NotebookRunner.RunAsync(notebook, new(folder.Path));
        Assert.Equal(NotebookRunStatus.Completed, result.Status);
        Assert.IsType<ErrorOutput>(Assert.Single(notebook.Cells[0].Outputs));
        Assert.Empty(notebook.Cells[1].Outputs);
        Assert.Equal(2, notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task A_stopped_run_keeps_what_ran_and_is_marked_until_the_next_good_run()
    {
        var notebook = Of("display(1);", "display(2); if (System.IO.File.Exists(\"" + Path.Combine(folder.Path, "go").Replace('\\', '/') + "\")) while (true) { }", "3");
        var flag = folder.Write("go", "");
        using var stop = new CancellationTokenSource();
        watcher.OnOutput = text => _ = text == "2" ? Task.Run(stop.Cancel) : null;
        var result = await NotebookRunner.RunAsync(notebook, new(folder.Path, watcher), stop.Token).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((NotebookRunStatus.Interrupted, 2), (result.Status, result.StoppedAtCell));
        Assert.Single(notebook.Cells[0].Outputs);
        Assert.Equal("Interrupted", Assert.IsType<ErrorOutput>(notebook.Cells[1].Outputs[^1]).Error.Name);
        Assert.Empty(notebook.Cells[2].Outputs);
        Assert.True((bool?)notebook.Metadata["gan"]!["interrupted"]);

        File.Delete(flag);
        watcher.OnOutput = null;
        Assert.Equal(NotebookRunStatus.Completed, (await NotebookRunner.RunAsync(notebook, new(folder.Path, watcher))).Status);
        Assert.Null(notebook.Metadata["gan"]);
    }

    [Fact]
    public async Task Cleared_outputs_go_at_once_or_when_the_next_comes()
    {
        var notebook = Of("Console.Write(1); display(2); ClearOutput(); Console.Write(3); ClearOutput(wait: true); Console.Write(4);", "Console.Write(5); ClearOutput(wait: true);");
        await NotebookRunner.RunAsync(notebook, new(folder.Path));
        Assert.Equal("4", Assert.IsType<StreamOutput>(Assert.Single(notebook.Cells[0].Outputs)).Text);
        Assert.Equal("5", Assert.IsType<StreamOutput>(Assert.Single(notebook.Cells[1].Outputs)).Text);
    }

    [Fact]
    public async Task Outputs_from_many_threads_are_all_there()
    {
        var notebook = Of("System.Threading.Tasks.Parallel.For(0, 200, i => { Console.Write(\"x\"); display(i); });");
        await NotebookRunner.RunAsync(notebook, new(folder.Path));
        Assert.Equal(200, notebook.Cells[0].Outputs.OfType<DisplayOutput>().Count());
        Assert.Equal(200, notebook.Cells[0].Outputs.OfType<StreamOutput>().Sum(stream => stream.Text.Length));
    }

    private static Notebook Of(params string[] sources)
    {
        var notebook = new Notebook();
        foreach (var source in sources)
        {
            notebook.Cells.Add(new NotebookCell(CellKind.Code, $"c{notebook.Cells.Count}", source));
        }
        return notebook;
    }

    private sealed class Watcher : INotebookRunObserver
    {
        public List<string> Heard { get; } = [];

        public Action<string>? OnOutput { get; set; }

        public void CellStarted(int number, int count, string firstLine) => Heard.Add($"{number}/{count} {firstLine}");

        public void OutputArrived(CellOutput output, bool isUpdate)
        {
            var text = (output as DisplayOutput)?.Data["text/plain"] ?? "";
            Heard.Add($"{(isUpdate ? "update" : "output")} {text}");
            OnOutput?.Invoke(text);
        }
    }
}
