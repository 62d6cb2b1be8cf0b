using System.Net;
using System.Text.Json;
using GanNotebooks.Models;
using GanNotebooks.Onnx;
using Microsoft.AspNetCore.Builder;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Sample.Tests;

public sealed class ImageServiceTests : IAsyncLifetime
{
    private static readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string folder = Directory.CreateTempSubdirectory("gan-sample-").FullName;
    private readonly List<WebApplication> running = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var app in running) await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string At(string name) => Path.Combine(folder, name);

    /// <summary>A service with the digits that the kit ships.</summary>
    private Task<Uri> DigitsAsync()
    {
        var kit = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(kit.FullName, "GanNotebooks.sln"))) kit = kit.Parent!;
        OnnxExport.SaveCheckpoint(At("digits.onnx"), Path.Combine(kit.FullName, "notebooks", "models", "digits"));
        return StartAsync(At("digits.onnx"));
    }

    private async Task<Uri> StartAsync(string model)
    {
        var app = ImageService.Create(["--model", model, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning"]);
        running.Add(app);
        await app.StartAsync();
        return new Uri(app.Urls.Single());
    }

    private async Task<byte[]> ImageAsync(Uri address, string query)
    {
        using var answer = await client.GetAsync(new Uri(address, $"image{query}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    [Fact]
    public async Task The_same_seed_and_label_give_the_same_bytes_and_others_give_others()
    {
        var address = await DigitsAsync();
        var image = await ImageAsync(address, "?seed=5&label=3");
        Assert.Equal(image, await ImageAsync(address, "?seed=5&label=3"));
        Assert.Equal(await ImageAsync(address, "?seed=1&label=0"), await ImageAsync(address, ""));
        var queries = Enumerable.Range(0, 10).Select(label => $"?seed=5&label={label}").Append("?seed=6&label=3").Append("?seed=4294967295&label=3");
        var images = new HashSet<string>();
        foreach (var query in queries) Assert.True(images.Add(Convert.ToHexString(await ImageAsync(address, query))), query);
        using var picture = Image.Load<L8>(image, out var format);
        Assert.Equal((28, 28, "PNG"), (picture.Width, picture.Height, format.Name));
    }

    [Fact]
    public async Task Requests_side_by_side_get_their_own_images()
    {
        var address = await DigitsAsync();
        var alone = new List<byte[]>();
        for (var seed = 0; seed < 8; seed++) alone.Add(await ImageAsync(address, $"?seed={seed}&label={seed}"));
        Assert.Equal(alone, await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => ImageAsync(address, $"?seed={seed}&label={seed}"))));
    }

    [Theory]
    [InlineData("seed=-1", "seed", "a whole number from 0 to 4294967295")]
    [InlineData("seed=4294967296", "seed", "a whole number from 0 to 4294967295")]
    [InlineData("seed=99999999999999999999", "seed", "a whole number")]
    [InlineData("seed=1.5", "seed", "a whole number")]
    [InlineData("seed=", "seed", "a whole number")]
    [InlineData("seed=1&seed=2", "seed", "a whole number")]
    [InlineData("label=10", "label", "a whole number from 0 to 9")]
    [InlineData("seed=1&label=three", "label", "a whole number from 0 to 9")]
    public async Task Bad_values_are_answered_with_the_parameter_and_what_was_expected(string query, string parameter, string expected)
    {
        using var answer = await client.GetAsync(new Uri(await DigitsAsync(), $"image?{query}"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((400, parameter), (problem.GetProperty("status").GetInt32(), problem.GetProperty("parameter").GetString()));
        Assert.StartsWith($"{parameter}=", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains($"expected {expected}", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_of_colours_without_classes_takes_no_label()
    {
        TorchSharp.torch.manual_seed(1);
        using (var generator = new DcganGenerator(8, channels: 3, latentSize: 5, featureMaps: 2)) OnnxExport.Save(At("colour.onnx"), generator, "dcgan");
        var address = await StartAsync(At("colour.onnx"));
        using var picture = Image.Load(await ImageAsync(address, "?seed=2"));
        Assert.Equal((8, 8, 24), (picture.Width, picture.Height, picture.PixelType.BitsPerPixel));
        using var answer = await client.GetAsync(new Uri(address, "image?label=0"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("no classes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_gets_the_same_file_and_what_it_must_know_of_it()
    {
        var address = await DigitsAsync();
        Assert.Contains("<!DOCTYPE html>", await client.GetStringAsync(address), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(At("digits.onnx")), await client.GetByteArrayAsync(new Uri(address, "model.onnx")));
        Assert.Equal("""{"model":"cgan","latentSize":64,"classes":10,"channels":1,"height":28,"width":28}""", await client.GetStringAsync(new Uri(address, "model")));
    }

    [Fact]
    public async Task Files_that_are_no_generators_are_named()
    {
        Assert.Contains("--model FILE", Assert.Throws<ArgumentException>(() => ImageService.Create([])).Message, StringComparison.Ordinal);
        Assert.Contains("none.onnx: there is no such file", Assert.Throws<FileNotFoundException>(() => ImageService.Create(["--model", At("none.onnx")])).Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(At("text.onnx"), "not ONNX");
        Assert.Contains("text.onnx: not a generator", Assert.Throws<InvalidDataException>(() => ImageService.Create(["--model", At("text.onnx")])).Message, StringComparison.Ordinal);
        using (var points = new MlpGenerator(2, [4], [2])) OnnxExport.Save(At("points.onnx"), points, "points");
        Assert.Contains("points.onnx: not a generator of images", Assert.Throws<InvalidDataException>(() => ImageService.Create(["--model", At("points.onnx")])).Message, StringComparison.Ordinal);
    }
}
