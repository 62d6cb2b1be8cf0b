using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Data.Tests;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Checkpoints;

public sealed class TrainingCheckpointTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private string Folder => scratch.File("training");

    public void Dispose() => scratch.Dispose();

    private static readonly Dictionary<string, Func<int, AdversarialTrainer>> Games = new()
    {
        ["dcgan with classes, average and noise"] = seed => Game(seed, 28, 1,
            () => new ConditionalGenerator(3, 2, new DcganGenerator(28, 1, 6, featureMaps: 2)), () => new ProjectionDiscriminator(3, 28, 1, featureMaps: 2),
            TrainingOptions.Cgan with { BatchSize = 6, AverageDecay = 0.9, Noise = new InstanceNoise() }),
        ["wgan by clipping"] = seed => Game(seed, 28, 1,
            () => new MlpGenerator(4, [8], [1, 28, 28]), () => new MlpDiscriminator([1, 28, 28], [8], dropout: 0.3), TrainingOptions.Wgan with { BatchSize = 6 }),
        ["progan across a new resolution"] = seed => Game(seed, 8, 3,
            () => new ProGanGenerator(8, 3, 4, featureMaps: 2), () => new ProGanCritic(8, 3, featureMaps: 2),
            TrainingOptions.ProGan with { Growth = new ProgressiveSchedule { LastResolution = 8, StabilizeImages = 40, FadeImages = 120, BatchSize = 4 } }),
    };

    public static TheoryData<string> GameNames => [.. Games.Keys];

    private static AdversarialTrainer Game(int seed, int side, int channels, Func<GanNotebooks.Models.Generator> generator, Func<Discriminator> discriminator, TrainingOptions options)
    {
        torch.manual_seed(seed);
        var pixels = Enumerable.Range(0, 20 * channels * side * side).Select(i => (byte)(i * 7919 % 251)).ToArray();
        var data = new ImageDataset("noise", pixels, [20, channels, side, side], [.. Enumerable.Range(0, 20).Select(i => (byte)(i % 3))]);
        return new AdversarialTrainer(generator(), discriminator(), data, options);
    }

    private static T OnOneThread<T>(Func<T> run)
    {
        var threads = torch.get_num_threads();
        torch.set_num_threads(1);
        try
        {
            return run();
        }
        finally
        {
            torch.set_num_threads(threads);
        }
    }

    [Theory]
    [MemberData(nameof(GameNames))]
    public void A_resumed_training_takes_the_same_next_fifty_steps(string name) => OnOneThread(() =>
    {
        using var whole = Games[name](1);
        var keeper = new CheckpointKeeper(Folder, interval: 10, keep: 10);
        var expected = whole.Train(60, default, keeper, new Drawing()).Steps.Skip(10).ToArray();
        var tenth = Directory.GetDirectories(Folder).Single(path => path.EndsWith("-step-10", StringComparison.Ordinal));
        using var resumed = Games[name](99);      // other weights, other random numbers
        resumed.Resume(tenth);
        Assert.Equal(10, resumed.History.Steps.Count);
        Assert.Equal(expected, resumed.Train(50).Steps.Skip(10));
        return true;
    });

    [Fact]
    public void It_is_saved_every_so_often_and_when_stopped_and_old_ones_go()
    {
        using var trainer = Games["wgan by clipping"](1);
        using var stop = new CancellationTokenSource();
        trainer.Train(100, stop.Token, new Stopper(stop, 8), new CheckpointKeeper(Folder, interval: 3));
        Assert.Equal(["000002-step-6", "000003-step-8"], Directory.GetDirectories(Folder).Select(Path.GetFileName).Order());
        Assert.Equal(8, CheckpointManifest.Read(Folder).Step);
        using var resumed = Games["wgan by clipping"](2);
        resumed.Resume(Folder);
        Assert.Equal(8, resumed.History.Steps.Count);
    }

    [Fact]
    public void A_checkpoint_holds_files_that_others_can_read()
    {
        using var trainer = Games["dcgan with classes, average and noise"](1);
        trainer.Train(2);
        var checkpoint = trainer.Save(Folder);
        Assert.Equal(["average.safetensors", "chance.safetensors", "discriminator.optimizer", "discriminator.safetensors", "generator.optimizer", "generator.safetensors", "history.csv", "manifest.json"],
            Directory.GetFiles(checkpoint).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var manifest = CheckpointManifest.Read(Folder);
        Assert.Equal((1, 2, 12, "ConditionalGenerator", "noise"), (manifest.SchemaVersion, manifest.Step, manifest.ImagesSeen, manifest.Generator.Type, manifest.Data));
        Assert.NotEqual(SafeTensors.Load(Path.Combine(checkpoint, "average.safetensors"))["embedding.weight"], SafeTensors.Load(Path.Combine(checkpoint, "generator.safetensors"))["embedding.weight"]);
    }

    /// <summary>Whatever a dying process leaves, the last whole checkpoint is what counts.</summary>
    [Fact]
    public void An_unfinished_checkpoint_is_ignored_and_swept_away()
    {
        using var trainer = Games["wgan by clipping"](1);
        trainer.Train(1);
        var first = trainer.Save(Folder);
        foreach (var torn in new[] { "000002-step-2.tmp", "000000-step-0.tmp" }) Directory.CreateDirectory(Path.Combine(Folder, torn));
        File.WriteAllText(Path.Combine(Folder, "000002-step-2.tmp", "manifest.json"), "{");
        Assert.Equal(first, CheckpointFolder.Newest(Folder));
        Assert.Throws<IOException>(() => CheckpointFolder.Add(Folder, 5, 2, _ => throw new IOException("disk full")));
        Assert.Equal(first, CheckpointFolder.Newest(Folder));
        trainer.Save(Folder);
        Assert.Equal(["000001-step-1", "000002-step-1"], Directory.GetDirectories(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void The_best_is_kept_and_later_trainings_have_to_beat_it()
    {
        using var trainer = Games["wgan by clipping"](1);
        var values = new Queue<double>([5, double.NaN, 3, 4]);
        var best = new BestKeeper(Folder, interval: 2, _ => values.Dequeue());
        trainer.Train(8, default, best);
        Assert.Equal((3, 6), (best.Best, CheckpointManifest.Read(Folder).Step));
        Assert.Equal([2L, 4, 6, 8], best.Measured.Select(look => look.Step));
        var next = new BestKeeper(Folder, interval: 1, _ => 3.5);
        trainer.Train(1, default, next);
        Assert.Equal((3, 6), (next.Best, CheckpointManifest.Read(Folder).Step));
    }

    [Fact]
    public void Other_networks_data_and_versions_are_refused_with_the_reason()
    {
        using var trainer = Games["wgan by clipping"](1);
        trainer.Train(1);
        var checkpoint = trainer.Save(Folder);
        string Refused(AdversarialTrainer other)
        {
            using (other) return Assert.Throws<InvalidDataException>(() => other.Resume(Folder)).Message;
        }
        var options = TrainingOptions.Wgan with { BatchSize = 6 };
        Assert.Contains("of other sizes", Refused(Game(1, 28, 1, () => new MlpGenerator(4, [9], [1, 28, 28]), () => new MlpDiscriminator([1, 28, 28], [8], dropout: 0.3), options)), StringComparison.Ordinal);
        Assert.Contains("training on noise", Refused(new AdversarialTrainer(new MlpGenerator(4, [8], [1, 28, 28]), new MlpDiscriminator([1, 28, 28], [8], dropout: 0.3), new Blank(), options)), StringComparison.Ordinal);
        Assert.Contains("average", Refused(Game(1, 28, 1, () => new MlpGenerator(4, [8], [1, 28, 28]), () => new MlpDiscriminator([1, 28, 28], [8], dropout: 0.3), options with { AverageDecay = 0.9 })), StringComparison.Ordinal);

        var manifest = Path.Combine(checkpoint, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"schemaVersion\": 1", "\"schemaVersion\": 7", StringComparison.Ordinal));
        Assert.Contains("schema 7, expected 1", Refused(Games["wgan by clipping"](1)), StringComparison.Ordinal);
        File.WriteAllText(manifest, "[");
        Assert.Contains("not the manifest", Refused(Games["wgan by clipping"](1)), StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => trainer.Resume(scratch.File("nothing")));
    }

    [Fact]
    public void Other_settings_are_refused_by_name_and_other_threads_are_not()
    {
        AdversarialTrainer With(TrainingOptions options) => Game(1, 28, 1, () => new MlpGenerator(4, [8], [1, 28, 28]), () => new MlpDiscriminator([1, 28, 28], [8], dropout: 0.3), options);
        var options = TrainingOptions.WganGp with { BatchSize = 6, CriticSteps = 1 };
        using (var trainer = With(options))
        {
            trainer.Train(1);
            trainer.Save(Folder);
        }
        string Refused(TrainingOptions changed)
        {
            using var other = With(changed);
            return Assert.Throws<InvalidDataException>(() => other.Resume(Folder)).Message;
        }
        Assert.Contains("other settings: generatorRate was 0.0001 and is 0.01. ", Refused(options with { GeneratorRate = 0.01 }), StringComparison.Ordinal);
        Assert.Contains("penalty.weight was 10 and is 1. ", Refused(options with { Penalty = new GradientPenalty(1) }), StringComparison.Ordinal);
        Assert.Contains("loss.type was WassersteinLoss and is HingeLoss; loss.drift was 0 and is not set. ", Refused(options with { Loss = new HingeLoss() }), StringComparison.Ordinal);
        Assert.Contains("penalty was GradientPenalty and is not set. ", Refused(options with { Penalty = null }), StringComparison.Ordinal);
        using var same = With(options with { Threads = 1, Device = torch.CPU });
        same.Resume(Folder);
        Assert.Single(same.History.Steps);
    }

    [Fact]
    public void A_checkpoint_of_an_earlier_version_which_kept_its_settings_as_text_is_resumed()
    {
        using var trainer = Games["wgan by clipping"](1);
        trainer.Train(1);
        var manifest = Path.Combine(trainer.Save(Folder), "manifest.json");
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(manifest))!;
        json["options"] = "TrainingOptions { BatchSize = 6 }";
        File.WriteAllText(manifest, json.ToJsonString());
        using var other = Games["wgan by clipping"](2);
        other.Resume(Folder);
        Assert.Single(other.History.Steps);
    }

    private sealed record Blank : IBatchSource
    {
        public string Name => "blank";

        public long[] SampleShape => [1, 28, 28];

        public torch.Tensor NextBatch(int count) => torch.zeros(count, 1, 28, 28);
    }

    private sealed class Drawing : ITrainingObserver
    {
        public void Observe(TrainingProgress progress) => torch.rand(3).Dispose();
    }

    private sealed class Stopper(CancellationTokenSource stop, long step) : ITrainingObserver
    {
        public void Observe(TrainingProgress progress)
        {
            if (progress.Step.Number == step) stop.Cancel();
        }
    }
}
