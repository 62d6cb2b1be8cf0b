using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GanNotebooks.Kernel.Jupyter;
using GanNotebooks.Kernel.Jupyter.Zmtp;

namespace GanNotebooks.Kernel.Tests.Jupyter;

[Collection(nameof(AloneInTheProcess))]       // a peer that does not read in time is closed, and on a crowded machine so is one that would
public sealed class SocketTests : IDisposable
{
    private readonly IPEndPoint at = new(IPAddress.Loopback, Connections.FreePorts()[0]);
    private readonly StringWriter log = new();
    private readonly Complaints complaints;
    private ZmtpSocket? socket;

    public SocketTests() => complaints = new Complaints(log);

    public void Dispose()
    {
        socket?.Dispose();
        log.Dispose();
    }

    [Fact]
    public void A_router_answers_each_peer_by_its_identity()
    {
        RouterSocket router = null!;
        router = Started(new RouterSocket(at, (identity, frames) => router.Send(identity, [.. frames, "back"u8.ToArray()]), complaints));
        using var ada = ZmtpClient.Connect(at, "DEALER", "ada");
        using var bob = ZmtpClient.Connect(at, "DEALER", "bob");
        using var nobody = ZmtpClient.Connect(at, "DEALER");
        foreach (var (peer, text) in new[] { (ada, "1"), (bob, "2"), (nobody, "3") })
        {
            peer.Send(Bytes(text));
        }
        foreach (var (peer, text) in new[] { (nobody, "3"), (bob, "2"), (ada, "1") })
        {
            Assert.Equal([text, "back"], peer.Receive().Select(Encoding.UTF8.GetString));
        }
        Assert.False(router.Send(Bytes("carol"), [Bytes("x")]));
    }

    [Fact]
    public void Connections_of_one_identity_all_stay_and_hear_the_answers()
    {
        RouterSocket router = null!;
        router = Started(new RouterSocket(at, (identity, frames) => router.Send(identity, frames), complaints));
        using var before = ZmtpClient.Connect(at, "DEALER", "ada");
        before.Send(Bytes("1"));
        before.Receive();
        using var after = ZmtpClient.Connect(at, "DEALER", "ada");
        after.Send(Bytes("2"));
        Assert.Equal("2", Encoding.UTF8.GetString(Assert.Single(after.Receive())));
        before.Send(Bytes("3"));
        Assert.Equal(["2", "3"], new[] { before, before }.Select(peer => Encoding.UTF8.GetString(Assert.Single(peer.Receive()))).Order());     // each connection is answered by a thread of its own
        before.Dispose();
        after.Receive();
        after.Send(Bytes("4"));
        Assert.Equal("4", Encoding.UTF8.GetString(Assert.Single(after.Receive())));
    }

    [Fact]
    public void Subscriptions_match_by_prefix_and_come_as_messages_or_commands()
    {
        var publisher = Started(new PublisherSocket(at, complaints));
        using var byMessage = ZmtpClient.Connect(at, "SUB");
        using var byCommand = ZmtpClient.Connect(at, "XSUB");
        byMessage.Send([1, .. "str"u8]);
        byCommand.Command("SUBSCRIBE", [.. "status"u8]);
        Synchronize(byMessage);
        Synchronize(byCommand);
        publisher.Publish([Bytes("stream"), Bytes("a")]);
        publisher.Publish([Bytes("status"), Bytes("b")]);
        Assert.Equal(["stream", "a"], byMessage.Receive().Select(Encoding.UTF8.GetString));
        Assert.Equal(["status", "b"], byCommand.Receive().Select(Encoding.UTF8.GetString));
        byMessage.Send([0, .. "str"u8]);
        byCommand.Command("CANCEL", [.. "status"u8]);
        Synchronize(byMessage);
        Synchronize(byCommand);
        publisher.Publish([Bytes("stream"), Bytes("a")]);
        publisher.Publish([Bytes("status"), Bytes("b")]);
        Assert.False(byMessage.Hears(50) || byCommand.Hears(50));
    }

    [Fact]
    public void The_heartbeat_sends_back_what_it_hears()
    {
        Started(new ReplySocket(at, complaints));
        using var request = ZmtpClient.Connect(at, "REQ");
        request.Send([], Bytes("beat"));
        Assert.Equal(["", "beat"], request.Receive().Select(Encoding.UTF8.GetString));
    }

    [Theory]
    [InlineData("47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a")]   // a browser
    [InlineData("ff 00 00 00 00 00 00 00 01 7f 01 05 00 00")]         // ZMTP 2.0
    public void Who_greets_wrongly_is_closed_and_the_others_stay(string greeting) => AssertClosed(peer =>
        peer.Stream.Write([.. Convert.FromHexString(greeting.Replace(" ", "", StringComparison.Ordinal)), .. new byte[64]]), shakesHands: false);

