using GanNotebooks.Models;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TorchSharp;

namespace GanNotebooks.Onnx.Tests;

/// <summary>A generator's ONNX file, and what ONNX Runtime makes of it.</summary>
internal sealed class ExportedFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gan-onnx-").FullName;
    private readonly Lazy<InferenceSession> session;

    public ExportedFile()
    {
        session = new(() =>
        {
            using var options = new SessionOptions { IntraOpNumThreads = 1 };
            return new InferenceSession(Path, options);
        });
    }

    /// <summary>A generator with random weights, written to a file.</summary>
    public ExportedFile(Generator generator, string model = "test", IReadOnlyList<string>? classNames = null) : this() => OnnxExport.Save(Path, generator, model, classNames);

    /// <summary>Where the file is, or will be.</summary>
    public string Path => At("generator.onnx");

    public InferenceSession Session => session.Value;

    public string At(string name) => System.IO.Path.Combine(folder, name);

    /// <summary>Samples by ONNX Runtime, (N, …).</summary>
    public torch.Tensor Generate(torch.Tensor latents, torch.Tensor? labels = null, torch.Tensor? sources = null)
    {
        static NamedOnnxValue Input(string name, torch.Tensor numbers) => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(numbers.data<float>().ToArray(), [.. numbers.shape.Select(size => (int)size)]));
        var inputs = new List<NamedOnnxValue>();
        if (latents.numel() > 0) inputs.Add(Input("latents", latents));
        if (sources is not null) inputs.Add(Input("sources", sources));
        if (labels is not null) inputs.Add(NamedOnnxValue.CreateFromTensor("labels", new DenseTensor<long>(labels.data<long>().ToArray(), [(int)labels.shape[0]])));
        using var outputs = Session.Run(inputs, ["images"]);
        var images = outputs[0].AsTensor<float>();
        return torch.tensor(images.ToArray(), [.. images.Dimensions.ToArray().Select(size => (long)size)]);
    }

    /// <summary>The same samples by TorchSharp and by ONNX Runtime, in batches of 1, 7 and the rest of 16; classes in turn.</summary>
    /// <param name="generator">Whose file this is.</param>
    /// <param name="scale">How far the latents are from 0: norms divide by a small constant more where they are small.</param>
    public void AssertSame(Generator generator, double scale = 1)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(5);
        var (latents, classes) = (generator.Latents(16) * scale, (generator as ConditionalGenerator)?.Classes);
        var labels = classes is { } count ? torch.arange(16, dtype: torch.int64) % count : null;
        foreach (var (from, length) in new[] { (0, 1), (1, 7), (8, 8) })
        {
            var (z, y) = (latents.narrow(0, from, length).contiguous(), labels?.narrow(0, from, length).contiguous());
            var (expected, found) = (generator.Generate(z, y), Generate(z, y));
            Assert.Equal(expected.shape, found.shape);
            Assert.True(expected.std().item<float>() > 0.01, "All pixels are the same: nothing would be compared.");
            Assert.InRange((expected - found).abs().max().item<float>(), 0, 1e-5);
        }
    }

    /// <summary>The same images made of images, in batches of 1, 7 and the rest of 16.</summary>
    public void AssertSame(ImageTranslator generator, long[] source)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(5);
        var (latents, sources) = (generator.Latents(16), torch.rand([16, .. source]) * 2 - 1);
        foreach (var (from, length) in new[] { (0, 1), (1, 7), (8, 8) })
        {
            var (z, x) = (latents.narrow(0, from, length).contiguous(), sources.narrow(0, from, length).contiguous());
            var (expected, found) = (generator.Generate(z, x), Generate(z, sources: x));
            Assert.Equal(expected.shape, found.shape);
            Assert.True(expected.std().item<float>() > 0.01, "All pixels are the same: nothing would be compared.");
            Assert.InRange((expected - found).abs().max().item<float>(), 0, 1e-5 * Math.Max(1, expected.abs().max().item<float>()));
        }
    }

    public void Dispose()
    {
        if (session.IsValueCreated) Session.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
