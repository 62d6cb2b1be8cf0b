using GanNotebooks.Data;

namespace GanNotebooks.Visualizers;

/// <summary>Words in a picture: DejaVu Sans at 11 pixels, from one picture of all letters.</summary>
internal static class Lettering
{
    /// <summary>The height of a line, in pixels.</summary>
    public const int LineHeight = 15;

    private const string Known = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~–—…·×→≤≥±−°²αβγλμσψθ’";
    private const char Unknown = '?';
    private static readonly Lazy<Sheet> Letters = new(Read);

    /// <summary>The width of a line, in pixels.</summary>
    /// <param name="text">The line.</param>
    public static int Width(string text) => text.Sum(letter => Letters.Value.Place(letter).Width);

    /// <summary>Writes a line, dark on what is there.</summary>
    /// <param name="pixels">A picture's bytes, row by row, its channels together.</param>
    /// <param name="stride">Pixels from one row to the next.</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="left">Where the line begins; what would stand outside the picture is left out.</param>
    /// <param name="top">The line's upper edge.</param>
    /// <param name="text">The line; a letter that the picture of letters lacks becomes a question mark.</param>
    public static void Write(byte[] pixels, int stride, int channels, int left, int top, string text)
    {
        var sheet = Letters.Value;
        foreach (var letter in text)
        {
            var (from, width) = sheet.Place(letter);
            for (var y = 0; y < LineHeight; y++)
                for (var x = 0; x < width && left + x < stride; x++)
                    for (var c = 0; c < channels; c++)
                    {
                        ref var pixel = ref pixels[((top + y) * stride + left + x) * channels + c];
                        pixel = (byte)(pixel * (255 - sheet.Ink[y, from + x]) / 255);
                    }
            left += width;
        }
    }

    // The sheet's first row marks where each letter begins; the letters stand below it.
    private static Sheet Read()
    {
        using var file = typeof(Lettering).Assembly.GetManifestResourceStream("letters.png")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        using var picture = ImageCodec.Decode(bytes.ToArray());
        byte At(int x, int y) => picture[x, y].R;
        var starts = Enumerable.Range(0, picture.Width).Where(x => At(x, 0) > 0).Append(picture.Width).ToArray();
        var ink = new byte[LineHeight, picture.Width];
        for (var y = 0; y < LineHeight; y++)
            for (var x = 0; x < picture.Width; x++) ink[y, x] = At(x, y + 1);
        return new Sheet(ink, Known.Select((letter, i) => (letter, Place: (starts[i], starts[i + 1] - starts[i]))).ToDictionary(entry => entry.letter, entry => entry.Place));
    }

    private sealed record Sheet(byte[,] Ink, Dictionary<char, (int From, int Width)> Places)
    {
        public (int From, int Width) Place(char letter) => Places.TryGetValue(letter, out var place) ? place : Places[Unknown];
    }
}
