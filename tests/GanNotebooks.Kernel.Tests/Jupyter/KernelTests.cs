using System.Diagnostics;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Tests.Jupyter;

/// <summary>A real kernel over loopback; one serves all tests of the class.</summary>
public sealed class KernelTests(KernelTests.Shared shared) : IClassFixture<KernelTests.Shared>
{
    private FrontEnd Front => shared.Front;

    [Fact]
    public void A_cell_speaks_in_the_order_of_the_protocol()
    {
        var (reply, outputs) = Front.Run("Console.Write(\"a\"); Console.Error.Write(\"b\"); display(1); Console.Write(\"c\"); 6 * 7");
        Assert.Equal(["status", "execute_input", "stream", "stream", "display_data", "stream", "execute_result", "status"], outputs.Select(o => o.Type));
        Assert.Equal("busy", (string?)outputs[0].Content["execution_state"]);
        Assert.Equal(["a", "b", "c"], outputs.Where(o => o.Type == "stream").Select(o => (string?)o.Content["text"]));
        Assert.Equal(["stdout", "stderr", "stdout"], outputs.Where(o => o.Type == "stream").Select(o => (string?)o.Content["name"]));
        Assert.Equal("42", (string?)outputs[6].Content["data"]!["text/plain"]);
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Equal((int?)reply["execution_count"], (int?)outputs[6].Content["execution_count"]);
    }

