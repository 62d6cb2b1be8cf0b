using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Play;

/// <summary>The settings of the plane, and the data, networks and options that follow from them.</summary>
internal static class PlaneSettings
{
    private const string Data = "Data", Game = "Game", Steps = "Steps", Networks = "Networks";

    /// <summary>All settings, in the page's order.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("data", Data, "Distribution", "ring") { Choices = [new("ring", "Ring of 8 Gaussians"), new("grid", "Grid of 25 Gaussians"), new("moons", "Two moons"), new("spiral", "Spiral"), new("drawn", "Your drawing")] },
        new("points", "", "Drawing", ""),
        new("loss", Game, "Loss", "nonsaturating")
        {
            Choices = [new("nonsaturating", "Non-saturating"), new("minimax", "Minimax"), new("leastsquares", "Least squares"), new("hinge", "Hinge"), new("wasserstein", "Wasserstein"), new("relativistic", "Relativistic")],
            Help = "What each player makes small.",
        },
        new("penalty", Game, "Penalty", "none")
        {
            Choices = [new("none", "None"), new("gradient", "Gradient penalty (WGAN-GP)"), new("r1", "R1"), new("r2", "R2"), new("r1r2", "R1 and R2"), new("clipping", "Weight clipping")],
            Help = "What keeps the discriminator's slopes in bounds.",
        },
        new("weight", Game, "Weight of the penalty", "0.1") { Min = 1e-3, Max = 100, Logarithmic = true, Help = "λ or γ; with weight clipping, the bound of each weight." },
        new("critic", Game, "Discriminator steps", "1") { Min = 1, Max = 10, Whole = true, Help = "For each step of the generator." },
        new("noise", Game, "Instance noise", "0") { Min = 0, Max = 1, Help = "Noise on what the discriminator sees; gone after 10,000 steps." },
        new("glr", Steps, "Generator's rate", "0.001") { Min = 1e-5, Max = 0.1, Logarithmic = true },
        new("dlr", Steps, "Discriminator's rate", "0.001") { Min = 1e-5, Max = 0.1, Logarithmic = true },
        new("rule", Steps, "Optimizer", "adam5") { Choices = [new("adam5", "Adam, β₁ = 0.5"), new("adam0", "Adam, β₁ = 0"), new("adam9", "Adam, β₁ = 0.9"), new("rmsprop", "RMSProp")] },
        new("batch", Steps, "Batch", "256") { Min = 8, Max = 512, Whole = true },
        new("glayers", Networks, "Generator: hidden layers", "2") { Min = 1, Max = 4, Whole = true, Effect = Effect.Networks },
        new("gwidth", Networks, "Generator: width", "64") { Min = 2, Max = 256, Whole = true, Logarithmic = true, Effect = Effect.Networks },
        new("dlayers", Networks, "Discriminator: hidden layers", "2") { Min = 1, Max = 4, Whole = true, Effect = Effect.Networks },
        new("dwidth", Networks, "Discriminator: width", "64") { Min = 2, Max = 256, Whole = true, Logarithmic = true, Effect = Effect.Networks },
        new("latent", Networks, "Latent size", "16") { Min = 1, Max = 64, Whole = true, Effect = Effect.Networks },
        new("seed", Networks, "Seed", "1") { Min = 0, Max = 999_999, Whole = true, Typed = true, Effect = Effect.Networks },
        new("pace", "", "Speed", "0") { Choices = [new("0", "Full speed"), new("100", "100 steps/s"), new("20", "20 steps/s"), new("5", "5 steps/s"), new("1", "1 step/s")], Effect = Effect.None },
    ];

    /// <summary>Examples of settings, by their addresses.</summary>
    public static IReadOnlyList<Choice> Examples { get; } = [.. new Choice[]
    {
        new("", "A GAN that finds the ring"),
        new("loss=minimax&dlr=0.003", "Minimax loss, a quick discriminator"),
        new("data=grid&dwidth=16", "A small discriminator misses modes"),
        new("data=grid&loss=relativistic&penalty=r1r2&rule=adam0", "R3GAN's loss on the grid"),
        new("data=spiral&loss=wasserstein&penalty=gradient&weight=0.1&critic=5&gwidth=128&dwidth=128", "WGAN-GP on a spiral"),
        new("loss=wasserstein&penalty=clipping&weight=0.05&critic=5&rule=rmsprop&glr=0.0005&dlr=0.0005", "WGAN: clipped weights"),
        new("data=moons&penalty=r1", "Two moons with R1"),
    }.Select(example => example with { Name = SettingValues.Parse(All, example.Name).Address })];

    /// <summary>The real points.</summary>
    /// <exception cref="PlayException">The drawing is invalid, whether it is used or not.</exception>
    public static IBatchSource CreateData(SettingValues values)
    {
        var drawing = DrawnPoints.Parse(values.Text("points"));
        return values.Text("data") is var name and not "drawn" ? PointSets.Open(name) : drawing;
    }

    /// <summary>The largest coordinate at which the plane is shown, in each direction.</summary>
    public static double ExtentOf(IBatchSource data) => data switch { GaussianGrid => 5, DrawnPoints => DrawnPoints.Extent, TwoMoons => 2.2, _ => 2.8 };

    /// <summary>A new generator of points.</summary>
    public static Generator CreateGenerator(SettingValues values) => new MlpGenerator(values.Whole("latent"), Widths(values, "g"), [2], bounded: false);

    /// <summary>A new discriminator of points.</summary>
    public static Discriminator CreateDiscriminator(SettingValues values) => new MlpDiscriminator([2], Widths(values, "d"));

    /// <summary>The training's options.</summary>
    public static TrainingOptions CreateOptions(SettingValues values) => new()
    {
        Loss = LossOf(values),
        Penalty = PenaltyOf(values),
        Clipping = values.Text("penalty") == "clipping" ? new WeightClipping(values.Number("weight")) : null,
        CriticSteps = values.Whole("critic"),
        Noise = values.Number("noise") > 0 ? new InstanceNoise(values.Number("noise")) : null,
        GeneratorRate = values.Number("glr"),
        DiscriminatorRate = values.Number("dlr"),
        UpdateRule = values.Text("rule") switch { "adam0" => new AdamRule(0, 0.99), "adam9" => new AdamRule(0.9), "rmsprop" => new RmsPropRule(), _ => new AdamRule() },
        BatchSize = values.Whole("batch"),
        Threads = 1,
        Device = torch.CPU,
    };

    /// <summary>Whether a score is the logit of a probability, D(x), which the surface then shows.</summary>
    public static bool ScoresAreLogits(SettingValues values) => values.Text("loss") is "nonsaturating" or "minimax";

    /// <summary>The surface's value where the discriminator cannot tell real from generated, which is the middle of the colours. Null if only differences of scores mean something.</summary>
    public static double? Middle(SettingValues values) => values.Text("loss") switch { "wasserstein" or "relativistic" => null, "hinge" => 0, _ => 0.5 };

    private static long[] Widths(SettingValues values, string network) => [.. Enumerable.Repeat((long)values.Whole($"{network}width"), values.Whole($"{network}layers"))];

    private static IAdversarialLoss LossOf(SettingValues values) => values.Text("loss") switch
    {
        "minimax" => new MinimaxLoss(),
        "leastsquares" => new LeastSquaresLoss(),
        "hinge" => new HingeLoss(),
        "wasserstein" => new WassersteinLoss(),
        "relativistic" => new RelativisticLoss(),
        _ => new NonSaturatingLoss(),
    };

    private static ICriticPenalty? PenaltyOf(SettingValues values)
    {
        var weight = values.Number("weight");
        return values.Text("penalty") switch
        {
            "gradient" => new GradientPenalty(weight),
            "r1" => new R1Penalty(weight),
            "r2" => new R2Penalty(weight),
            "r1r2" => new R1AndR2Penalty(weight),
            _ => null,
        };
    }
}
