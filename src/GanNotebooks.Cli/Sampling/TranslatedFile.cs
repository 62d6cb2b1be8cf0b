using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>A picture's file, and the file for its translation.</summary>
internal sealed record TranslatedFile(string Input, string Output)
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg"];

    /// <summary>The picture, or all pictures of a folder, each with its output file.</summary>
    /// <exception cref="UserError">There is no picture, or an image would overwrite another file.</exception>
    public static IReadOnlyList<TranslatedFile> Pair(string input, string output)
    {
        if (!Directory.Exists(input))
        {
            if (!File.Exists(input)) throw new UserError($"--in {input}: there is no such file or folder.");
            if (!output.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || Directory.Exists(output)) throw new UserError($"--out {output}: expected the name of a file that ends in .png.");
            return Checked([new(input, output)]);
        }
        if (File.Exists(output)) throw new UserError($"--out {output}: is a file, and --in {input} a folder. Name a folder.");
        return Checked([.. Directory.GetFiles(input).Where(IsPicture).Order(StringComparer.Ordinal).Select(file => new TranslatedFile(file, Path.Combine(output, Path.GetFileNameWithoutExtension(file) + ".png")))]);

        IReadOnlyList<TranslatedFile> Checked(IReadOnlyList<TranslatedFile> files)
        {
            if (files.Count == 0) throw new UserError($"--in {input}: there is no PNG or JPEG file in this folder.");
            if (files.FirstOrDefault(file => Path.GetFullPath(file.Input) == Path.GetFullPath(file.Output)) is { } same) throw new UserError($"--out {output}: {same.Input} would be lost. Name another place.");
            if (files.GroupBy(file => file.Output).FirstOrDefault(group => group.Count() > 1) is { } clash) throw new UserError($"--in {input}: {string.Join(" and ", clash.Select(file => Path.GetFileName(file.Input)))} would both become {clash.Key}. Rename one.");
            return files;
        }
    }

    /// <summary>Translates the picture and writes the image.</summary>
    /// <param name="generator">A trained generator.</param>
    /// <param name="recipe">The recipe that it was built from.</param>
    /// <exception cref="InvalidDataException">The picture cannot be read.</exception>
    /// <exception cref="UserError">It is too large.</exception>
    public void Write(ImageTranslator generator, GanRecipe recipe)
    {
        using var scope = torch.NewDisposeScope();
        var enlarges = generator is SuperResolutionGenerator;
        var picture = ImageFile.Read(Input, (int)generator.SourceChannels, enlarges ? null : (int)recipe.Size);
        CheckMemory(picture, recipe);
        using var data = new ImageDataset(Input, picture.Pixels, [1, picture.Channels, picture.Height, picture.Width]);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Output))!);
        var made = ImageGrid.Pixels(generator.Apply(data.Select(torch.zeros(1, torch.int64))));
        ImageFile.Write(Output, new LabelledImages(made.data<byte>().ToArray(), null, 1, (int)made.shape[1], (int)made.shape[2], (int)made.shape[3]), 0);
    }

    // The largest feature maps are as large as the image, and a layer holds its input and output.
    private void CheckMemory(LabelledImages picture, GanRecipe recipe)
    {
        var factor = GanModel.Named(recipe.Model).Factor ?? 1;
        Shortage.Foresee($"{Input}: {picture.Width}×{picture.Height} pixels", 3.0 * sizeof(float) * recipe.FeatureMaps * factor * factor * picture.Height * picture.Width, "Cut the picture into pieces, or make it smaller.");
    }

    private static bool IsPicture(string file) => Pictures.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
