namespace GanNotebooks.Data;

/// <summary>EMNIST's letters (Cohen et al. 2017): IDX files whose images lie on their side, with labels from 1.</summary>
internal static class EmnistLetters
{
    private const string Part = "emnist-letters-train";

    /// <summary>Whether a folder holds these files.</summary>
    public static bool IsIn(string folder) => IdxFile.HasImages(folder, Part);

    /// <summary>Reads the letters upright, with labels from 0.</summary>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static LabelledImages Read(string folder)
    {
        var letters = IdxFile.ReadImagesAndLabels(folder, Part);
        var upright = new byte[letters.Pixels.Length];
        var (plane, side) = (letters.Height * letters.Width, letters.Height);
        if (letters.Width != side) throw new InvalidDataException($"{folder}: letters of {letters.Height}×{letters.Width} pixels; expected squares. Get them again.");
        Parallel.For(0, letters.Count, i =>
        {
            for (var p = 0; p < plane; p++) upright[(i * plane) + (p % side * side) + (p / side)] = letters.Pixels[(i * plane) + p];
        });
        var labels = letters.Labels is null ? null : Array.ConvertAll(letters.Labels, label => label is >= 1 and <= 26 ? (byte)(label - 1)
            : throw new InvalidDataException($"{folder}: label {label}; expected 1 (A) to 26 (Z). Get the files again."));
        return new LabelledImages(upright, labels, letters.Count, 1, side, side);
    }
}
