using GanNotebooks.Data.Storage;

namespace GanNotebooks.Data.Folders;

/// <summary>Opens a folder of PNG and JPEG files as a set of images of one size; if it has several sub-folders, they are its classes.</summary>
internal static class ImageFolder
{
    private const int UsualSize = 64;
    private const int MostChunkImages = 512;
    private const int ChunkBytes = 64 << 20;
    private const long MostFileBytes = 1L << 28;

    /// <summary>Opens a folder: decodes its pictures once, on all cores, and keeps them in the cache.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">The images' size, and the colour behind transparent pixels.</param>
    /// <param name="cache">Where decoded images are kept.</param>
    /// <exception cref="InvalidDataException">There is no picture that can be read.</exception>
    public static StoredImages Open(string folder, ImageOptions options, ImageCache cache)
    {
        var listing = FolderListing.Of(folder);
        if (listing.Files.Count == 0) throw Empty(listing, listing.Problems);
        var attributes = CelebAttributes.Find(listing);
        string[] key = [$"folder of pictures, size {options.Size}, ground {options.Ground}", listing.Folder, $"{attributes?.Stamp}", .. listing.Files.Select(file => $"{file}"), .. listing.Notes, .. listing.Problems.Select(problem => $"{problem}")];
        return cache.OpenOrMake(Path.GetFileName(listing.Folder), key, writer => Decode(listing, options, attributes, writer));
    }

    private static void Decode(FolderListing listing, ImageOptions options, CelebAttributes? attributes, ImageWriter writer)
    {
        var problems = new List<Problem>(listing.Problems);
        var headers = new ImageHeader?[listing.Files.Count];
        var reasons = new string?[listing.Files.Count];
        Parallel.For(0, headers.Length, i => headers[i] = Try(listing, i, reasons, ImageCodec.ReadHeader));
        var readable = headers.OfType<ImageHeader>().ToList();
        var size = options.Size ?? SizeOf(readable);
        var channels = readable.Count > 0 && readable.TrueForAll(header => header.IsGrey) ? 1 : 3;
        var bytes = channels * size * size;
        var chunk = Math.Clamp(ChunkBytes / bytes, 1, MostChunkImages);
        writer.Begin(channels, size, size, readable.Count);
        for (var start = 0; start < headers.Length; start += chunk)
        {
            var count = Math.Min(chunk, headers.Length - start);
            var pixels = new byte[count * bytes];
            Parallel.For(0, count, i =>
            {
                if (reasons[start + i] is null)
                    Try(listing, start + i, reasons, file => Fit(file, size, options.Ground, pixels.AsSpan(i * bytes, bytes)));
            });
            for (var i = 0; i < count; i++)
                if (reasons[start + i] is null) writer.Add(pixels.AsSpan(i * bytes, bytes), listing.Files[start + i].Class, attributes?.RowOf(listing.Files[start + i].Name));
        }
        problems.AddRange(reasons.Select((reason, i) => new Problem(listing.Files[i].Name, reason ?? "")).Where(problem => problem.Reason.Length > 0));
        if (writer.Count == 0) throw Empty(listing, problems);
        string[] notes = [.. listing.Notes, .. attributes?.Notes ?? []];
        writer.End(listing.ClassNames, attributes?.Columns, Problem.Describe(notes, problems, writer.Count));
    }

    /// <summary>Reads one file; the reason of a failure goes to <paramref name="reasons"/>.</summary>
    private static T? Try<T>(FolderListing listing, int index, string?[] reasons, Func<byte[], T> read) where T : struct
    {
        try
        {
            var file = listing.Files[index];
            if (file.Bytes == 0) throw new InvalidDataException("empty");       // or a pipe, on which a reader would wait for ever
            if (file.Bytes > MostFileBytes) throw new InvalidDataException($"{file.Bytes:N0} bytes are more than {MostFileBytes:N0}");
            return read(File.ReadAllBytes(Path.Combine(listing.Folder, file.Name)));
        }
        catch (InvalidDataException e)
        {
            reasons[index] = e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reasons[index] = "cannot be read: no permission, or gone";
        }
        return null;
    }

    private static bool Fit(byte[] file, int size, Rgb ground, Span<byte> target)
    {
        using var picture = ImageCodec.Decode(file);
        PictureFit.Fit(picture, size, ground, target);
        return true;
    }

    private static int SizeOf(List<ImageHeader> headers) =>
        headers.Count > 0 && headers[0].Width == headers[0].Height && headers[0].Width <= UsualSize
        && headers.TrueForAll(header => header.Width == headers[0].Width && header.Height == headers[0].Height) ? headers[0].Width : UsualSize;

    private static InvalidDataException Empty(FolderListing listing, IReadOnlyCollection<Problem> problems) => new(
        $"{listing.Folder} holds no picture that can be read. Expected PNG or JPEG files, in it or in one sub-folder per class; or IDX files such as train-images-idx3-ubyte.gz. "
        + Problem.Describe([], problems, 0));
}
