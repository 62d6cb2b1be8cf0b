using TorchSharp;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    /// <summary>One round: Goodfellow et al. 2014, algorithm 1, one step of each player.</summary>
    private TrainingStep Step()
    {
        using var scope = torch.NewDisposeScope();      // frees this step's tensors

        // The discriminator learns to score real samples high and generated ones low.
        var real = data.NextBatch(options.BatchSize);
        var fake = generator.call(generator.Latents(options.BatchSize));
        var realScore = discriminator.call(real);
        var fakeScore = discriminator.call(fake.detach());     // not the generator's lesson
        var discriminatorLoss = options.Loss.OfDiscriminator(realScore, fakeScore);
        discriminatorOptimizer.zero_grad();
        discriminatorLoss.backward();
        discriminatorOptimizer.step();

        // The generator learns to get its samples scored high by this discriminator.
        using var judge = new Frozen(discriminator);    // gradients pass through, not into it
        var generatorLoss = options.Loss.OfGenerator(discriminator.call(fake));
        generatorOptimizer.zero_grad();
        generatorLoss.backward();
        generatorOptimizer.step();

        return new TrainingStep(
            History.Steps.Count + 1,
            discriminatorLoss.item<float>(),
            generatorLoss.item<float>(),
            realScore.sigmoid().mean().item<float>(),
            fakeScore.sigmoid().mean().item<float>());
    }
}
