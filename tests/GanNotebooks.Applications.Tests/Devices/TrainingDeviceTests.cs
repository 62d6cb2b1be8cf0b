using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Data.Tests;
using GanNotebooks.Models;
using GanNotebooks.Tests.Devices;
using GanNotebooks.Trainers;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Applications.Tests;

public sealed class TrainingDeviceTests : IDisposable
{
    private const int Side = 8, Classes = 3;

    private static readonly IAdversarialLoss[] Losses = [.. Meta.All<IAdversarialLoss>(), new NonSaturatingLoss(RealTarget: 0.9), new LeastSquaresLoss(0.9), new WassersteinLoss(Drift: 1e-3)];
    private static readonly ICriticPenalty[] Penalties = [.. Meta.All<ICriticPenalty>(except: typeof(LazyPenalty)), new LazyPenalty(new R1Penalty(), Interval: 2)];
    private static readonly IUpdateRule[] Rules = [.. Meta.All<IUpdateRule>()];

    /// <summary>The papers' trainings, and trainings with each loss, penalty and rule: the model's name and how it is trained.</summary>
    private static readonly Dictionary<string, (string Model, TrainingOptions Options)> Games = new(
    [
        .. PaperTraining.All.Select(training => Game(training.Name, training.Model.Name, training.Options)),
        .. Losses.Select(loss => Game($"{loss}", "dcgan", TrainingOptions.Dcgan with { Loss = loss })),
        .. Penalties.Select(penalty => Game($"{penalty}", "wgan-gp", TrainingOptions.WganGp with { Penalty = penalty })),
        .. Rules.Select(rule => Game($"{rule}", "vanilla", TrainingOptions.VanillaImages with { UpdateRule = rule })),
        Game("all that can be asked for", "cgan", TrainingOptions.Cgan with { Clipping = new(), Noise = new(), Augmentation = new(), WrongPairs = new(), AverageDecay = 0.9, CriticSteps = 2 }),
    ]);

    private readonly ScratchFolder scratch = new();

    public static TheoryData<string> Names => [.. Games.Keys];

    public void Dispose() => scratch.Dispose();

    private static KeyValuePair<string, (string, TrainingOptions)> Game(string name, string model, TrainingOptions options) => new(name, (model, options with
    {
        BatchSize = 4,
        Growth = options.Growth is null ? null : new ProgressiveSchedule { LastResolution = Side, StabilizeImages = 8, FadeImages = 8, BatchSize = 4 },
    }));

    /// <summary>A training on another device, or on the CPU.</summary>
    private static (AdversarialTrainer Trainer, GanNotebooks.Models.Generator Generator, Discriminator Discriminator) Start(string name, Device device)
    {
        var (model, options) = Games[name];
        manual_seed(1);      // some batches of four have one class only, and no wrong pair
        var recipe = new GanRecipe(model) { Size = Side, SourceChannels = 1, LatentSize = model == "srgan" ? 0 : 4, FeatureMaps = 2, Classes = GanModel.Named(model).HasClasses ? Classes : 0 };
        var images = new ImageDataset("noise", [.. Enumerable.Range(0, 20 * Side * Side).Select(i => (byte)(i * 7919 % 251))], [20, 1, Side, Side], [.. Enumerable.Range(0, 20).Select(i => (byte)(i % Classes))]);
        IBatchSource data = GanModel.Named(model).Factor is { } factor ? new ImagePairs(images, whole => nn.functional.avg_pool2d(whole, factor)) : images;
        var (generator, discriminator) = (recipe.CreateGenerator(), recipe.CreateDiscriminator());
        if (device.type == DeviceType.CPU) return (new(generator, discriminator, data, options with { Device = device }), generator, discriminator);
        return (new(Meta.Watched(generator), Meta.Watched(discriminator), data, options with { Device = device }) { Read = _ => 0 }, generator, discriminator);
    }

    [Fact]
    public void Every_model_is_tried_on_another_device() => Meta.AssertCovered(GanModel.All.Select(model => model.Name), Games.Values.Select(game => game.Model));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_training_makes_every_tensor_on_its_device(string name)
    {
        var (trainer, generator, discriminator) = Start(name, META);
        using (trainer)
        {
            Meta.AsFarAsPossible(() =>
            {
                Assert.Equal(8, trainer.Train(8).Steps.Count);
                Assert.Equal("meta", trainer.History.Device);
                Assert.Contains("on meta", trainer.History.ToString(), StringComparison.Ordinal);
                Meta.AssertHere([.. generator.state_dict().Values, .. discriminator.state_dict().Values, .. trainer.Average?.Weights.Values ?? []]);
                Meta.AssertHere(generator.parameters().Concat(discriminator.parameters()).Select(weight => weight.grad).OfType<Tensor>());
            });
        }
    }

    [Fact]
    public void A_loss_is_computed_where_the_scores_are()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (randn([4], device: META, requires_grad: true), randn([4], device: META, requires_grad: true));
        foreach (var loss in Losses) Meta.AsFarAsPossible(() => Meta.AssertHere(loss.OfDiscriminator(real, fake), loss.OfGenerator(fake), loss.OfGenerator(real, fake)));
    }

    [Fact]
    public void A_penalty_is_computed_where_the_samples_are()
    {
        using var scope = NewDisposeScope();
        using var critic = Meta.Watched(new MlpDiscriminator([1, Side, Side], [6])).to(META);
        foreach (var penalty in Penalties)
        {
            var paid = penalty.Of(critic, randn([4, 1, Side, Side], device: META), randn([4, 1, Side, Side], device: META), null);
            paid.backward();
            Meta.AssertHere([paid, .. critic.parameters().Select(weight => weight.grad).OfType<Tensor>()]);
        }
    }

    [Theory]
    [InlineData("cgan")]
    [InlineData("wgan")]
    [InlineData("progan")]
    [InlineData("all that can be asked for")]
    public void A_training_that_was_saved_goes_on_with_another_device(string name)
    {
        var (saved, _, _) = Start(name, CPU);
        using (saved)
        {
            saved.Train(3);
            saved.Save(scratch.File("here"));
        }
        var (resumed, generator, discriminator) = Start(name, META);
        using (resumed)
        {
            resumed.Resume(scratch.File("here"));
            Assert.Equal(5, resumed.Train(2).Steps.Count);
            Meta.AssertHere([.. generator.state_dict().Values, .. discriminator.state_dict().Values, .. resumed.Average?.Weights.Values ?? []]);
            Meta.AssertBroughtToTheCpu(() => resumed.Save(scratch.File("there")));
        }
    }

    [Fact]
    public void Random_numbers_are_drawn_on_the_CPU_whatever_device_trains()
    {
        torch.manual_seed(1);
        var (here, _, _) = Start("all that can be asked for", CPU);
        using (here) here.Train(2);
        using var expected = torch.get_rng_state();
        torch.manual_seed(1);
        var (there, _, _) = Start("all that can be asked for", META);
        using (there) there.Train(2);
        using var state = torch.get_rng_state();
        Assert.Equal(expected.bytes.ToArray(), state.bytes.ToArray());
    }
}
