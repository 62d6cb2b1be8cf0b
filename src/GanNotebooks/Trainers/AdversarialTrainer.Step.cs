using TorchSharp;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    /// <summary>One round: the discriminator's lessons, then one of the generator's. Goodfellow et al. 2014, algorithm 1.</summary>
    private TrainingStep Step()
    {
        using var scope = torch.NewDisposeScope();      // frees this step's tensors
        Grow();
        var round = TeachDiscriminator();
        for (var lesson = 1; lesson < options.CriticSteps; lesson++) round = TeachDiscriminator();

        // After one lesson the same forgeries serve both players; a critic that had several is met with new ones.
        if (options.CriticSteps > 1) round = round with { Fake = Forge(round.Labels) };
        var step = round.Measured with { GeneratorLoss = TeachGenerator(round.Fake, round.Labels) };
        average?.Update();
        return step;
    }

    /// <summary>The discriminator learns to score real samples high and generated ones low.</summary>
    private Round TeachDiscriminator()
    {
        using var scope = torch.NewDisposeScope();
        var (real, labels) = NextReal();
        var fake = Forge(labels, learning: options.CriticSteps == 1);
        var (realScore, fakeScore) = Score(WithNoise(real), WithNoise(fake.detach()), labels);     // detached: not the generator's lesson
        var penalty = options.Penalty?.Of(discriminator, real, fake.detach(), labels);
        var loss = options.Loss.OfDiscriminator(realScore, fakeScore);
        if (penalty is not null) loss += penalty;
        var measured = Measure(real, realScore, fakeScore, penalty, loss);
        discriminatorOptimizer.zero_grad();
        loss.backward();
        discriminatorOptimizer.step();
        options.Clipping?.Apply(discriminator);
        return new(fake.MoveToOuterDisposeScope(), labels?.MoveToOuterDisposeScope(), measured);
    }

    /// <summary>The generator learns to get its samples scored high by this discriminator.</summary>
    private double TeachGenerator(torch.Tensor fake, torch.Tensor? labels)
    {
        using var judge = new Frozen(discriminator);    // gradients pass through, not into it
        var loss = options.Loss.OfGenerator(discriminator.forward(WithNoise(fake), labels));
        var measured = Finite("the generator's loss", loss, fake);
        generatorOptimizer.zero_grad();
        loss.backward();
        generatorOptimizer.step();
        return measured;
    }

    private (torch.Tensor Real, torch.Tensor Fake) Score(torch.Tensor real, torch.Tensor fake, torch.Tensor? labels)
    {
        if (!discriminator.ScoresApart) return (discriminator.forward(real, labels), discriminator.forward(fake, labels));
        var scores = discriminator.forward(torch.cat([real, fake]), labels is null ? null : torch.cat([labels, labels]));
        return (scores[..batchSize], scores[batchSize..]);
    }

    private torch.Tensor Forge(torch.Tensor? labels, bool learning = true)
    {
        using var _ = learning ? null : torch.no_grad();
        return generator.forward(generator.Here(generator.Latents(batchSize)), labels);     // a learner's own forward may know nothing of devices
    }

    private torch.Tensor WithNoise(torch.Tensor samples) => options.Noise?.Add(samples, Number) ?? samples;
}