    [Fact]
    public void Who_says_nothing_known_first_is_closed() => AssertClosed(peer =>
    {
        peer.Stream.Write(Greeting.Bytes);
        peer.Command("HELLO", 1, 2, 3);
    }, shakesHands: false);

    [Fact]
    public void A_socket_of_the_wrong_type_is_closed() => AssertClosed(peer =>
    {
        peer.Stream.Write(Greeting.Bytes);
        peer.Stream.Write(ZmtpClient.Ready("SUB", ""));
    }, shakesHands: false);

    [Fact]
    public void A_malformed_frame_closes_its_connection() => AssertClosed(peer => peer.Stream.Write([0xf0, 1, 2]));

    [Fact]
    public void A_frame_too_long_closes_its_connection() => AssertClosed(peer => peer.Stream.Write([2, 0, 0, 1, 0, 0, 0, 0, 0]));

    [Fact]
    public void A_message_without_end_closes_its_connection() => AssertClosed(peer =>
    {
        var frames = new byte[200_000];   // empty frames, more to come
        for (var i = 0; i < frames.Length; i += 2)
        {
            frames[i] = 1;
        }
        try
        {
            for (var i = 0; i < 11; i++)
            {
                peer.Stream.Write(frames);
            }
        }
        catch (IOException)
        {
            // Closed while it wrote, which is what is asked for.
        }
    });

    [Fact]
    public async Task A_subscriber_that_does_not_read_delays_nobody_for_long()
    {
        var publisher = Started(new PublisherSocket(at, complaints));
        using var stuck = ZmtpClient.Connect(at, "SUB");
        using var reader = ZmtpClient.Connect(at, "SUB");
        stuck.Send([1]);
        reader.Send([1]);
        Synchronize(stuck);
        Synchronize(reader);
        var received = Task.Run(() => Enumerable.Range(0, 60).Sum(_ => (long)reader.Receive()[1].Length));
        var watch = Stopwatch.StartNew();
        var megabyte = new byte[1 << 20];
        for (var i = 0; i < 60; i++)
        {
            publisher.Publish([Bytes("stream"), megabyte]);
            publisher.AwaitRoom();
        }
        Assert.Equal(60L << 20, await received);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.True(stuck.IsClosed());
    }

    [Fact]
    public void An_address_in_use_is_an_error()
    {
        using var first = new ReplySocket(at, complaints);
        Assert.Throws<SocketException>(() => new ReplySocket(at, complaints));
    }

    [Fact]
    public void Messages_of_one_call_come_one_after_the_other_to_those_who_want_them()
    {
        var publisher = Started(new PublisherSocket(at, complaints));
        using var all = ZmtpClient.Connect(at, "SUB");
        using var some = ZmtpClient.Connect(at, "SUB");
        all.Send([1]);
        some.Send([1, .. "b"u8]);
        Synchronize(all);
        Synchronize(some);
        publisher.Publish([Bytes("a"), Bytes("1")], [Bytes("b"), Bytes("2")], [Bytes("c"), Bytes("3")], [Bytes("b"), Bytes("4")]);
        Assert.Equal(["a1", "b2", "c3", "b4"], Enumerable.Range(0, 4).Select(_ => string.Concat(all.Receive().Select(Encoding.UTF8.GetString))));
        Assert.Equal(["b2", "b4"], Enumerable.Range(0, 2).Select(_ => string.Concat(some.Receive().Select(Encoding.UTF8.GetString))));
    }

    private void AssertClosed(Action<ZmtpClient> misbehave, bool shakesHands = true)
    {
        RouterSocket router = null!;
        router = Started(new RouterSocket(at, (identity, frames) => router.Send(identity, frames), complaints));
        using var good = ZmtpClient.Connect(at, "DEALER", "good");
        using (var bad = shakesHands ? ZmtpClient.Connect(at, "DEALER", "bad") : ZmtpClient.Silent(at))
        {
            misbehave(bad);
            Assert.True(bad.IsClosed());
        }
        good.Send(Bytes("still here"));
        Assert.Equal("still here", Encoding.UTF8.GetString(Assert.Single(good.Receive())));
        Assert.Contains("was closed", log.ToString(), StringComparison.Ordinal);
    }

    // A pong that comes back shows that everything before the ping was heard.
    private static void Synchronize(ZmtpClient peer)
    {
        peer.Command("PING", 0, 10, 7, 8, 9);
        var (name, context) = Commands.Parse(peer.ReceiveFrame().Body);
        Assert.Equal("PONG", name);
        Assert.Equal([7, 8, 9], context);
    }

    private TSocket Started<TSocket>(TSocket made) where TSocket : ZmtpSocket
    {
        socket = made;
        made.Start();
        return made;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
