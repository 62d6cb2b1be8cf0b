namespace GanNotebooks.Visualizers;

/// <summary>All that the kit asks of a library of pictures. Each stack answers in one class; nothing else knows which.</summary>
internal interface IImageCodec
{
    /// <summary>Unpacks a PNG or JPEG file, as it is stored: not turned as EXIF asks.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="header">What its header says, already found to be within limits.</param>
    /// <exception cref="InvalidDataException">It is damaged; the message says of which kind it was.</exception>
    DecodedImage Decode(ReadOnlySpan<byte> file, ImageHeader header);

    /// <summary>Compresses pixels to a PNG file.</summary>
    /// <param name="pixels">height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels);

    /// <summary>Compresses frames to an animated GIF file that repeats for ever, in the colours of <see cref="GifPalette"/>.</summary>
    /// <param name="frames">At least one; each as the pixels of <see cref="EncodePng"/>.</param>
    /// <param name="width">Pixels a row, 1 to 65,535.</param>
    /// <param name="height">Rows, 1 to 65,535.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <param name="hundredths">How long a frame stays, in hundredths of a second.</param>
    byte[] EncodeGif(IReadOnlyList<byte[]> frames, int width, int height, int channels, int hundredths);
}
