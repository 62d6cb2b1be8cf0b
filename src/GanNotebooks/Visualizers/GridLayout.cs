namespace GanNotebooks.Visualizers;

/// <summary>Where a grid's images and words stand: N images of (C, H, W) bytes, enlarged, a gap around each; the title above, labels at the left and on top.</summary>
internal sealed record GridLayout(byte[] Source, int Count, int Channels, int ImageHeight, int ImageWidth, int Columns, int Scale, GridWords Words)
{
    private const int Gap = 2;
    private const int Margin = 4;
    private const byte Ground = 255;

    private int Rows => (Count + Columns - 1) / Columns;

    private long TileWidth => (long)ImageWidth * Scale + Gap;

    private long TileHeight => (long)ImageHeight * Scale + Gap;

    // Measured once: every row of every image asks for them.
    private int Left { get; } = Words.Rows.Count == 0 ? 0 : Words.Rows.Max(Lettering.Width) + Margin;

    private int TitleWidth { get; } = Words.Title is null ? 0 : Gap + Lettering.Width(Words.Title);

    private int Top => (Words.Title is null ? 0 : Lettering.LineHeight) + (Words.Columns.Count == 0 ? 0 : Lettering.LineHeight);

    public long Width => Math.Max(Left + Gap + Columns * TileWidth, TitleWidth);

    public long Height => Top + Gap + Rows * TileHeight;

    public long Bytes => Width * Height * Channels;

    /// <summary>Throws if there are not as many labels as rows or columns need.</summary>
    public GridLayout Checked()
    {
        if (Words.Columns.Count > 0 && Words.Columns.Count != Columns)
            throw new ArgumentException($"{Words.Columns.Count} column labels for {Columns} columns: expected one for each.", "columnLabels");
        if (Words.Rows.Count > 0 && Rows % Words.Rows.Count != 0)
            throw new ArgumentException($"{Words.Rows.Count} row labels for {Rows} rows: expected one for each, or one for every two, three, … rows.", "rowLabels");
        return this;
    }

    public byte[] Paint()
    {
        var pixels = new byte[Bytes];
        Array.Fill(pixels, Ground);
        for (var i = 0; i < Count; i++)
            for (var y = 0; y < ImageHeight * Scale; y++)
                PaintRow(pixels, i, y);
        PaintWords(pixels);
        return pixels;
    }

    private void PaintRow(byte[] pixels, int image, int y)
    {
        var top = Top + Gap + image / Columns * TileHeight + y;
        var left = Left + Gap + image % Columns * TileWidth;
        var target = pixels.AsSpan((int)((top * Width + left) * Channels), ImageWidth * Scale * Channels);
        for (var x = 0; x < ImageWidth * Scale; x++)
            for (var c = 0; c < Channels; c++)
                target[x * Channels + c] = Source[((image * Channels + c) * ImageHeight + y / Scale) * ImageWidth + x / Scale];
    }

    private void PaintWords(byte[] pixels)
    {
        if (Words.Title is { } title) Write(pixels, Gap, 0, title);
        for (var i = 0; i < Words.Columns.Count; i++)       // in the middle of its column
        {
            var label = Fitting(Words.Columns[i], TileWidth);
            Write(pixels, Left + Gap + i * TileWidth + (TileWidth - Gap - Lettering.Width(label)) / 2, Top - Lettering.LineHeight, label);
        }
        for (var i = 0; i < Words.Rows.Count; i++)          // in the middle of its rows, next to them
        {
            var height = TileHeight * Rows / Words.Rows.Count;
            Write(pixels, Left - Margin - Lettering.Width(Words.Rows[i]), Top + Gap + i * height + Math.Max(0, height - Gap - Lettering.LineHeight) / 2, Words.Rows[i]);
        }
    }

    private void Write(byte[] pixels, long left, long top, string text) =>
        Lettering.Write(pixels, (int)Width, Channels, (int)Math.Max(0, left), (int)Math.Min(top, Height - Lettering.LineHeight), text);

    private static string Fitting(string label, long width)
    {
        if (Lettering.Width(label) <= width) return label;
        while (label.Length > 0 && Lettering.Width(label + "…") > width) label = label[..^1];
        return label + "…";
    }
}

/// <summary>The words of a grid; a list without labels is empty.</summary>
/// <param name="Title">The line above, or null.</param>
/// <param name="Rows">Labels at the left, one for each row or for every few.</param>
/// <param name="Columns">Labels on top.</param>
internal sealed record GridWords(string? Title, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns);
