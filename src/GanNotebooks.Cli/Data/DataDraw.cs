using System.Globalization;
using System.Text;
using GanNotebooks.Data;
using Spectre.Console;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary><c>gan data draw</c>: writes drawn sets as files that any program reads.</summary>
internal static class DataDraw
{
    private const string Pairs = "shape-pairs";

    /// <summary>The names of the sets that can be drawn.</summary>
    public static IEnumerable<string> Names => [.. DrawnSet.All.Select(set => set.Name), Pairs, .. PointSets.Names];

    public static int Run(IAnsiConsole console, string name, int count, int seed, string output)
    {
        if (!Names.Contains(name)) throw new UserError($"There is no \"{name}\" to draw; there are {string.Join(", ", Names)}.");
        if (count is < 1 or > 1_000_000) throw new UserError($"--count {count}: expected 1 to 1,000,000.");
        using var place = OutputFolder.Open(output);
        var folder = place.Path;
        Mistake.Of(() => Write(name, count, seed, folder));
        console.MarkupLineInterpolated($"{count:N0} {name} are in {folder}.");
        return Guard.Success;
    }

    private static void Write(string name, int count, int seed, string folder)
    {
        if (PointSets.Names.Contains(name))
        {
            WritePoints(name, count, seed, Path.Combine(folder, $"{name}.csv"));
        }
        else if (name == Pairs)
        {
            var (outlines, filled) = ColouredShapes.DrawPairs(count, seed);
            WritePictures(outlines, Path.Combine(folder, "outlines"), ColouredShapes.Caption);
            WritePictures(filled, Path.Combine(folder, "filled"), ColouredShapes.Caption);
        }
        else if (name == "scans")
        {
            var (scans, masks) = HeadScans.DrawWithMasks(count, seed);
            WriteIdx(scans, folder);
            IdxFile.Write(Path.Combine(folder, "train-masks-idx3-ubyte.gz"), masks.Pixels, count, masks.Height, masks.Width);
        }
        else
        {
            var set = DrawnSet.Find(name)!;
            var images = set.Draw(count, seed, set.Shape[1]);
            if (images.Channels == 1) WriteIdx(images, folder);
            else WritePictures(images, folder, set.Caption);
        }
    }

    private static void WriteIdx(LabelledImages images, string folder)
    {
        IdxFile.Write(Path.Combine(folder, "train-images-idx3-ubyte.gz"), images.Pixels, images.Count, images.Height, images.Width);
        IdxFile.Write(Path.Combine(folder, "train-labels-idx1-ubyte.gz"), images.Labels!, images.Count);
    }

    private static void WritePictures(LabelledImages images, string folder, Func<ImageAttributes, int, string>? caption)
    {
        Directory.CreateDirectory(folder);
        Parallel.For(0, images.Count, i => ImageFile.Write(Path.Combine(folder, Name(i)), images, i));
        if (images.Attributes is not { } attributes) return;
        var table = new StringBuilder("file").AppendJoin("", attributes.Columns.Select(column => $",{column.Name}")).AppendLine(caption is null ? "" : ",caption");
        for (var i = 0; i < images.Count; i++)
        {
            table.Append(Name(i)).AppendJoin("", attributes.Columns.Select(column => $",{attributes.Of(i, column.Name)}"));
            table.AppendLine(caption is null ? "" : $",{caption(attributes, i)}");
        }
        File.WriteAllText(Path.Combine(folder, "attributes.csv"), table.ToString());
    }

    private static string Name(int image) => image.ToString("D6", CultureInfo.InvariantCulture) + ".png";

    private static void WritePoints(string name, int count, int seed, string path)
    {
        torch.manual_seed(seed);
        using var scope = torch.NewDisposeScope();
        var points = PointSets.Open(name).NextBatch(count).data<float>().ToArray();
        File.WriteAllLines(path, points.Chunk(2).Select(point => string.Create(CultureInfo.InvariantCulture, $"{point[0]:R},{point[1]:R}")).Prepend("x,y"));
    }
}
