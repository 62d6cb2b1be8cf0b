namespace GanNotebooks.Visualizers;

/// <summary>Pictures in and out of files, by whichever library this build has. The other half of this class, in the codec's file, names it.</summary>
internal static partial class ImageCodec
{
    /// <inheritdoc cref="ImageHeader.Read"/>
    public static ImageHeader ReadHeader(ReadOnlySpan<byte> file) => ImageHeader.Read(file);

    /// <summary>Unpacks a PNG or JPEG file, as it is stored: not turned as EXIF asks.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither, is damaged, or too large.</exception>
    public static DecodedImage Decode(ReadOnlySpan<byte> file) => Codec.Decode(file, ImageHeader.Read(file));

    /// <inheritdoc cref="IImageCodec.EncodePng"/>
    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels) => Codec.EncodePng(pixels, width, height, channels);

    /// <inheritdoc cref="IImageCodec.EncodeGif"/>
    public static byte[] EncodeGif(IReadOnlyList<byte[]> frames, int width, int height, int channels, int hundredths) =>
        Codec.EncodeGif(frames, width, height, channels, hundredths);
}
