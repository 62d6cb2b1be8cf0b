using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Tests.Jupyter;

public class KernelLifeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shutdown_is_answered_and_ends_the_kernel_while_a_cell_runs(bool restart)
    {
        using var kernel = new RunningKernel();
        using var front = new FrontEnd(kernel);
        front.Start("while (true) { }");
        var reply = front.Ask(front.Control, "shutdown_request", new JsonObject { ["restart"] = restart });
        Assert.Equal(restart, (bool)reply["restart"]!);
        await kernel.Kernel.Ended.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Front_ends_may_talk_on_while_the_kernel_ends()
    {
        using var kernel = new RunningKernel();
        using var front = new FrontEnd(kernel);
        var talking = new Thread(() =>
        {
            try
            {
                while (true)
                {
                    front.Say(front.Shell, "comm_info_request");
                }
            }
            catch (IOException)
            {
                // The kernel has gone.
            }
        });
        talking.Start();
        front.Ask(front.Control, "shutdown_request");
        kernel.Kernel.Dispose();
        Assert.True(talking.Join(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Two_kernels_live_side_by_side()
    {
        using var first = new RunningKernel();
        using var second = new RunningKernel();
        using var front = new FrontEnd(first);
        using var other = new FrontEnd(second);
        front.Run("var x = 1;");
        Assert.Equal("error", (string?)other.Run("x").Reply["status"]);
        Assert.Equal("1", (string?)front.Run("x").Outputs.Single(o => o.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public void Sockets_can_be_files_as_well()
    {
        using var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        // Nobody listens there, and the file is in the way.
        using var kernel = new RunningKernel("ipc", folder => killed.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, "kernel-1"))));
        using var front = new FrontEnd(kernel);
        Assert.Equal("ok", (string?)front.Run("1 + 1").Reply["status"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_front_end_that_comes_back_hears_the_running_cell_and_stops_it(bool isClosed)
    {
        using var kernel = new RunningKernel();
        var gone = new FrontEnd(kernel);
        try
        {
            gone.Start("var shown = display(0); for (var i = 1; ; i++) { Console.WriteLine(new string('x', 10_000_000)); shown.Update(i); System.Threading.Thread.Sleep(300); }");
            while (gone.Hear(gone.IOPub).Type != "update_display_data")
            {
            }
            if (isClosed)
            {
                gone.Dispose();     // else it stays connected, and reads nothing any more
            }
            using var front = new FrontEnd(kernel);
            foreach (var type in new[] { "stream", "update_display_data" })
            {
                while (front.Hear(front.IOPub).Type != type)
                {
                }
            }
            front.Say(front.Control, "interrupt_request");
            while (front.Hear(front.IOPub) is not { Type: "error" } heard || (string?)heard.Content["ename"] != "Interrupted")
            {
            }
            Assert.Equal("ok", (string?)front.Run("1 + 1").Reply["status"]);
        }
        finally
        {
            gone.Dispose();
        }
    }
}