    [Fact]
    public void A_failed_cell_has_one_error_with_the_exceptions_name_and_place()
    {
        var (reply, outputs) = Front.Run("\nthrow new ArgumentException(\"on purpose\");");
        var error = Assert.Single(outputs, o => o.Type == "error").Content;
        Assert.Equal("ArgumentException", (string?)error["ename"]);
        Assert.Equal("on purpose", (string?)error["evalue"]);
        Assert.Contains("line 2", error["traceback"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(("error", "ArgumentException"), ((string?)reply["status"], (string?)reply["ename"]));
    }

    [Fact]
    public void An_error_aborts_what_the_same_front_end_has_asked_for()
    {
        using var other = new FrontEnd(shared.Kernel);
        var failing = Front.Start("System.Threading.Thread.Sleep(300); throw new Exception();");
        var mine = Front.Start("1");
        var info = Front.Say(Front.Shell, "kernel_info_request");
        var theirs = other.Start("2");
        Assert.Equal("error", Status(Front.ReplyTo(failing)));
        Assert.Equal("""{"status":"aborted"}""", Front.ReplyTo(mine).ToJsonString());       // a count would be shown as if it had run
        Assert.Equal("ok", Status(Front.ReplyTo(info)));
        Assert.Equal("ok", Status(other.ReplyTo(theirs)));
        Assert.Equal("ok", Status(Front.Run("3").Reply));
    }

    [Fact]
    public void Or_not_when_it_says_so()
    {
        var failing = Front.Start("System.Threading.Thread.Sleep(200); throw new Exception();", new JsonObject { ["stop_on_error"] = false });
        var next = Front.Start("1");
        Assert.Equal("error", Status(Front.ReplyTo(failing)));
        Assert.Equal("ok", Status(Front.ReplyTo(next)));
    }

    [Fact]
    public void A_silent_cell_shows_nothing_and_does_not_count()
    {
        var before = (int)Front.Run("0").Reply["execution_count"]!;
        var (reply, outputs) = Front.Run("Console.Write(1); display(2); throw new Exception();", new JsonObject { ["silent"] = true });
        Assert.Equal(["status", "status"], outputs.Select(o => o.Type));
        Assert.Equal("error", Status(reply));
        Assert.Equal(before + 1, (int)Front.Run("0").Reply["execution_count"]!);
    }

    [Fact]
    public void User_expressions_come_with_the_reply()
    {
        var reply = Front.Run("var n = 4;", new JsonObject { ["user_expressions"] = new JsonObject { ["square"] = "n * n", ["wrong"] = "m" } }).Reply;
        Assert.Equal("16", (string?)reply["user_expressions"]!["square"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)reply["user_expressions"]!["wrong"]!["status"]);
    }

    [Fact]
    public void An_interrupt_on_control_stops_the_cell()
    {
        var endless = Front.Start("while (true) { }");
        while (Front.Hear(Front.IOPub) is not { Type: "execute_input" } heard || heard.Parent != endless)
        {
        }
        Assert.Equal("ok", Status(Front.Ask(Front.Control, "interrupt_request")));
        Assert.Equal("Interrupted", (string?)Front.ReplyTo(endless)["ename"]);
        Assert.Equal("ok", Status(Front.Run("1").Reply));
    }

    [Fact]
    public void A_question_reaches_the_front_end_and_its_answer_the_cell()
    {
        var asking = Front.Start("Console.Write(\"before\"); (await GetPasswordAsync(\"word?\")).ToUpper()", new JsonObject { ["allow_stdin"] = true });
        var question = Front.Hear(Front.Stdin);
        Assert.Equal(("input_request", asking, "word?", true), (question.Type, question.Parent, (string?)question.Content["prompt"], (bool)question.Content["password"]!));
        Front.Say(Front.Stdin, "input_reply", new JsonObject { ["value"] = "été 😀" });
        Assert.Equal("ok", Status(Front.ReplyTo(asking)));
        Assert.Equal("ÉTÉ 😀", (string?)Front.OutputsOf(asking).Single(o => o.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public void Without_stdin_a_question_is_an_error() =>
        Assert.Contains("StdinNotImplemented", (string?)Front.Run("await GetInputAsync(\"?\")").Reply["ename"], StringComparison.Ordinal);

    [Fact]
    public void History_by_tail_range_and_search()
    {
        var line = (int)Front.Run("\"first of history\"").Reply["execution_count"]!;
        Front.Run("\"second of history\"");
        Front.Run("\"second of history\"");
        JsonArray Ask(JsonObject content) => Front.Ask(Front.Shell, "history_request", content)["history"]!.AsArray();
        Assert.Equal($"[[1,{line + 2},\"\\u0022second of history\\u0022\"]]", Ask(new() { ["hist_access_type"] = "tail", ["n"] = 1 }).ToJsonString());
        Assert.Equal(2, Ask(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = line, ["stop"] = line + 2 }).Count);
        var found = Ask(new() { ["hist_access_type"] = "search", ["pattern"] = "*of hist?ry*", ["unique"] = true, ["output"] = true });
        Assert.Equal(["first of history", "second of history"], found.Select(entry => (string?)entry![2]![1]));
        Assert.Equal("error", Status(Front.Ask(Front.Shell, "history_request", new() { ["hist_access_type"] = "guess" })));
    }

    [Fact]
    public void Updates_are_paced_and_the_last_one_comes()
    {
        var watch = Stopwatch.StartNew();
        var (_, outputs) = Front.Run("var shown = KernelInvocationContext.Current.Display(0); for (var i = 1; i <= 400; i++) { shown.Update(i); System.Threading.Thread.Sleep(1); }");
        var updates = outputs.Where(o => o.Type == "update_display_data").ToList();
        var display = outputs.Single(o => o.Type == "display_data");
        Assert.All(updates, update => Assert.Equal((string?)display.Content["transient"]!["display_id"], (string?)update.Content["transient"]!["display_id"]));
        Assert.Equal("400", (string?)updates[^1].Content["data"]!["text/plain"]);
        Assert.InRange(updates.Count, 2, 3 + (int)(watch.Elapsed.TotalSeconds * 11));
    }

    [Fact]
    public void A_hundred_thousand_lines_come_whole_in_few_messages()
    {
        var (_, outputs) = Front.Run("for (var i = 0; i < 100_000; i++) Console.WriteLine(i);");
        var texts = outputs.Where(o => o.Type == "stream").Select(o => (string)o.Content["text"]!).ToList();
        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), string.Concat(texts));
        Assert.InRange(texts.Count, 1, 200);
    }

    [Fact]
    public void Text_comes_while_the_cell_still_runs()
    {
        var cell = Front.Start("Console.Write(\"early\"); await Task.Delay(1000); Console.Write(\"late\");");
        var watch = Stopwatch.StartNew();
        while (Front.Hear(Front.IOPub) is not { Type: "stream" } heard || heard.Parent != cell)
        {
        }
        Assert.False(Front.Shell.Hears(0), $"the reply came before the text, after {watch.Elapsed}");
        Front.ReplyTo(cell);
    }

    [Fact]
    public void What_is_written_after_the_cell_still_belongs_to_it()
    {
        var cell = Front.Start("_ = Task.Run(async () => { await Task.Delay(200); Console.Write(\"late\"); });");
        Front.OutputsOf(cell);
        var late = Front.Hear(Front.IOPub);
        Assert.Equal(("stream", cell, "late"), (late.Type, late.Parent, (string?)late.Content["text"]));
    }

    [Fact]
    public void Clearing_is_passed_on()
    {
        var (_, outputs) = Front.Run("KernelInvocationContext.Current.ClearOutput(wait: true);");
        Assert.True((bool)outputs.Single(o => o.Type == "clear_output").Content["wait"]!);
    }

    [Fact]
    public void Comms_are_refused_politely()
    {
        Assert.Equal("{}", Front.Ask(Front.Shell, "comm_info_request")["comms"]!.ToJsonString());
        var open = Front.Say(Front.Shell, "comm_open", new() { ["comm_id"] = "c", ["target_name"] = "t", ["data"] = new JsonObject() });
        Assert.Equal(["status", "comm_close", "status"], Front.OutputsOf(open).Select(o => o.Type));
        var message = Front.Say(Front.Shell, "comm_msg", new() { ["comm_id"] = "c", ["data"] = new JsonObject() });
        Assert.Equal(["status", "status"], Front.OutputsOf(message).Select(o => o.Type));
    }

    [Fact]
    public void Unknown_requests_are_ignored_with_a_line()
    {
        var unknown = Front.Say(Front.Shell, "make_tea_request");
        Assert.Equal(["status", "status"], Front.OutputsOf(unknown).Select(o => o.Type));
        Assert.Contains("make_tea_request on Shell is not known", shared.Kernel.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "\"code\" is missing")]
    [InlineData("{\"code\": 5}", "\"code\" must be a text")]
    [InlineData("{\"code\": \"\\ud800\"}", "\"code\" must be a text")]
    [InlineData("{\"code\": \"1\", \"silent\": \"yes\"}", "\"silent\" must be true or false")]
    [InlineData("{\"code\": \"1\", \"user_expressions\": [1]}", "\"user_expressions\" must be an object")]
    public void A_request_that_lacks_something_is_told_what(string content, string why)
    {
        var reply = Front.ReplyTo(Front.SayJson(Front.Shell, "execute_request", content));
        Assert.Equal("error", Status(reply));
        Assert.Contains(why, (string?)reply["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_syntax_error_in_unicode_is_an_error_like_others()
    {
        var (reply, _) = Front.Run("var été = \"😀;\nπ +");
        Assert.Equal("CompilationError", (string?)reply["ename"]);
    }

    [Fact]
    public void Half_a_character_in_an_output_is_replaced() =>
        Assert.Equal("a\ufffdb", (string?)Front.Run("Console.Write(\"a\\ud800b\");").Outputs.Single(o => o.Type == "stream").Content["text"]);

    [Fact]
    public void Is_complete_is_answered()
    {
        Assert.Equal("complete", Status(Front.Ask(Front.Shell, "is_complete_request", new() { ["code"] = "1 + 1" })));
        Assert.Equal("incomplete", Status(Front.Ask(Front.Shell, "is_complete_request", new() { ["code"] = "void F() {" })));
    }

    [Fact]
    public void Places_in_completions_are_code_points()
    {
        const string Code = "var s = \"😀😀\"; s.Subst";
        var reply = Front.Ask(Front.Shell, "complete_request", new() { ["code"] = Code, ["cursor_pos"] = Code.Length - 2 });
        Assert.Contains("Substring", reply["matches"]!.AsArray().Select(match => (string?)match));
        Assert.Equal((Code.Length - 2 - 5, Code.Length - 2), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
    }

    private static string? Status(JsonObject reply) => (string?)reply["status"];

    public sealed class Shared : IDisposable
    {
        internal RunningKernel Kernel { get; } = new();

        internal FrontEnd Front => front ??= new FrontEnd(Kernel);

        private FrontEnd? front;

        public void Dispose()
        {
            front?.Dispose();
            Kernel.Dispose();
        }
    }
}
