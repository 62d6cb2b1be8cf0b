using System.Text;
using GanNotebooks.Kernel.Jupyter;
using GanNotebooks.Kernel.Jupyter.Messages;

namespace GanNotebooks.Kernel.Tests.Jupyter;

public class MessageTests
{
    private static readonly byte[][] Parts = ["{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{\"code\":\"1\"}"u8.ToArray()];

    [Fact]
    public void Signatures_are_those_of_hmac_sha256()
    {
        var signer = new Signer("Jefe"u8.ToArray());
        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",   // RFC 4231, test case 2
            Encoding.ASCII.GetString(signer.Sign([.. new[] { "what do ya ", "want ", "for ", "nothing?" }.Select(Encoding.ASCII.GetBytes)])));
    }

    [Fact]
    public void Only_a_right_signature_that_is_new_is_accepted()
    {
        var signer = new Signer("key"u8.ToArray());
        var right = signer.Sign(Parts);
        Assert.False(signer.Accepts([], Parts));
        Assert.False(signer.Accepts(right[..^1], Parts));
        Assert.False(signer.Accepts([.. right[..^1], (byte)'x'], Parts));
        Assert.False(signer.Accepts(new Signer("other"u8.ToArray()).Sign(Parts), Parts));
        Assert.False(signer.Accepts(right, [.. Parts[..3], "{\"code\":\"2\"}"u8.ToArray()]));
        Assert.True(signer.Accepts(right, Parts));
        Assert.False(signer.Accepts(right, Parts));
    }

    [Theory]
    [InlineData("été 😀 x", 5, 6)]
    [InlineData("😀😀", 1, 2)]
    [InlineData("abc", 3, 3)]
    [InlineData("", 0, 0)]
    public void Places_are_counted_in_code_points(string text, int codePoints, int units)
    {
        Assert.Equal(units, CodePoints.ToUtf16(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUtf16(text, units));
    }

    [Fact]
    public void Places_past_the_end_are_the_end() => Assert.Equal(3, CodePoints.ToUtf16("a😀", 100));

    [Theory]
    [InlineData("nonsense", "JSON")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("{\"key\":\"\"}", "no key")]
    [InlineData("{\"key\":\"k\",\"signature_scheme\":\"hmac-md5\"}", "hmac-md5")]
    [InlineData("{\"key\":\"k\",\"transport\":\"pigeon\"}", "pigeon")]
    [InlineData("{\"key\":\"k\",\"ip\":\"*\"}", "no IP address")]
    [InlineData("{\"key\":\"k\",\"shell_port\":0}", "from 1 to 65535")]
    [InlineData("{\"key\":\"k\",\"shell_port\":\"5\"}", "from 1 to 65535")]
    [InlineData("{\"key\":5}", "\"key\" is no text")]
    public void A_connection_file_that_cannot_be_used_is_told_with_its_name(string json, string why)
    {
        using var folder = new Folder();
        var path = folder.Write("connection.json", json);
        var error = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Read(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_is_told()
    {
        using var first = new RunningKernel();
        var error = Assert.Throws<ConnectionFileException>(() => new JupyterKernel(first.Connection, first.Folder.Path, TextWriter.Null));
        Assert.Contains("cannot be listened on", error.Message, StringComparison.Ordinal);
    }
}
