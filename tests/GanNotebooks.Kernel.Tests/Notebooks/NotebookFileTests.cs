using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Kernel.Tests.Notebooks;

public class NotebookFileTests
{
    private static readonly string Fixture = Path.Combine(AppContext.BaseDirectory, "Fixtures", "jupyter.ipynb");

    [Fact]
    public void A_file_that_jupyter_wrote_comes_back_byte_for_byte() =>
        Assert.Equal(File.ReadAllText(Fixture), Notebook.Load(Fixture).ToJson());

    [Fact]
    public void Cells_are_read()
    {
        var notebook = Notebook.Load(Fixture);
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal("Grüße 🎲", notebook.Title);
        Assert.Equal("var x = 1;\nx", notebook.Cells[1].Source);
        Assert.True(notebook.Cells[1].HasTag("raises-exception"));
        Assert.Equal("10%\r20%\r\nline\n", Assert.IsType<StreamOutput>(notebook.Cells[1].Outputs[0]).Text);
    }

    [Theory]
    [InlineData("{\n \"cells\": [\n oops", "bad.ipynb, line 3: this is not JSON")]
    [InlineData("[]", "a notebook is a JSON object")]
    [InlineData("{}", "\"nbformat\" is missing")]
    [InlineData("{\"nbformat\": 3}", "nbformat 4 expected, 3 found")]
    [InlineData("{\"nbformat\": 4}", "\"cells\" is missing")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}", "cell 1 needs")]
    public void What_is_no_notebook_is_told_clearly(string json, string message)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(json, "bad.ipynb"));
        Assert.StartsWith("bad.ipynb", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_and_repeated_ids_are_made_the_same_way_each_time()
    {
        const string Json = """{"nbformat": 4, "nbformat_minor": 2, "cells": [{"cell_type": "raw", "source": "a", "metadata": {}}, {"cell_type": "raw", "source": "a", "id": "x"}, {"cell_type": "raw", "source": ["b"], "id": "x"}]}""";
        var ids = Notebook.Parse(Json, "n").Cells.Select(cell => cell.Id).ToList();
        Assert.Equal(ids, Notebook.Parse(Json, "n").Cells.Select(cell => cell.Id));
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal("x", ids[1]);
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_else()
    {
        using var folder = new Folder();
        var path = folder.Write("n.ipynb", "old");
        Notebook.Load(Fixture).Save(path);
        Assert.Equal(File.ReadAllText(Fixture), File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_file_and_says_so()
    {
        using var folder = new Folder();
        folder.Write("n.ipynb/inner.txt", "a folder of this name cannot be replaced by a file");
        var error = Assert.Throws<IOException>(() => Notebook.Load(Fixture).Save(Path.Combine(folder.Path, "n.ipynb")));
        Assert.Contains("could not be written", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Throws<IOException>(() => Notebook.Load(Fixture).Save(Path.Combine(folder.Path, "missing", "n.ipynb")));
    }
}
