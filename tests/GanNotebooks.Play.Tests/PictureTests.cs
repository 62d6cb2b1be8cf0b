using System.Text.Json;
using GanNotebooks.Applications;
using GanNotebooks.Models;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Play.Tests;

public sealed class PictureTests(RunningServer running) : IClassFixture<RunningServer>, IDisposable
{
    private const int Drawn = 100;
    private readonly Generator generator = TrainedGenerator.Load(RunningServer.Digits);

    public void Dispose() => generator.Dispose();

    private async Task<byte[]> FileAsync(string path, string type)
    {
        using var answer = await running.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private Task<byte[]> Library(Func<torch.Tensor, byte[]> make, int seed) => Computing.Run(() =>
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(seed);
        return make(generator.Latents(Drawn));
    }, CancellationToken.None);

    [Fact]
    public async Task A_grid_is_what_the_library_makes()
    {
        var expected = await Library(latents => ImageGrid.Of(generator.Generate(latents[..20] * 0.8, torch.full([20], 7, dtype: torch.int64)), columns: 5, scale: 2).Png.ToArray(), seed: 3);
        Assert.Equal(expected, await FileAsync("pictures/grid.png?seed=3&class=7&count=20&columns=5&scale=2&truncation=0.8", "image/png"));
    }

    [Fact]
    public async Task Directions_are_those_of_the_first_layer()
    {
        var expected = await Library(latents =>
        {
            var directions = LatentDirection.OfFirstLayer(generator.parameters().First()[..(int)generator.LatentSize], 6);
            return ImageGrid.Of(generator.Generate(latents[..10] + directions[0] * 2 - directions[5], torch.arange(10, dtype: torch.int64)), columns: 10, scale: 3).Png.ToArray();
        }, seed: 1);
        Assert.Equal(expected, await FileAsync("pictures/grid.png?count=10&direction1=2&direction6=-1", "image/png"));
    }

    [Fact]
    public async Task A_walk_begins_and_ends_at_its_pictures()
    {
        var expected = await Library(latents =>
        {
            generator.eval();
            var path = LatentPath.Spherical(latents[4], latents[12], 9);
            return ImageGrid.Of(((ConditionalGenerator)generator).Between(path, torch.full([9], 4, dtype: torch.int64), torch.full([9], 2, dtype: torch.int64), torch.linspace(0, 1, 9)), columns: 9, scale: 1).Png.ToArray();
        }, seed: 1);
        Assert.Equal(expected, await FileAsync("pictures/walk.png?from=4&to=12&scale=1", "image/png"));
        var gif = await FileAsync("pictures/walk.gif?from=4&to=12&scale=1", "image/gif");
        Assert.Equal("GIF89a"u8.ToArray(), gif[..6]);
    }

    [Fact]
    public async Task Settings_fit_the_generator_and_come_back_from_the_address()
    {
        using var answer = await running.GetAsync("pictures/settings?class=3&seed=8&count=40");
        var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("seed=8&class=3", page.GetProperty("address").GetString());
        Assert.Equal(28, page.GetProperty("size").GetInt32());
        var names = page.GetProperty("settings").EnumerateArray().Select(setting => setting.GetProperty("name").GetString()).ToList();
        Assert.Contains("class", names);
        Assert.Equal(6, names.Count(name => name!.StartsWith("direction", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("dcgan")]
    public async Task Other_generators_have_directions_too(string kind)
    {
        using Generator other = kind == "mlp" ? new MlpGenerator(5, [8], [1, 8, 8]) : new DcganGenerator(8, latentSize: 5, featureMaps: 2);
        var found = await Computing.Run(() => PictureBook.FindDirections(other), CancellationToken.None);
        Assert.Equal([5, 5], found.shape);
        Assert.Equal(1, found[0].norm().item<float>(), 1e-4f);
    }
}
