using TorchSharp;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    /// <summary>One round of the game: Goodfellow et al. 2014, algorithm 1, with one step of each player.</summary>
    private TrainingStep Step()
    {
        using var scope = torch.NewDisposeScope();              // frees every tensor of this step at its end

        // The discriminator learns to score real samples high and generated ones low.
        var real = data.NextBatch(options.BatchSize);
        var fake = generator.call(generator.Latents(options.BatchSize));
        var realScore = discriminator.call(real);
        var fakeScore = discriminator.call(fake.detach());   // detach: this lesson is not for the generator
        var discriminatorLoss = options.Loss.OfDiscriminator(realScore, fakeScore);
        discriminatorOptimizer.zero_grad();
        discriminatorLoss.backward();
        discriminatorOptimizer.step();

        // The generator learns to get its samples scored high by the discriminator as it is now.
        using var judge = new Frozen(discriminator);            // gradients flow through it, not into its weights
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
