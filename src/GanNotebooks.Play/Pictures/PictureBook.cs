using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Models;
using GanNotebooks.Visualizers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TorchSharp;

namespace GanNotebooks.Play;

/// <summary>Pictures of a trained generator: a grid, and walks from one picture to another. The same address gives the same pictures.</summary>
internal sealed class PictureBook : IDisposable
{
    /// <summary>How many pictures a seed has.</summary>
    public const int Most = 100;

    private const int Directions = 6, WalkFrames = 24, StripFrames = 9;
    private const long MostPixels = 1 << 25;

    private readonly Generator generator;
    private readonly CheckpointManifest manifest;
    private readonly torch.Tensor directions;
    private readonly SettingValues usual;

    private PictureBook(Generator generator, CheckpointManifest manifest)
    {
        (this.generator, this.manifest) = (generator, manifest);
        generator.to(torch.CPU);
        generator.eval();
        directions = FindDirections(generator);
        Settings = PictureSettings.Of(generator, manifest.ClassNames, (int)directions.shape[0], Size);
        usual = SettingValues.Parse(Settings, "");
    }

    /// <summary>The side of a picture in pixels.</summary>
    public long Size => manifest.Growth?.Resolution ?? manifest.Recipe!.Size;

    /// <summary>The settings of the pictures.</summary>
    public IReadOnlyList<Setting> Settings { get; }

    /// <summary>Loads a generator.</summary>
    /// <param name="checkpoint">A checkpoint, or a folder of them: then the newest.</param>
    /// <exception cref="IOException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, has no recipe, or its generator translates images.</exception>
    public static PictureBook Open(string checkpoint) => TrainedGenerator.Load(checkpoint) is var generator and not ImageTranslator ? new(generator, CheckpointManifest.Read(checkpoint))
        : throw new InvalidDataException($"{checkpoint}: its generator translates images, so there is no latent space to walk through. Use it with gan sample --in PICTURE --out FILE.");

    /// <summary>Adds the routes of the pictures.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pictures/settings", context => context.Response.WriteAsJsonAsync(new
        {
            settings = Settings,
            values = Read(context).All,
            address = Read(context).Address,
            model = $"{manifest.Recipe!.Model}, trained on {manifest.Data}, {manifest.Step:N0} steps",
            size = Size,
        }, Json.Options, context.RequestAborted));
        routes.MapGet("/pictures/grid.png", context => AnswerAsync(context, "image/png", values => Grid(values).Png));
        routes.MapGet("/pictures/walk.png", context => AnswerAsync(context, "image/png", values => Strip(values).Png));
        routes.MapGet("/pictures/walk.gif", context => AnswerAsync(context, "image/gif", values => Walk(values).Gif));
    }

    /// <summary>The grid of pictures.</summary>
    public ImageGrid Grid(SettingValues values)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var count = values.Whole("count");
        CheckPixels(count, values.Whole("scale"));
        return ImageGrid.Of(generator.Generate(Latents(values)[..count], Labels(values)?[..count]), values.Whole("columns"), values.Whole("scale"));
    }

    /// <summary>A walk from one picture to another, as a row of images.</summary>
    public ImageGrid Strip(SettingValues values)
    {
        CheckPixels(StripFrames, values.Whole("scale"));
        using var scope = torch.NewDisposeScope();
        return ImageGrid.Of(Way(values, StripFrames), StripFrames, values.Whole("scale"));
    }

    /// <summary>A walk from one picture to another and back, as an animation.</summary>
    public Animation Walk(SettingValues values)
    {
        CheckPixels(2 * WalkFrames, values.Whole("scale"));
        using var scope = torch.NewDisposeScope();
        var there = Way(values, WalkFrames).split(1);
        return Animation.Of([.. there, .. there.Reverse().Skip(1).SkipLast(1)], columns: 1, scale: values.Whole("scale"), framesPerSecond: 12);
    }

    /// <summary>Frees the generator.</summary>
    public void Dispose()
    {
        generator.Dispose();
        directions.Dispose();
    }

    private void CheckPixels(int pictures, long scale)
    {
        if (pictures * Size * Size * scale * scale > MostPixels) throw new PlayException($"{pictures} pictures of {Size}×{Size} pixels, each enlarged {scale} times: expected {MostPixels:N0} pixels or fewer. Lower count or scale.");
    }

    private SettingValues Read(HttpContext context) => context.Request.QueryString.Value is { Length: > 1 } query ? SettingValues.Parse(Settings, query[1..]) : usual;

    private async Task AnswerAsync(HttpContext context, string type, Func<SettingValues, ReadOnlyMemory<byte>> make)
    {
        var values = Read(context);
        var file = await Computing.Run(() => make(values), context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(file, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The seed's latent vectors, multiplied by ψ and moved along the directions, (Most, latent).</summary>
    private torch.Tensor Latents(SettingValues values)
    {
        torch.manual_seed(values.Whole("seed"));
        var latents = generator.Latents(Most) * values.Number("truncation");
        for (var i = 0; i < directions.shape[0]; i++) latents += directions[i] * values.Number($"direction{i + 1}");
        return latents;
    }

    /// <summary>The pictures' classes, (Most) int64: the chosen one, or all in turn; null for a generator without classes.</summary>
    private torch.Tensor? Labels(SettingValues values) => generator is not ConditionalGenerator { Classes: var classes } ? null
        : values.Text("class") == PictureSettings.AllClasses ? torch.arange(Most, dtype: torch.int64) % classes
        : torch.full([Most], values.Whole("class"), dtype: torch.int64);

    private torch.Tensor Way(SettingValues values, int frames)
    {
        using var _ = torch.no_grad();
        var (latents, labels) = (Latents(values), Labels(values));
        var (from, to) = (values.Whole("from"), values.Whole("to"));
        var path = LatentPath.Spherical(latents[from], latents[to], frames);
        return labels is null ? generator.Generate(path)
            : ((ConditionalGenerator)generator).Between(path, labels[from].expand(frames), labels[to].expand(frames), torch.linspace(0, 1, frames));
    }

    /// <summary>The directions that the first layer amplifies most; none for generators whose first weights do not belong to z.</summary>
    internal static torch.Tensor FindDirections(Generator generator)
    {
        using var scope = torch.NewDisposeScope();
        var latent = generator.LatentSize;
        var first = generator.parameters().FirstOrDefault(weight => weight.ndim >= 2);
        var weight = first is null ? null : first.ndim == 2 && first.shape[1] >= latent && generator is not ConditionalGenerator ? first.T : first;
        return weight is null || weight.shape[0] < latent ? torch.zeros([0, latent]).MoveToOuterDisposeScope()
            : LatentDirection.OfFirstLayer(weight[..(int)latent], (int)Math.Min(Directions, latent)).MoveToOuterDisposeScope();
    }
}
