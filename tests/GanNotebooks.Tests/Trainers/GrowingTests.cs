using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class GrowingTests
{
    private static readonly TrainingOptions Options = TrainingOptions.ProGan with
    {
        Growth = new ProgressiveSchedule { LastResolution = 8, StabilizeImages = 16, FadeImages = 16, BatchSize = 4, BatchSizes = new Dictionary<long, int> { [4] = 8 } },
    };

    private static ImageDataset Images(int side) => new("noise", [.. Enumerable.Range(0, 16 * 3 * side * side).Select(i => (byte)(i * 37))], [16, 3, side, side]);

    [Fact]
    public void A_training_grows_with_the_images_it_has_seen()
    {
        torch.manual_seed(1);
        using var data = Images(8);
        using var generator = new ProGanGenerator(8, latentSize: 4, featureMaps: 4);
        using var critic = new ProGanCritic(8, featureMaps: 4);
        using var trainer = new AdversarialTrainer(generator, critic, data, Options);
        var seen = new List<(long, double, long)>();
        trainer.Train(8, default, new Watcher(now => { if (!now.Finished) seen.Add((generator.Stage.Resolution, generator.Stage.Alpha, now.Step.ImagesSeen)); }));
        Assert.Equal([(4, 1, 8), (4, 1, 16), (8, 0, 20), (8, 0.25, 24), (8, 0.5, 28), (8, 0.75, 32), (8, 1, 36), (8, 1, 40)], seen);
        Assert.Equal(generator.Stage, critic.Stage);
        Assert.All(trainer.History.Steps, step => Assert.True(double.IsFinite(step.DiscriminatorLoss + step.GeneratorLoss)));
    }

    [Fact]
    public void What_cannot_grow_is_refused_with_the_reason()
    {
        using var generator = new ProGanGenerator(8, latentSize: 4, featureMaps: 4);
        using var critic = new ProGanCritic(8, featureMaps: 4);
        using var plain = new MlpDiscriminator([3, 8, 8], [4]);
        using var data = Images(8);
        using var odd = Images(6);
        var tooFar = Options with { Growth = new ProgressiveSchedule { LastResolution = 16 } };
        Assert.Contains("cannot grow", Message(() => new AdversarialTrainer(generator, plain, data, Options)), StringComparison.Ordinal);
        Assert.Contains("the schedule to 16", Message(() => new AdversarialTrainer(generator, critic, data, tooFar)), StringComparison.Ordinal);
        Assert.Contains("3×6×6", Message(() => new AdversarialTrainer(generator, critic, odd, Options)), StringComparison.Ordinal);

        static string Message(Func<object> create) => Assert.ThrowsAny<ArgumentException>(create).Message;
    }

    private sealed class Watcher(Action<TrainingProgress> watch) : ITrainingObserver
    {
        public void Observe(TrainingProgress progress) => watch(progress);
    }
}
