using System.Diagnostics;
using System.Text.Json.Nodes;

namespace GanNotebooks.Cli.Tests;

/// <summary>The kernel's processes, and what ends them.</summary>
public class DyingKernelTests
{
    [Fact]
    public void What_ends_the_process_of_the_cells_is_an_error_of_the_cell_and_a_new_process_is_there()
    {
        using var kernel = new KernelProcesses();
        foreach (var (code, reason) in new[]
        {
            ("Environment.Exit(3);", "exit code 3"),
            ("Environment.FailFast(\"on purpose\");", "on purpose"),
            ("System.Runtime.InteropServices.Marshal.ReadByte((nint)12345)", "protected memory"),
            ("System.Diagnostics.Process.GetCurrentProcess().Kill();", OperatingSystem.IsWindows() ? "ended" : "killed from outside"),
            ("void F() { Span<byte> big = stackalloc byte[100_000_000]; big.Fill(1); } F();", "stack overflowed"),
        })
        {
            Assert.Equal("ok", (string?)kernel.Front.Run("var kept = 1; Console.Write(kept);").Reply["status"]);
            var cell = kernel.Front.Start("Console.Write(\"before\"); " + code);
            var waiting = kernel.Front.Start("Console.Write(\"must not run\")");
            var reply = kernel.Front.ReplyTo(cell);
            Assert.Equal("KernelEnded", (string?)reply["ename"]);
            Assert.Contains(reason, (string?)reply["evalue"], StringComparison.Ordinal);
            Assert.Contains("run the cells above again", (string?)reply["evalue"], StringComparison.Ordinal);
            var outputs = kernel.Front.OutputsOf(cell);
            Assert.Equal("before", (string?)outputs.First(output => output.Type == "stream").Content["text"]);
            Assert.Contains("in cell", outputs.Single(output => output.Type == "error").Content["traceback"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.Equal("aborted", (string?)kernel.Front.ReplyTo(waiting)["status"]);
            Assert.Equal("CompilationError", (string?)kernel.Front.Run("kept").Reply["ename"]);
        }
    }

    [Fact]
    public async Task A_kill_between_two_cells_is_told_by_the_next_one()
    {
        using var kernel = new KernelProcesses();
        var cells = kernel.CellProcess();
        Process.GetProcessById(cells).Kill();
        Assert.True(await KernelProcesses.Ends(cells));
        await Task.Delay(500);
        var (reply, outputs) = kernel.Front.Run("1 + 1");
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Contains(outputs, output => output.Type == "stream" && ((string)output.Content["text"]!).Contains("its variables are gone", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_that_ends_libtorchs_process_is_an_error_with_its_reason()
    {
        using var kernel = new KernelProcesses();
        kernel.Front.Run($"#r \"{typeof(TorchSharp.torch).Assembly.Location}\"\nusing TorchSharp;\nvar kept = 41;");
        foreach (var (code, reason) in new[]
        {
            ("\ntorch.matmul(torch.ones(2, 3), torch.ones(2, 3))", "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)"),
            ("var a = torch.ones(1, requires_grad: true);\ntorch.autograd.grad([a * 2], [torch.ones(1, requires_grad: true)])", "not have been used in the graph"),
            ("\nawait Task.Run(() => torch.matmul(torch.ones(2, 3), torch.ones(2, 3)))", "cannot be multiplied"),
        })
        {
            var (reply, outputs) = kernel.Front.Run(code);
            Assert.Contains(reason, (string?)reply["evalue"], StringComparison.Ordinal);
            if (!OperatingSystem.IsLinux()) return;     // elsewhere the process ends, or .NET itself makes an exception of it
            Assert.Equal("ExternalException", (string?)reply["ename"]);
            Assert.Contains("line 2", outputs.Single(output => output.Type == "error").Content["traceback"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains(kernel.Front.Run("kept").Outputs, output => output.Type == "execute_result");
        }
    }

    [Fact]
    public void What_native_code_and_other_programs_write_is_shown_by_the_cell()
    {
        using var kernel = new KernelProcesses();
        var (_, outputs) = kernel.Front.Run("System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(\"dotnet\", [\"--version\"])).WaitForExit();");
        Assert.Contains(outputs, output => output.Type == "stream" && ((string)output.Content["text"]!).Contains("10.", StringComparison.Ordinal));
        if (OperatingSystem.IsWindows()) return;
        (_, outputs) = kernel.Front.Run("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int puts(string s);\nputs(\"from C\");");
        Assert.Contains(outputs, output => output.Type == "stream" && (string?)output.Content["text"] == "from C\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Console.Write(1); while (true) { }")]
    [InlineData("Console.Write(1); System.Threading.Thread.Sleep(-1);")]
    [InlineData("Console.Write(1); await GetInputAsync(\"?\");")]
    public async Task The_process_of_the_cells_ends_with_the_kernel_whatever_it_does(string running)
    {
        using var kernel = new KernelProcesses();
        var cells = kernel.CellProcess();
        if (running.Length > 0)
        {
            kernel.Front.Start(running, new JsonObject { ["allow_stdin"] = true });
            while (kernel.Front.Hear(kernel.Front.IOPub).Type != "stream") { }
        }
        kernel.Started.Kill();     // SIGKILL: nothing of it gets to clean up
        Assert.True(await KernelProcesses.Ends(cells));
        Assert.True(await kernel.PortsGetFree());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Console.Write(1); while (true) { }")]
    public async Task Both_end_when_the_program_that_has_started_them_is_killed_tried_on_Linux(string running)
    {
        if (!OperatingSystem.IsLinux()) return;
        using var kernel = new KernelProcesses("timeout", "--foreground", "1000");
        var cells = kernel.CellProcess();
        if (running.Length > 0)
        {
            kernel.Front.Start(running);
            while (kernel.Front.Hear(kernel.Front.IOPub).Type != "stream") { }
        }
        kernel.Started.Kill();
        Assert.True(await KernelProcesses.Ends(cells));
        Assert.True(await kernel.PortsGetFree());
    }

    [Fact]
    public async Task A_kernel_that_was_started_by_hand_outlives_its_shell_tried_on_Linux()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var kernel = new KernelProcesses("sh");
        var cells = kernel.CellProcess();
        kernel.Started.Kill();
        await Task.Delay(3000);     // longer than it looks for its parent
        Assert.Equal(cells, kernel.CellProcess());
        kernel.Front.Ask(kernel.Front.Control, "shutdown_request");
        Assert.True(await KernelProcesses.Ends(cells));
    }

    [Fact]
    public async Task A_shutdown_ends_both_while_a_cell_runs()
    {
        using var kernel = new KernelProcesses();
        var cells = kernel.CellProcess();
        kernel.Front.Start("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start(); while (true) { }");
        kernel.Front.Ask(kernel.Front.Control, "shutdown_request");
        Assert.True(await KernelProcesses.Ends(cells));
        Assert.True(await KernelProcesses.Ends(kernel.Started.Id));
    }
}
