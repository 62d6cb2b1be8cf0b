using System.Security.Cryptography;
using GanNotebooks.Data.Downloads;

namespace GanNotebooks.Data.Tests;

/// <summary>A set of one file on servers of the test's own, fetched into a folder of the test's own.</summary>
public abstract class DownloadTest : IDisposable
{
    private protected static byte[] Content { get; } = Noise(200_000);

    private protected ScratchFolder Scratch { get; } = new();

    private protected string Target => Scratch.File("tiny/data.bin");

    private protected string Part => Target + ".part";

    public void Dispose()
    {
        Scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static DownloadOptions Hasty => new() { Pause = TimeSpan.FromMilliseconds(5), Patience = TimeSpan.FromSeconds(5) };

    private protected static RealSet Set(params ScriptedServer[] servers) =>
        new("tiny", "Tiny", "", "", "") { Mirrors = [.. servers.Select(server => server.Address)], Files = [new("data.bin", Content.Length, Hash(Content))] };

    private protected Task<string> GetAsync(RealSet set, DownloadOptions? options = null, IProgress<DownloadProgress>? progress = null) =>
        SetDownload.RunAsync(set, Scratch.Root, options ?? Hasty, progress, CancellationToken.None);

    /// <summary>The message of a download that fails and leaves nothing under the final name.</summary>
    private protected async Task<string> FailsAsync(RealSet set, DownloadOptions? options = null)
    {
        var error = await Assert.ThrowsAsync<DownloadException>(() => GetAsync(set, options));
        Assert.False(File.Exists(Target));
        return error.Message;
    }

    private protected static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private protected static byte[] Noise(int length, int seed = 1)
    {
        var noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return noise;
    }

    private protected sealed class Heard(List<long> bytes) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => bytes.Add(value.Bytes);
    }
}
