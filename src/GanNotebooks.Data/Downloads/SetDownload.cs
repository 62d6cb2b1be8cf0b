using System.Globalization;

namespace GanNotebooks.Data.Downloads;

/// <summary>Downloads sets into their folders.</summary>
public static class SetDownload
{
    private const string PartExtension = ".part";
    private const int MostRedirections = 10;

    /// <summary>Downloads what is missing; files that are there and genuine stay.</summary>
    /// <param name="set">The set.</param>
    /// <param name="datasetsFolder">The project's <c>datasets</c> folder.</param>
    /// <param name="options">How often and how long to try.</param>
    /// <param name="progress">Called with the progress of each file.</param>
    /// <param name="stop">Ends the download; the bytes received so far stay for the next time.</param>
    /// <returns>The set's folder.</returns>
    /// <exception cref="DownloadException">No mirror delivered, the disk is full, or another program is downloading the same set.</exception>
    public static async Task<string> RunAsync(RealSet set, string datasetsFolder, DownloadOptions options, IProgress<DownloadProgress>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        var folder = Path.GetFullPath(Path.Combine(datasetsFolder, set.Name));
        if (set.Files.Count == 0) throw new DownloadException($"{set.Title} cannot be fetched by a program. {set.ByHand} Its folder here is {folder}.");
        try
        {
            Directory.CreateDirectory(folder);
            using var only = FolderLock.Take(folder);
            using var handler = new SocketsHttpHandler { MaxAutomaticRedirections = MostRedirections, ConnectTimeout = options.Patience };
            using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
            client.DefaultRequestHeaders.UserAgent.ParseAdd("gan-notebooks/0.1");
            foreach (var file in set.Files)
                await FetchAsync(client, set, file, folder, options, progress, stop).ConfigureAwait(false);
            return folder;
        }
        catch (FolderInUseException e)
        {
            throw new DownloadException($"Another program is fetching {set.Title} into {folder} ({e.Holder}): wait until it has finished.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException and not DownloadException))
        {
            throw new DownloadException($"{folder} cannot be written to: {e.Message}", e);
        }
    }

    /// <summary>Whether every file of a set is there with the right length; <see cref="Problems"/> checks the content too.</summary>
    public static bool IsPresent(RealSet set, string datasetsFolder)
    {
        ArgumentNullException.ThrowIfNull(set);
        var folder = Path.Combine(datasetsFolder, set.Name);
        return set.Files.Count > 0 && set.Files.All(file => IsThere(file, folder));
    }

    /// <summary>The finished files in a set's folder, including those that were put there by hand.</summary>
    public static IEnumerable<FileInfo> Files(RealSet set, string datasetsFolder)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new DirectoryInfo(Path.Combine(datasetsFolder, set.Name)) is { Exists: true } folder
            ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Name[0] != '.' && file.Extension != PartExtension)
            : [];
    }

    /// <summary>The problems of a set's files, by their lengths and SHA-256; empty when there are none.</summary>
    public static IEnumerable<string> Problems(RealSet set, string datasetsFolder)
    {
        ArgumentNullException.ThrowIfNull(set);
        var folder = Path.Combine(datasetsFolder, set.Name);
        foreach (var file in set.Files.Where(file => file.Keep.Count == 0))
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path)) yield return $"{path} is missing.";
            else if (!FileDownload.IsGenuine(path, file)) yield return $"{path} is not the file that was published (another length or SHA-256).";
        }
    }

    private static async Task FetchAsync(HttpClient client, RealSet set, RealFile file, string folder, DownloadOptions options, IProgress<DownloadProgress>? progress, CancellationToken stop)
    {
        var path = Path.Combine(folder, file.Name);
        if (file.Keep.Count > 0 ? IsThere(file, folder) : File.Exists(path) && FileDownload.IsGenuine(path, file)) return;
        CheckRoom(file, folder);
        var mirrors = options.NearestMirror is { } nearest ? set.Mirrors.Prepend(nearest) : set.Mirrors;
        if (await new FileDownload(client, file, folder, options, progress).RunAsync(mirrors, stop).ConfigureAwait(false) is { } failures)
        {
            throw new DownloadException(
                $"{file.Name} of {set.Title} could not be fetched:\n  {string.Join("\n  ", failures)}\n" +
                $"Try again later: what has come is kept. Or get it on another way and put it into {folder} under its name. Behind a proxy, set HTTPS_PROXY and HTTP_PROXY.");
        }
        if (file.Keep.Count > 0) Unpack(path, file, folder);
    }

    private static void Unpack(string path, RealFile file, string folder)
    {
        try
        {
            ArchiveFile.Read(path, (name, _, content) =>
            {
                if (file.Keep.Contains(name)) AtomicFile.Write(Path.Combine(folder, name), content.CopyTo);
            });
        }
        catch (InvalidDataException e)
        {
            throw new DownloadException(e.Message, e);
        }
        if (!IsThere(file, folder)) throw new DownloadException($"{path} does not hold {string.Join(", ", file.Keep)}.");
        File.Delete(path);
    }

    private static bool IsThere(RealFile file, string folder) => file.Keep.Count > 0
        ? file.Keep.All(name => File.Exists(Path.Combine(folder, name)))
        : new FileInfo(Path.Combine(folder, file.Name)) is { Exists: true } found && found.Length == file.Bytes;

    private static void CheckRoom(RealFile file, string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < file.Bytes)
            throw new DownloadException(string.Create(CultureInfo.InvariantCulture, $"{folder} has room for {free / 1e6:N0} MB, and {file.Name} needs {file.Bytes / 1e6:N0} MB: make room first."));
    }
}
