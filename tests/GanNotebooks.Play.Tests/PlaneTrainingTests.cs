using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Play.Tests;

public class PlaneTrainingTests
{
    private static SettingValues Values(string address) => SettingValues.Parse(PlaneSettings.All, address);

    private static Task<T> Compute<T>(Func<T> work) => Computing.Run(work, CancellationToken.None);

    /// <summary>The kit's trainer, without the playground.</summary>
    private static IReadOnlyList<TrainingStep> Direct(SettingValues values, int steps)
    {
        torch.manual_seed(values.Whole("seed"));
        using var generator = PlaneSettings.CreateGenerator(values);
        using var discriminator = PlaneSettings.CreateDiscriminator(values);
        using var trainer = new AdversarialTrainer(generator, discriminator, PlaneSettings.CreateData(values), PlaneSettings.CreateOptions(values));
        return trainer.Train(steps).Steps;
    }

    [Theory]
    [InlineData("")]
    [InlineData("seed=4&data=spiral&loss=wasserstein&penalty=gradient&critic=2&noise=0.1")]
    public async Task Steps_are_those_of_the_trainer_whatever_is_shown_or_trained_in_between(string address)
    {
        var expected = await Compute(() => Direct(Values(address), 12));
        using var training = await Compute(() => PlaneTraining.Begin(Values(address)));
        using var other = await Compute(() => PlaneTraining.Begin(Values("data=grid&gwidth=8&seed=9")));
        using var view = await Compute(() => new PlaneView(training));
        foreach (var steps in new[] { 1, 4, 2, 5 })
            await Compute(() =>
            {
                training.Advance(steps);
                other.Advance(3);
                return view.Frame(0, measure: true);
            });
        Assert.Equal(expected, training.History.Steps);
    }

    [Fact]
    public async Task Other_settings_of_the_trainer_leave_the_networks_what_they_learned()
    {
        using var training = await Compute(() => PlaneTraining.Begin(Values("")));
        await Compute(() => { training.Advance(3); return 0; });
        var before = training.Generator.parameters().Select(weight => weight.detach().clone()).ToArray();
        Assert.Same(training, await Compute(() => training.With(Values("pace=5"))));
        using var next = await Compute(() => training.With(Values("loss=hinge&glr=0.002")));
        Assert.Equal(3, next.Steps);
        Assert.All(before.Zip(next.Generator.parameters()), pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
        await Compute(() => { next.Advance(2); return 0; });
        Assert.Equal(5, next.Steps);
        Assert.IsType<HingeLoss>(next.Options.Loss);
        using var anew = await Compute(() => next.With(Values("loss=hinge&gwidth=32")));
        Assert.Equal(0, anew.Steps);
    }

    public static TheoryData<string> SetUps => [.. PlaneSettings.Examples.Select(example => example.Name),
        .. PlaneSettings.All.Where(setting => setting.Choices is not null).SelectMany(setting => setting.Choices!.Select(choice => $"batch=16&gwidth=8&{setting.Name}={choice.Name}")).Distinct()];

    [Theory, MemberData(nameof(SetUps))]
    public async Task Every_choice_and_every_example_trains_and_is_shown(string address)
    {
        using var training = await Compute(() => PlaneTraining.Begin(Values(address)));
        using var view = await Compute(() => new PlaneView(training));
        var frame = await Compute(() => { training.Advance(2); return view.Frame(100, measure: true); });
        var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(frame).ToArray();
        Assert.Equal(9 + (2 * 2) + (4 * PlaneView.Points) + (PlaneView.Cells * PlaneView.Cells), numbers.Length);
        Assert.Equal([2, 100], numbers[..2]);
        Assert.Equal(training.Values.Text("data") switch { "ring" => 8, "grid" => 25, _ => 0 }, numbers[4]);
        Assert.All(numbers, number => Assert.True(float.IsFinite(number)));
        Assert.Equal((float)training.History.Steps[0].DiscriminatorLoss, numbers[9]);
    }

    [Fact]
    public async Task Arrows_go_down_the_generators_loss_and_cells_begin_at_the_left_below()
    {
        using var training = await Compute(() => PlaneTraining.Begin(Values("data=moons")));
        using var view = await Compute(() => new PlaneView(training));
        var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(await Compute(() => { training.Advance(20); return view.Frame(0, measure: false); })).ToArray();
        var (fake, arrow) = (9 + 40, 9 + 40 + (2 * PlaneView.Points));
        var (x, y, dx, dy) = (numbers[fake], numbers[fake + 1], numbers[arrow], numbers[arrow + 1]);
        Assert.True(Loss(x + (1e-3f * dx), y + (1e-3f * dy)) < Loss(x, y));
        var first = (float)(view.Extent * ((1.0 / PlaneView.Cells) - 1));
        Assert.Equal(Score(first, first), numbers[arrow + (2 * PlaneView.Points)], 1e-4f);
        Assert.Equal(Score(-first, first), numbers[arrow + (2 * PlaneView.Points) + PlaneView.Cells - 1], 1e-4f);

        float Score(float at, float above)
        {
            using var scope = torch.NewDisposeScope();
            return training.Discriminator.forward(torch.tensor(new[,] { { at, above } })).item<float>();
        }

        double Loss(float at, float above) => Math.Log(1 + Math.Exp(-Score(at, above)));
    }

    [Fact]
    public void A_drawing_is_where_it_was_drawn()
    {
        using var points = DrawnPoints.Parse("AP8").NextBatch(50);      // x 0, y 255
        Assert.Equal([-DrawnPoints.Extent, DrawnPoints.Extent], points.mean([0]).data<float>().ToArray().Select(value => Math.Round(value, 1)));
        Assert.Contains("base64", Assert.Throws<PlayException>(() => DrawnPoints.Parse("A+/=")).Message, StringComparison.Ordinal);
        Assert.Contains("two for each", Assert.Throws<PlayException>(() => DrawnPoints.Parse("AAAA")).Message, StringComparison.Ordinal);
    }
}
