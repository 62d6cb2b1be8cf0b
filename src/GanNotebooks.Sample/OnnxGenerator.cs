using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Sample;

/// <summary>A generator from a file that <c>gan export</c> wrote, run by ONNX Runtime. It is thread-safe.</summary>
internal sealed class OnnxGenerator : IDisposable
{
    private readonly InferenceSession session;

    private OnnxGenerator(InferenceSession session)
    {
        this.session = session;
        var notes = session.ModelMetadata.CustomMetadataMap;
        int[] shape = [.. notes["sample_shape"].Split(',').Select(Number)];
        (Model, LatentSize, Classes) = (notes["model"], Number(notes["latent_size"]), Number(notes["classes"]));
        if (shape is not [1 or 3, > 0, > 0]) throw new FormatException($"images of {notes["sample_shape"]}, expected 1 or 3 channels");
        Shape = (shape[0], shape[1], shape[2]);
    }

    public string Model { get; }
    public int LatentSize { get; }
    public (int Channels, int Height, int Width) Shape { get; }
    public int Classes { get; }     // 0 for a generator without classes

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a generator that gan export wrote.</exception>
    public static OnnxGenerator Open(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: there is no such file. Write one with gan export.");
        using var options = new SessionOptions { IntraOpNumThreads = 1 };       // requests run side by side; one alone stays on one core
        InferenceSession? session = null;
        try
        {
            session = new InferenceSession(path, options);
            return new OnnxGenerator(session);
        }
        catch (Exception e) when (e is OnnxRuntimeException or KeyNotFoundException or FormatException or OverflowException)
        {
            session?.Dispose();
            throw new InvalidDataException($"{path}: not a generator of images that gan export wrote ({e.Message}).", e);
        }
    }

    /// <summary>An image as a PNG file: the same for the same seed and label.</summary>
    public byte[] Png(uint seed, long label)
    {
        using var latents = OrtValue.CreateTensorValueFromMemory(Noise(seed, LatentSize), [1, LatentSize]);
        using var labels = OrtValue.CreateTensorValueFromMemory(new[] { label }, [1]);
        using var run = new RunOptions();
        using var outputs = Classes > 0 ? session.Run(run, ["latents", "labels"], [latents, labels], ["images"]) : session.Run(run, ["latents"], [latents], ["images"]);
        var image = outputs[0].GetTensorDataAsSpan<float>();
        var ((channels, height, width), pixels) = (Shape, new byte[image.Length]);
        for (var i = 0; i < image.Length; i++)      // from channel by channel to pixel by pixel
            pixels[i % (height * width) * channels + i / (height * width)] = (byte)Math.Clamp(MathF.Round((image[i] + 1) * 127.5f), 0, 255);
        using Image picture = channels == 1 ? Image.LoadPixelData<L8>(pixels, width, height) : Image.LoadPixelData<Rgb24>(pixels, width, height);
        using var file = new MemoryStream();
        picture.SaveAsPng(file);
        return file.ToArray();
    }

    public void Dispose() => session.Dispose();

    /// <summary>Draws numbers from a standard normal distribution (Box and Muller 1958). The page draws the same numbers.</summary>
    private static float[] Noise(uint seed, int count)
    {
        double Uniform()        // mulberry32, in (0, 1]
        {
            seed += 0x6D2B79F5;
            var mixed = (seed ^ (seed >> 15)) * (seed | 1);
            mixed ^= mixed + (mixed ^ (mixed >> 7)) * (mixed | 61);
            return ((mixed ^ (mixed >> 14)) + 1.0) / (1L << 32);
        }
        var noise = new float[count];
        for (var i = 0; i < count; i++) noise[i] = (float)(Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(Math.Tau * Uniform()));
        return noise;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
