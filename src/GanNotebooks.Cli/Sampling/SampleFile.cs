using System.Globalization;
using System.Text.RegularExpressions;
using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>Writes files of samples; the file name's end decides the kind.</summary>
internal static partial class SampleFile
{
    private const int Widest = 1200, MostInPicture = 10_000;

    /// <summary>Throws for file names of no known kind, before any time is spent.</summary>
    public static void Check(string path, int count)
    {
        if (!IsPicture(path) && !IsTensors(path) && !Idx().IsMatch(path))
            throw new UserError($"{Path.GetFileName(path)}: samples are written as .png (a grid), .idx or …idx3-ubyte, also with .gz (MNIST's format), or .safetensors. Give the file one of these ends.");
        if (IsPicture(path) && count > MostInPicture) throw new UserError($"--count {count}: a picture holds at most {MostInPicture:N0} images. Write .idx or .safetensors.");
    }

    /// <summary>Throws if the samples do not fit into one array, before any time is spent.</summary>
    public static void CheckBytes(long[] shape, int count)
    {
        var bytes = shape.Aggregate((long)count, (product, side) => product * side);
        if (bytes > Array.MaxLength) throw new UserError(string.Create(CultureInfo.InvariantCulture, $"--count {count}: images of {string.Join("×", shape)} would take {bytes / 1e9:N1} GB; one file holds {Array.MaxLength / 1e9:N1} GB. Lower --count."));
    }

    /// <summary>Writes samples.</summary>
    /// <returns>The files: the images', then the labels' if they have their own.</returns>
    public static IReadOnlyList<string> Write(string path, Samples samples, int? columns)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (IsPicture(path)) Grid(samples, columns).Save(path);
        else if (IsTensors(path)) SafeTensors.Save(path, Named(samples));
        else return WriteIdx(path, samples);
        return [path];
    }

    /// <summary>The samples as a picture, with one column per class.</summary>
    public static ImageGrid Grid(Samples samples, int? columns = null)
    {
        var (count, side) = ((int)samples.Images.shape[0], (int)samples.Images.shape[3]);
        var classes = samples.Labels?.Distinct().Count() ?? 0;
        var usual = classes is > 1 and <= 20 ? classes : (int)Math.Ceiling(Math.Sqrt(count));
        var across = Math.Min(columns ?? usual, count);
        var scale = Math.Clamp(Widest / (across * side), 1, 2);
        return ImageGrid.Of(samples.Images, across, scale);
    }

    /// <summary>A picture of source images, what the generator makes from them, and what it should make.</summary>
    /// <param name="generator">The generator that translates the images.</param>
    /// <param name="given">The source images, (N, C, H, W).</param>
    /// <param name="real">The images that it should make, (N, C', H', W').</param>
    /// <param name="seed">The seed of the latent vectors.</param>
    public static ImageGrid Grid(ImageTranslator generator, torch.Tensor given, torch.Tensor real, int seed)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(seed);
        var shown = torch.nn.functional.interpolate(given, size: real.shape[2..]).expand(real.shape);
        return ImageGrid.Of(torch.cat([shown, generator.Apply(given), real]), (int)real.shape[0], 2, rowLabels: ["given", "made", "real"]);
    }

    private static Dictionary<string, torch.Tensor> Named(Samples samples)
    {
        var named = new Dictionary<string, torch.Tensor> { ["samples"] = samples.Images };
        if (samples.Labels is not null) named["labels"] = torch.tensor(samples.Labels);
        return named;
    }

    /// <summary>Grey images are (N, H, W) as in MNIST; colour has its channels too, (N, C, H, W).</summary>
    private static List<string> WriteIdx(string path, Samples samples)
    {
        int[] shape = [.. samples.Images.shape.Select(size => (int)size)];
        if (shape[1] == 1) shape = [shape[0], .. shape[2..]];
        else if (path.Contains("idx3", StringComparison.OrdinalIgnoreCase))
            throw new UserError($"{Path.GetFileName(path)}: images in colour have four dimensions. Name the file …idx4-ubyte or .idx, or take .png or .safetensors.");
        IdxFile.Write(path, samples.Images.data<byte>().ToArray(), shape);
        if (samples.Labels is null) return [path];
        var labels = LabelsBeside(path);
        IdxFile.Write(labels, [.. samples.Labels.Select(label => checked((byte)label))], samples.Labels.Length);
        return [path, labels];
    }

    /// <summary>The labels' file name, as MNIST's: <c>…-images-idx3-ubyte</c> has its labels in <c>…-labels-idx1-ubyte</c>.</summary>
    private static string LabelsBeside(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        var renamed = Dimensions().Replace(name, "idx1-ubyte");
        renamed = renamed.Contains("images", StringComparison.Ordinal) ? renamed.Replace("images", "labels", StringComparison.Ordinal) : Beginning().Replace(renamed, "$1-labels$2");
        return Path.Combine(folder, renamed);
    }

    private static bool IsPicture(string path) => path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);

    private static bool IsTensors(string path) => path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(\.idx|idx[34]-ubyte)(\.gz)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Idx();

    [GeneratedRegex("idx[34]-ubyte", RegexOptions.IgnoreCase)]
    private static partial Regex Dimensions();

    [GeneratedRegex(@"^(.*?)([-.]idx)", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();
}
