using GanNotebooks.Kernel.Jupyter.Zmtp;

namespace GanNotebooks.Kernel.Tests.Jupyter;

public class FramingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(3_000_000)]   // longer than what is read at once
    public void A_frame_is_read_as_it_was_written(int length)
    {
        var body = new byte[length];
        new Random(1).NextBytes(body);
        using var wire = new MemoryStream(Framing.Encode([body, []]));
        var first = Framing.Read(wire, length);
        var second = Framing.Read(wire, length);
        Assert.Equal(body, first.Body);
        Assert.Equal((FrameFlags.More, FrameFlags.None, 0), (first.Flags, second.Flags, second.Body.Length));
    }

    [Fact]
    public void The_bytes_are_those_of_the_specification()
    {
        Assert.Equal([1, 1, 0x61, 0, 2, 0x62, 0x63], Framing.Encode(["a"u8.ToArray(), "bc"u8.ToArray()]));
        Assert.Equal([2, 0, 0, 0, 0, 0, 0, 1, 0], Framing.Encode([new byte[256]])[..9]);
        Assert.Equal([4, 7, 4, .. "PING"u8, 0, 1], Commands.Encode("PING", [0, 1]));
    }

    [Theory]
    [InlineData("08 01 00", "flags")]
    [InlineData("05 01 00", "flags")]                               // a command in parts
    [InlineData("00 0b 00", "11 bytes, where 10")]
    [InlineData("02 ff ff ff ff ff ff ff ff", "18446744073709551615 bytes")]
    public void What_is_no_frame_is_refused(string wire, string why)
    {
        using var stream = new MemoryStream(Convert.FromHexString(wire.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Contains(why, Assert.Throws<ZmtpException>(() => Framing.Read(stream, 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_that_claims_more_than_comes_costs_no_memory()
    {
        using var stream = new MemoryStream([2, 0, 0, 0, 0, 0x3f, 0xff, 0xff, 0xff, 1, 2, 3]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<EndOfStreamException>(() => Framing.Read(stream, int.MaxValue));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
    }

    [Theory]
    [InlineData(9)]    // no signature
    [InlineData(10)]   // an older version
    [InlineData(12)]   // another mechanism
    public void A_greeting_with_one_wrong_byte_is_refused(int at)
    {
        var greeting = (byte[])Greeting.Bytes.Clone();
        greeting[at] = 1;
        using var stream = new MemoryStream(greeting);
        Assert.Throws<ZmtpException>(() => Greeting.Read(stream));
    }

    [Fact]
    public void Ready_is_read_and_its_cut_ends_are_refused()
    {
        var (name, content) = Commands.Parse(ZmtpClient.Ready("DEALER", "me")[2..]);
        Assert.Equal("READY", name);
        var (type, identity) = Commands.ParseReady(content);
        Assert.Equal(("DEALER", "me"), (type, System.Text.Encoding.ASCII.GetString(identity)));
        for (var length = 1; length < content.Length; length++)
        {
            if (length != 22)   // the end of the first property
            {
                Assert.Throws<ZmtpException>(() => Commands.ParseReady(content.AsSpan(0, length)));
            }
        }
        Assert.Throws<ZmtpException>(() => Commands.Parse([]));
        Assert.Throws<ZmtpException>(() => Commands.Parse([5, 1, 2]));
    }
}
