using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    /// <summary>One round: the critic steps, then the generator step. Goodfellow et al. 2014, algorithm 1.</summary>
    private TrainingStep Step()
    {
        using var scope = torch.NewDisposeScope();      // frees this step's tensors
        Grow();
        var round = CriticStep();
        for (var i = 1; i < options.CriticSteps; i++) round = CriticStep();

        // One critic step and the generator step share their fake samples; after several critic steps the generator makes new ones.
        if (options.CriticSteps > 1) round = round with { Fake = Fakes(round.Labels) };
        var step = round.Measured with { GeneratorLoss = GeneratorStep(round) };
        average?.Update();
        return step;
    }

    /// <summary>The discriminator learns to score real samples high and generated ones low.</summary>
    private Round CriticStep()
    {
        using var scope = torch.NewDisposeScope();
        var (real, labels) = NextReal();
        var fake = Fakes(labels, withGraph: options.CriticSteps == 1);
        var scores = Score(AsSeen(real), AsSeen(fake.detach()), labels);     // detached: this step does not train the generator
        var penalty = options.Penalty is { } term && term.IsDue(Number) ? term.Of(discriminator, real, fake.detach(), labels) : null;
        var loss = options.WrongPairs is { } pairs ? pairs.Of(options.Loss, scores.Real, scores.Wrong!, scores.Fake) : options.Loss.OfDiscriminator(scores.Real, scores.Fake);
        if (penalty is not null) loss += penalty;
        var measured = Measure(real, scores.Real, scores.Fake, penalty, loss);
        discriminatorOptimizer.zero_grad();
        loss.backward();
        discriminatorOptimizer.step();
        options.Clipping?.Apply(discriminator);
        return new(real.MoveToOuterDisposeScope(), fake.MoveToOuterDisposeScope(), labels?.MoveToOuterDisposeScope(), measured);
    }

    /// <summary>The generator learns to get its samples scored high by this discriminator.</summary>
    private double GeneratorStep(Round round)
    {
        using var frozen = new Frozen(discriminator);   // gradients pass through it, not into it
        var score = discriminator.forward(AsSeen(round.Fake), round.Labels);
        var loss = options.Loss.ComparesWithReal
            ? options.Loss.OfGenerator(discriminator.forward(AsSeen(round.Real), round.Labels), score)
            : options.Loss.OfGenerator(score);
        if (options.GeneratorTerm is { } term) loss += term.Of(generator, round.Real, round.Fake, round.Labels);
        var measured = Finite("the generator's loss", loss, round.Fake);
        generatorOptimizer.zero_grad();
        loss.backward();
        generatorOptimizer.step();
        return measured;
    }

    private (torch.Tensor Real, torch.Tensor Fake, torch.Tensor? Wrong) Score(torch.Tensor real, torch.Tensor fake, torch.Tensor? labels)
    {
        if (options.WrongPairs is not null)
        {
            var others = WrongPairs.Conditions(labels);
            var (right, wrong) = discriminator.forward(real, labels!, others);
            return (right, discriminator.forward(fake, labels), wrong);
        }
        if (!discriminator.ScoresApart) return (discriminator.forward(real, labels), discriminator.forward(fake, labels), null);
        var scores = discriminator.forward(torch.cat([real, fake]), labels is null ? null : torch.cat([labels, labels]));
        return (scores[..batchSize], scores[batchSize..], null);
    }

    private torch.Tensor Fakes(torch.Tensor? labels, bool withGraph = true)
    {
        using var _ = withGraph ? null : torch.no_grad();
        return generator.forward(generator.Here(generator.Latents(batchSize)), labels);     // a learner's own forward may know nothing of devices
    }

    /// <summary>Samples as the discriminator gets to see them.</summary>
    private torch.Tensor AsSeen(torch.Tensor samples)
    {
        if (options.Noise is { } noise) samples = noise.Add(samples, Number);
        return options.Augmentation?.Apply(samples) ?? samples;
    }
}
