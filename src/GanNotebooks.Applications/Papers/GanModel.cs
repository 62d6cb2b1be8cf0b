using GanNotebooks.Checkpoints;
using GanNotebooks.Models;

namespace GanNotebooks.Applications;

/// <summary>One of the papers' pairs of networks, by its usual name: the one place that maps names to networks.</summary>
/// <param name="Name">Its name, such as <c>wgan-gp</c>.</param>
/// <param name="Paper">Its paper.</param>
/// <param name="Generator">Builds the generator.</param>
/// <param name="Discriminator">Builds the discriminator.</param>
public sealed record GanModel(string Name, string Paper, Func<GanRecipe, Generator> Generator, Func<GanRecipe, Discriminator> Discriminator)
{
    private const long ClassVector = 16;

    /// <summary>Whether it makes images of chosen classes.</summary>
    public bool HasClasses { get; private init; }

    /// <summary>By which factor the sides of its images are larger than those of its input images; it trains on pairs of images. Null for a model that makes images from random vectors alone.</summary>
    public int? Factor { get; private init; }

    /// <summary>The default length of z; 0 for a model without random input.</summary>
    public int UsualLatent { get; private init; } = 64;

    /// <summary>Whether it can make images of a given side, in pixels.</summary>
    public Func<long, bool> Fits { get; private init; } = IsPyramid;

    /// <summary>The sides of images that it can make, in words.</summary>
    public string Sizes { get; private init; } = "4 or 7 doubled once or more, such as 28, 32 or 64";

    /// <summary>Whether its networks begin with 4×4 pixels and grow.</summary>
    public bool Grows { get; private init; }

    /// <summary>Fully connected networks.</summary>
    public static GanModel Vanilla { get; } = new("vanilla", "Goodfellow et al. 2014",
        recipe => new MlpGenerator(recipe.LatentSize, [4 * recipe.FeatureMaps, 8 * recipe.FeatureMaps], recipe.SampleShape, batchNorm: true),
        recipe => new MlpDiscriminator(recipe.SampleShape, [8 * recipe.FeatureMaps, 4 * recipe.FeatureMaps], dropout: 0.3))
    { Fits = size => size >= 1, Sizes = "1 or more" };

    /// <summary>Convolutions.</summary>
    public static GanModel Dcgan { get; } = new("dcgan", "Radford et al. 2016", Deep, recipe => new DcganDiscriminator(recipe.Size, recipe.Channels, recipe.FeatureMaps));

    /// <summary>Convolutions, with classes.</summary>
    public static GanModel Cgan { get; } = new("cgan", "Mirza and Osindero 2014, Miyato and Koyama 2018",
        recipe => new ConditionalGenerator(recipe.Classes, ClassVector, Deep(recipe with { LatentSize = recipe.LatentSize + ClassVector })),
        recipe => new ProjectionDiscriminator(recipe.Classes, recipe.Size, recipe.Channels, recipe.FeatureMaps))
    { HasClasses = true };

    /// <summary>Convolutions, with a critic.</summary>
    public static GanModel Wgan { get; } = new("wgan", "Arjovsky et al. 2017", Deep, Critic);

    /// <summary>The same networks; they are trained with a penalty in place of clipping.</summary>
    public static GanModel WganGp { get; } = Wgan with { Name = "wgan-gp", Paper = "Gulrajani et al. 2017" };

    /// <summary>Networks that grow.</summary>
    public static GanModel ProGan { get; } = new("progan", "Karras et al. 2018",
        recipe => new ProGanGenerator(recipe.Size, recipe.Channels, recipe.LatentSize, recipe.FeatureMaps),
        recipe => new ProGanCritic(recipe.Size, recipe.Channels, recipe.FeatureMaps))
    { Fits = size => size >= GrowthStage.First && long.IsPow2(size), Sizes = "4, 8, 16, 32, …", Grows = true };

    /// <summary>Images translated to images of the same size.</summary>
    public static GanModel Pix2Pix { get; } = new("pix2pix", "Isola et al. 2017",
        recipe => new UNetGenerator(recipe.SourceChannels, recipe.Channels, recipe.LatentSize, recipe.FeatureMaps, Halvings(recipe.Size, least: 2)),
        recipe => new PatchDiscriminator(recipe.Channels, recipe.SourceChannels, recipe.FeatureMaps, PatchHalvings(recipe.Size)))
    { Fits = IsQuartered, Sizes = QuarteredSizes, Factor = 1, UsualLatent = 8 };

    /// <summary>Images made four times as high and wide.</summary>
    public static GanModel Srgan { get; } = new("srgan", "Ledig et al. 2017",
        recipe => new SuperResolutionGenerator(recipe.Channels, recipe.FeatureMaps),
        recipe => new PatchDiscriminator(recipe.Channels, 0, recipe.FeatureMaps, PatchHalvings(recipe.Size)))
    { Fits = IsQuartered, Sizes = QuarteredSizes, Factor = 4, UsualLatent = 0 };

    /// <summary>All models.</summary>
    public static IReadOnlyList<GanModel> All { get; } = [Vanilla, Dcgan, Cgan, Wgan, WganGp, ProGan, Pix2Pix, Srgan];

    /// <summary>The names of all models, separated by commas.</summary>
    public static string Names => string.Join(", ", All.Select(model => model.Name));

    /// <summary>Finds a model by its name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such model; the message lists all names.</exception>
    public static GanModel Named(string name) => All.FirstOrDefault(model => model.Name == name)
        ?? throw new ArgumentException($"There is no model \"{name}\"; there are {Names}.");

    private static DcganGenerator Deep(GanRecipe recipe) => new(recipe.Size, recipe.Channels, recipe.LatentSize, recipe.FeatureMaps);

    private static WganCritic Critic(GanRecipe recipe) => new(recipe.Size, recipe.Channels, recipe.FeatureMaps);

    private const string QuarteredSizes = "multiples of 4 from 8";

    private static bool IsQuartered(long size) => size >= 8 && size % 4 == 0;

    /// <summary>How often a side can be halved until at most <paramref name="least"/> pixels, or an odd number, are left.</summary>
    private static int Halvings(long size, long least) => size % 2 == 0 && size > least ? 1 + Halvings(size / 2, least) : 0;

    /// <summary>The paper's n = 3 is for images of 256 pixels; smaller ones are judged by smaller patches.</summary>
    private static int PatchHalvings(long size) => Math.Clamp((int)Math.Log2(size) - 4, 1, 3);

    private static bool IsPyramid(long size) => size > 7 && (long.IsPow2(size) || (size % 7 == 0 && long.IsPow2(size / 7)));
}
