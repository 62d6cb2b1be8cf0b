using System.Globalization;
using GanNotebooks.Data;

namespace GanNotebooks.Lessons;

/// <summary>A lesson's settings: its budget, data and seed, from the environment variables that <c>gan run</c> sets.</summary>
public static class Lesson
{
    /// <summary>The environment variable that names the budget.</summary>
    public const string BudgetVariable = "GAN_BUDGET";

    /// <summary>The environment variable that names the images.</summary>
    public const string DataVariable = "GAN_DATA";

    /// <summary>The environment variable that holds the seed.</summary>
    public const string SeedVariable = "GAN_SEED";

    private const int PairSize = 32;

    /// <summary>How long the lesson may train; quick by default.</summary>
    public static Budget Budget => Budget.Parse(Variable(BudgetVariable) ?? Budget.Quick.Name);

    /// <summary>The seed of everything random in the lesson; 1 by default.</summary>
    /// <exception cref="ArgumentException">The variable holds no whole number.</exception>
    public static int Seed => Variable(SeedVariable) is not { } text ? 1
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed
        : throw new ArgumentException($"{SeedVariable} is \"{text}\": expected a whole number.");

    /// <summary>The images to train on; the built-in digits by default.</summary>
    /// <param name="notebooksFolder">The folder of the lessons, beside the <c>datasets</c> folder.</param>
    /// <param name="size">Height and width in pixels to which faces and pictures are resized; null keeps their own.</param>
    /// <param name="usual">The images to open by default.</param>
    public static ImageDataset OpenImages(string notebooksFolder, int? size = null, string usual = ImageDatasets.BuiltIn)
    {
        var data = ImageDatasets.Open(Variable(DataVariable) ?? usual, Path.Combine(notebooksFolder, "..", "datasets"), new ImageOptions { Seed = Seed, Size = size });
        if (data.Warning is { } warning) Console.WriteLine(warning);
        return data;
    }

    /// <summary>The pairs to train on: the built-in outlines and filled shapes by default; a folder of pairs; or images in colour, each with its grey version.</summary>
    /// <param name="notebooksFolder">The folder of the lessons, beside the <c>datasets</c> folder.</param>
    public static ImagePairs OpenPairs(string notebooksFolder)
    {
        var (datasets, options) = (Path.Combine(notebooksFolder, "..", "datasets"), new ImageOptions { Seed = Seed, Size = PairSize });
        if ((Variable(DataVariable) ?? ImagePairs.BuiltIn) is var name && (name == ImagePairs.BuiltIn || ImagePairs.AreIn(name))) return ImagePairs.Open(name, datasets, options);
        var images = OpenImages(notebooksFolder, PairSize);
        if (images.SampleShape[0] == 3) return new(images, colour => colour.mean([1], keepdim: true));
        Console.WriteLine($"{images.Name} are grey, so there is nothing to colour. This lesson continues with the kit's outlines.");
        images.Dispose();
        return ImagePairs.Open(ImagePairs.BuiltIn, datasets, options);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
