using System.Net;

namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>A source of packages that a cell has named: a folder, or an address.</summary>
internal static class PackageSource
{
    private static readonly Lazy<HttpClient> Http = new(() => new HttpClient { Timeout = TimeSpan.FromSeconds(15) });

    /// <summary>Why it cannot be used, as a sentence; null when it can.</summary>
    /// <param name="source">A full path, or an address.</param>
    /// <param name="stop">Cancels the check.</param>
    public static async Task<string?> WhyUnusableAsync(string source, CancellationToken stop)
    {
        if (!source.Contains("://", StringComparison.Ordinal))
        {
            return Directory.Exists(source) ? null : $"there is no folder {source}.";
        }
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address))
        {
            return "this is no address.";
        }
        if (address.IsFile)
        {
            return Directory.Exists(address.LocalPath) ? null : $"there is no folder {address.LocalPath}.";
        }
        try
        {
            using var answer = await Http.Value.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            return answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden   // NuGet may know the password
                ? null
                : $"it answers {(int)answer.StatusCode} {answer.ReasonPhrase}. Check the address.";
        }
        catch (Exception e) when (e is HttpRequestException or NotSupportedException or InvalidOperationException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return $"it does not answer ({(e is OperationCanceledException ? "no answer within 15 seconds" : e.Message)}). Check the network and the address.";
        }
    }
}
