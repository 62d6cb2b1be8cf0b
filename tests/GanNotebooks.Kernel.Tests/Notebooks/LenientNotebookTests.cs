using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Kernel.Tests.Notebooks;

/// <summary>What Python's JSON accepts and stricter readers do not: each notebook is read, run and saved, and read again.</summary>
public class LenientNotebookTests
{
    [Theory]
    [InlineData("""{"cells":[{"cell_type":"code","id":"a","metadata":{"n":1},"metadata":{"n":2},"outputs":[],"execution_count":null,"source":["0"],"source":["1+1"]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""")]
    [InlineData("""{"cells":[{"cell_type":"code","id":"a","metadata":{"n":2,"s":"\udc00"},"outputs":[{"output_type":"stream","name":"stdout","text":["x \ud83d\n"]}],"execution_count":1,"source":["1+1"]}],"metadata":{"title":"\ud83d","\udc00":1},"nbformat":4,"nbformat_minor":5}""")]
    [InlineData("""{"cells":[{"cell_type":"code","metadata":{"n":2,"a":NaN,"b":-Infinity,"c":1e400,"d":123456789012345678901234567890,"e":1E+2},"outputs":[],"source":"1+1"}],"metadata":{"deep":[[[[{"x":Infinity}]]]]},"nbformat":4,"nbformat_minor":0}""")]
    [InlineData("\uFEFF{\"cells\":[{\"cell_type\":\"code\",\"metadata\":{\"n\":2},\"outputs\":[7,{\"output_type\":3},{\"output_type\":\"error\",\"ename\":1,\"evalue\":null,\"traceback\":[1,null]},{\"output_type\":\"execute_result\",\"execution_count\":\"x\",\"data\":{\"\":1,\"text/plain\":[1]}}],\"execution_count\":99999999999,\"source\":[\"1\",\"+1\"]}],\"metadata\":null,\"nbformat\":4.0}")]
    public async Task A_notebook_is_run_and_saved_whatever_else_is_in_it(string json)
    {
        using var folder = new Folder();
        var notebook = Notebook.Load(folder.Write("n.ipynb", json));
        Assert.True(Notebook.Parse(notebook.ToJson(), "n").ToJson() == notebook.ToJson());      // what was read survives
        Assert.Equal(NotebookRunStatus.Completed, (await NotebookRunner.RunAsync(notebook, new NotebookRunOptions(folder.Path))).Status);
        var path = Path.Combine(folder.Path, "run.ipynb");
        notebook.Save(path);
        HtmlExporter.Save(notebook, Path.Combine(folder.Path, "run.html"));
        var saved = Notebook.Load(path);
        Assert.Equal("2", Assert.IsType<DisplayOutput>(Assert.Single(saved.Cells[0].Outputs)).Data["text/plain"]);
        Assert.Equal("2", saved.Cells[0].Metadata["n"]!.ToJsonString());
        Assert.NotEmpty(saved.Cells[0].Id);
    }

    [Fact]
    public void Numbers_and_half_pairs_are_written_as_they_were_read()
    {
        const string Metadata = """{"a": NaN, "b": -Infinity, "c": 123456789012345678901234567890, "d": 1.50, "e": "\ud83d x", "f": "😀"}""";
        var written = Notebook.Parse($$$"""{"cells": [], "nbformat": 4, "metadata": {{{Metadata}}}}""", "n").ToJson();
        Assert.Contains(Metadata.Replace("{", "{\n  ", StringComparison.Ordinal).Replace(", ", ",\n  ", StringComparison.Ordinal).Replace("}", "\n }", StringComparison.Ordinal), written, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_outputs_keep_numbers_that_json_does_not_have()
    {
        const string Json = """{"cells": [{"cell_type": "code", "source": "", "outputs": [{"output_type": "display_data", "metadata": {}, "data": {"application/json": {"z": [NaN, 1e400], "a": 1}}}]}], "nbformat": 4}""";
        var saved = JsonText.Parse(Notebook.Parse(Json, "n").ToJson())!;
        Assert.Equal("""{"a":1,"z":[NaN,Infinity]}""", JupyterJson.Compact(saved["cells"]![0]!["outputs"]![0]!["data"]!["application/json"]));
    }

    [Theory]
    [InlineData(1_900, true)]
    [InlineData(100_000, false)]
    public void Deep_nesting_is_read_or_refused_and_never_ends_the_process(int depth, bool isRead)
    {
        var json = $$$"""{"cells": [], "nbformat": 4, "metadata": {"x": {{{new string('[', depth)}}}{{{new string(']', depth)}}}}}""";
        if (isRead)
        {
            Assert.Equal(depth + 1, Notebook.Parse(Notebook.Parse(json, "n").ToJson(), "n").ToJson().Count('['));
        }
        else
        {
            Assert.Contains("nested more than", Assert.Throws<NotebookFormatException>(() => Notebook.Parse(json, "n")).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[1,]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\\")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1 2")]
    [InlineData("")]
    [InlineData("nul")]
    public void What_python_refuses_is_refused(string json) => Assert.False(JupyterJson.TryParse(json, out _));

    [Theory]
    [InlineData("""{"polyglot_notebook": {"kernelName": "fsharp"}}""", "{}", "F#")]
    [InlineData("""{"dotnet_interactive": {"language": "pwsh"}}""", "{}", "PowerShell")]
    [InlineData("""{"vscode": {"languageId": "python"}}""", "{}", "Python")]
    [InlineData("""{"vscode": {"languageId": "dotnet-interactive.fsharp"}}""", "{}", "F#")]
    [InlineData("{}", """{"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}""", "Python")]
    [InlineData("{}", """{"language_info": {"name": "julia"}}""", "Julia")]
    [InlineData("""{"vscode": {"languageId": "polyglot-notebook"}, "dotnet_interactive": {"language": "csharp"}}""", """{"kernelspec": {"language": "python"}}""", null)]
    [InlineData("{}", """{"kernelspec": {"language": "C#", "name": ".net-csharp"}, "language_info": {"name": "polyglot-notebook"}}""", null)]
    [InlineData("""{"dotnet_interactive": 3}""", """{"kernelspec": {"language": 1}, "language_info": null}""", null)]
    public async Task A_cell_of_another_language_is_named_and_not_compiled(string cell, string notebook, string? language)
    {
        using var folder = new Folder();
        var read = Notebook.Parse($$"""{"nbformat": 4, "metadata": {{notebook}}, "cells": [{"cell_type": "code", "metadata": {{cell}}, "source": "1 + 1", "outputs": []}]}""", "n");
        var result = await NotebookRunner.RunAsync(read, new NotebookRunOptions(folder.Path));
        Assert.Equal(language is null ? NotebookRunStatus.Completed : NotebookRunStatus.Failed, result.Status);
        if (language is not null)
        {
            Assert.Contains($"cell 1 is written in {language}", Assert.IsType<ErrorOutput>(Assert.Single(read.Cells[0].Outputs)).Error.Message, StringComparison.Ordinal);
        }
    }
}
