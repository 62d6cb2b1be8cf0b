using System.Text.Json.Nodes;
using GanNotebooks.Data;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Cli.Tests;

public class RunTests
{
    [Fact]
    public async Task Lessons_run_in_order_and_are_saved_as_notebook_and_page()
    {
        using var project = new TestProject();
        project.Lesson("01-second", "2 + 2");
        project.Lesson("00-first", "var a = 1;", "a + 1");
        Assert.Equal(Guard.Success, await project.RunAsync([]));
        Assert.Equal("2", project.Executed("00-first").CodeCells.Last().Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
        Assert.Contains("<!DOCTYPE html>", File.ReadAllText(Path.Combine(project.Folders.Output, "01-second.html")), StringComparison.Ordinal);
        Assert.True(project.Said.IndexOf("00-first", StringComparison.Ordinal) < project.Said.IndexOf("01-second", StringComparison.Ordinal));
        Assert.Contains("2/2", project.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""GanNotebooks.Charts.Figure.Lines("Loss", [new("mine", [1.0, 2.0])])""", "Loss: mine last 2")]
    [InlineData("""Plotly.NET.CSharp.Chart.Line<double, double, string>([1.0, 2.0], [1.0, 2.0], Name: "mine")""", "Figure: mine last 2")]
    public async Task A_chart_of_a_lesson_and_of_the_learners_own_is_saved_in_all_its_forms(string chart, string words)
    {
        using var project = new TestProject();
        project.Lesson("00-chart", $"#r \"{typeof(Plotly.NET.GenericChart).Assembly.Location}\"\n#r \"{typeof(Plotly.NET.CSharp.Chart).Assembly.Location}\"\n#r \"{typeof(Charts.Figure).Assembly.Location}\"", chart);
        Assert.Equal(Guard.Success, await project.RunAsync([]));
        var saved = JsonNode.Parse(File.ReadAllText(Path.Combine(project.Folders.Output, "00-chart.ipynb")))!;
        var data = saved["cells"]!.AsArray()[^1]!["outputs"]![0]!["data"]!.AsObject();
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], data.Select(form => form.Key));
        Assert.Equal("mine", (string?)data["application/vnd.plotly.v1+json"]!["data"]![0]!["name"]);
        Assert.StartsWith(words, string.Concat(data["text/plain"]!.AsArray().Select(line => (string?)line)), StringComparison.Ordinal);
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(project.Folders.Output, "00-chart.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_reads_its_settings_from_the_environment()
    {
        using var project = new TestProject();
        project.Lesson("00-settings", """Console.Write(string.Join(",", new[] { "GAN_BUDGET", "GAN_DATA", "GAN_SEED" }.Select(Environment.GetEnvironmentVariable)));""");
        Assert.Equal(Guard.Success, await project.RunAsync([]));
        Assert.Equal("smoke,digits,4", project.Executed("00-settings").CodeCells.Single().Outputs.OfType<StreamOutput>().Single().Text);
    }

    [Fact]
    public async Task In_place_the_outputs_stand_in_the_lesson_with_what_made_them()
    {
        using var project = new TestProject();
        var good = project.Lesson("00-good", "2 + 3");
        var bad = project.Lesson("01-bad", "int x = \"text\";");
        var before = File.ReadAllText(bad);
        Assert.Equal(Guard.Failure, await project.RunAsync([], inPlace: true, keepGoing: true));
        var made = Notebook.Load(good);
        Assert.Equal("5", made.CodeCells.Single().Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
        Assert.Equal(new RunRecord("smoke", "digits", 4), RunRecord.Of(made));
        made.CodeCells.Single().Source = "2 + 4";
        Assert.Null(RunRecord.Of(made));                    // the outputs are of another cell
        Assert.Equal(before, File.ReadAllText(bad));        // what failed is in the output folder
        Assert.Null(RunRecord.Of(project.Executed("01-bad")));
    }

    [Fact]
    public async Task Cells_find_what_lies_beside_their_notebook()
    {
        using var project = new TestProject();
        project.Lesson("00-here", """Console.Write(System.IO.Path.GetFullPath("../datasets") + "|" + System.IO.File.Exists("00-here.ipynb"));""");
        Assert.Equal(Guard.Success, await project.RunAsync([]));
        Assert.EndsWith("datasets|True", project.Executed("00-here").CodeCells.Single().Outputs.OfType<StreamOutput>().Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_data_a_lesson_takes_what_it_is_written_for()
    {
        using var project = new TestProject();
        project.Lesson("00-settings", """Console.Write(Environment.GetEnvironmentVariable("GAN_DATA") + "|");""");
        Assert.Equal(Guard.Success, await project.RunAsync([], data: null));
        Assert.Equal("|", project.Executed("00-settings").CodeCells.Single().Outputs.OfType<StreamOutput>().Single().Text);
    }

    [Fact]
    public async Task Pictures_that_cannot_be_used_are_named_before_anything_runs()
    {
        using var project = new TestProject();
        project.Lesson("00-fine", "1");
        var data = Directory.CreateDirectory(Path.Combine(project.Folders.Root, "pictures")).FullName;
        ImageFile.Write(Path.Combine(data, "good.png"), CartoonFaces.Draw(1), 0);
        File.WriteAllText(Path.Combine(data, "bad.png"), "words");
        Assert.Equal(Guard.Success, await project.RunAsync([], data));
        Assert.Contains("1 of 2 files are not used: bad.png (neither PNG nor JPEG).", project.Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, await project.RunAsync([], "ring"));
        Assert.Contains("points of the plane", project.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_ends_its_lesson_with_the_error_in_the_notebook()
    {
        using var project = new TestProject();
        project.Lesson("00-bad", "var a = 1;", "\nthrow new InvalidOperationException(\"no luck\");", "3");
        project.Lesson("01-after", "4");
        Assert.Equal(Guard.Failure, await project.RunAsync([]));
        Assert.Contains("cell 2", project.Said, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: no luck", project.Said, StringComparison.Ordinal);
        Assert.Contains("line 2", project.Said, StringComparison.Ordinal);
        Assert.Contains("1 more not run", project.Said, StringComparison.Ordinal);
        var cells = project.Executed("00-bad").CodeCells.ToList();
        Assert.Equal("InvalidOperationException", cells[1].Outputs.OfType<ErrorOutput>().Single().Error.Name);
        Assert.Empty(cells[2].Outputs);
        Assert.False(File.Exists(Path.Combine(project.Folders.Output, "01-after.ipynb")));
    }

    [Fact]
    public async Task Keep_going_runs_the_other_lessons_and_still_fails()
    {
        using var project = new TestProject();
        project.Lesson("00-bad", "int x = \"text\";");
        project.Lesson("01-after", "4");
        Assert.Equal(Guard.Failure, await project.RunAsync([], keepGoing: true));
        Assert.Contains("cell 1, line 1: CS0029", project.Said, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(project.Folders.Output, "01-after.html")));
    }

    [Fact]
    public async Task A_stop_in_the_middle_saves_what_ran_and_marks_it()
    {
        using var project = new TestProject();
        project.Lesson("00-long", "1", """System.IO.File.WriteAllText("started", ""); while (true) { }""", "3");
        using var stop = new CancellationTokenSource();
        var run = project.RunAsync([], stop: stop.Token);
        while (!File.Exists(Path.Combine(project.Folders.Notebooks, "started")) && !run.IsCompleted) await Task.Delay(20);
        await stop.CancelAsync();
        Assert.Equal(Guard.Stopped, await run);
        var notebook = project.Executed("00-long");
        Assert.True((bool)notebook.Metadata["gan"]!["interrupted"]!);
        Assert.Single(notebook.CodeCells.First().Outputs);
        Assert.Empty(notebook.CodeCells.Last().Outputs);
        Assert.Contains("interrupted", project.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", "There is no lesson \"7\"")]
    [InlineData("nothing", "Lessons: 00-only")]
    public async Task A_missing_lesson_is_named_with_those_there_are(string wanted, string message)
    {
        using var project = new TestProject();
        project.Lesson("00-only", "1");
        Assert.Equal(Guard.Failure, await project.RunAsync([wanted]));
        Assert.Contains(message, project.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(project.Folders.Output));
    }

    [Fact]
    public void Lessons_are_found_by_number_name_and_path()
    {
        using var project = new TestProject();
        var path = project.Lesson("02-dcgan", "1");
        Assert.All(["2", "02", "02-dcgan", "02-dcgan.ipynb", path], wanted => Assert.Equal([path], LessonFinder.Find(project.Folders.Notebooks, [wanted])));
    }

    [Fact]
    public async Task A_notebook_that_is_not_json_is_refused_before_anything_runs()
    {
        using var project = new TestProject();
        project.Lesson("00-fine", "1");
        File.WriteAllText(Path.Combine(project.Folders.Notebooks, "01-broken.ipynb"), "{ \"cells\": [\n oops");
        Assert.Equal(Guard.Failure, await project.RunAsync([]));
        Assert.Contains("01-broken.ipynb", project.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(project.Folders.Output));
    }

    [Fact]
    public async Task Damaged_data_are_refused_before_anything_runs()
    {
        using var project = new TestProject();
        project.Lesson("00-fine", "1");
        var data = Directory.CreateDirectory(Path.Combine(project.Folders.Root, "mine")).FullName;
        var images = Path.Combine(data, "train-images-idx3-ubyte");
        IdxFile.Write(images, new byte[3 * 4 * 4], 3, 4, 4);
        Assert.Equal(Guard.Success, await project.RunAsync([], data));

        IdxFile.Write(Path.Combine(data, "train-labels-idx1-ubyte"), [1, 2], 2);
        Assert.Equal(Guard.Failure, await project.RunAsync([], data));
        Assert.Contains("2 labels", project.Said, StringComparison.Ordinal);

        File.WriteAllBytes(images, File.ReadAllBytes(images)[..^5]);
        Assert.Equal(Guard.Failure, await project.RunAsync([], data));
        Assert.Contains("train-images-idx3-ubyte", project.Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, await project.RunAsync([], "mnist"));
        Assert.Contains("MNIST is not in", project.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_written_is_refused_before_anything_runs()
    {
        using var project = new TestProject();
        project.Lesson("00-fine", "1");
        var taken = Path.Combine(project.Folders.Root, "file");
        File.WriteAllText(taken, "");
        Assert.Equal(Guard.Failure, await project.RunAsync([], output: Path.Combine(taken, "out")));
        Assert.Contains("--out", project.Said, StringComparison.Ordinal);
    }
}
