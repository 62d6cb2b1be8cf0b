using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace GanNotebooks.Data.Downloads;

/// <summary>
/// Downloads one file. The bytes received so far lie in <c>NAME.part</c>, from which the next attempt or run continues; the final name is
/// given only to the complete file, when its length and its SHA-256 are right.
/// </summary>
internal sealed class FileDownload(HttpClient client, RealFile file, string folder, DownloadOptions options, IProgress<DownloadProgress>? progress)
{
    private readonly string part = Path.Combine(folder, file.Name + ".part");

    /// <summary>Downloads the file from the first mirror that has it.</summary>
    /// <returns>Why each mirror failed; null when the file is there.</returns>
    public async Task<IReadOnlyList<string>?> RunAsync(IEnumerable<string> mirrors, CancellationToken stop)
    {
        var failures = new List<string>();
        foreach (var mirror in mirrors)
        {
            var address = mirror.EndsWith('/') ? mirror + file.Name : $"{mirror}/{file.Name}";
            try
            {
                await FetchPatientlyAsync(address, stop).ConfigureAwait(false);
                File.Move(part, Path.Combine(folder, file.Name), overwrite: true);
                return null;
            }
            catch (MirrorFailure failure)
            {
                failures.Add($"{address}: {failure.Message}");
            }
        }
        return failures;
    }

    /// <summary>Whether a file has the length and the SHA-256 it should have.</summary>
    public static bool IsGenuine(string path, RealFile file)
    {
        using var stream = File.OpenRead(path);
        return stream.Length == file.Bytes && Convert.ToHexString(SHA256.HashData(stream)).Equals(file.Sha256, StringComparison.OrdinalIgnoreCase);
    }

    private async Task FetchPatientlyAsync(string address, CancellationToken stop)
    {
        var pause = options.Pause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await FetchAsync(address, stop).ConfigureAwait(false);
                return;
            }
            catch (MirrorFailure failure) when (failure.MayPass && attempt < options.Attempts)
            {
                await Task.Delay(pause, stop).ConfigureAwait(false);
                pause *= 2;
            }
        }
    }

    private async Task FetchAsync(string address, CancellationToken stop)
    {
        var have = File.Exists(part) ? new FileInfo(part).Length : 0;
        if (have > file.Bytes) have = Restart();
        var resumed = have > 0;
        if (have < file.Bytes) await AppendAsync(address, have, stop).ConfigureAwait(false);
        if (IsGenuine(part, file)) return;
        Restart();
        throw new MirrorFailure("its content is not what was published (another SHA-256)", mayPass: resumed);      // the beginning may come from another mirror
    }

    private long Restart()
    {
        File.Delete(part);
        return 0;
    }

    private async Task AppendAsync(string address, long have, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(options.Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
            if (have > 0) request.Headers.Range = new RangeHeaderValue(have, null);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            var start = StartOf(answer, have);
            CheckLength(answer, start);
            await CopyAsync(answer, start, patience).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException or IOException { InnerException: System.Net.Sockets.SocketException })
        {
            throw new MirrorFailure(Reason(e), mayPass: e is not HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }, e);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new MirrorFailure($"nothing came for {options.Patience.TotalSeconds:0.#} seconds", mayPass: true);
        }
        catch (Exception e) when (e is UriFormatException or NotSupportedException or InvalidOperationException)
        {
            throw new MirrorFailure($"no address that can be fetched ({e.Message})", mayPass: false, e);
        }
    }

    /// <summary>The position in the file at which the response begins.</summary>
    private static long StartOf(HttpResponseMessage answer, long have) => answer.StatusCode switch
    {
        HttpStatusCode.OK => 0,
        HttpStatusCode.PartialContent when answer.Content.Headers.ContentRange?.From == have => have,
        HttpStatusCode.PartialContent => throw new MirrorFailure("answered with another part than was asked for", mayPass: false),
        HttpStatusCode.RequestedRangeNotSatisfiable => throw new MirrorFailure("its file is shorter than the part that is here", mayPass: false),
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => throw new MirrorFailure(Status(answer), mayPass: true),
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => throw new MirrorFailure("redirects to other addresses without end", mayPass: false),
        _ => throw new MirrorFailure(Status(answer), mayPass: false),
    };

    private void CheckLength(HttpResponseMessage answer, long start)
    {
        if (answer.Content.Headers.ContentLength is { } offered && start + offered != file.Bytes)
            throw new MirrorFailure(string.Create(CultureInfo.InvariantCulture, $"has {start + offered:N0} bytes, {file.Bytes:N0} expected: another file, or a page about an error"), mayPass: false);
    }

    private async Task CopyAsync(HttpResponseMessage answer, long start, CancellationTokenSource patience)
    {
        var content = await answer.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        var target = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        await using (content.ConfigureAwait(false))
        await using (target.ConfigureAwait(false))
        {
            target.SetLength(start);
            target.Position = start;
            while (await content.ReadAsync(buffer, patience.Token).ConfigureAwait(false) is > 0 and var count)
            {
                if (target.Position + count > file.Bytes) throw new MirrorFailure(string.Create(CultureInfo.InvariantCulture, $"has more than the {file.Bytes:N0} bytes expected"), mayPass: false);
                await target.WriteAsync(buffer.AsMemory(0, count), CancellationToken.None).ConfigureAwait(false);
                progress?.Report(new DownloadProgress(file, target.Position));
                patience.CancelAfter(options.Patience);
            }
            target.Flush(flushToDisk: true);
            if (target.Position < file.Bytes) throw new MirrorFailure(string.Create(CultureInfo.InvariantCulture, $"broke off after {target.Position:N0} of {file.Bytes:N0} bytes"), mayPass: true);
        }
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static string Status(HttpResponseMessage answer) => $"answered {(int)answer.StatusCode} {answer.ReasonPhrase}";

    private static string Reason(Exception e) =>
        e.InnerException is { } inner && !e.Message.Contains(inner.Message, StringComparison.Ordinal) ? $"{e.Message} ({inner.Message})" : e.Message;
}
