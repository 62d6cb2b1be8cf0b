using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>One of the two networks that play against each other.</summary>
public enum Player
{
    /// <summary>Tells real samples from generated ones.</summary>
    Discriminator,

    /// <summary>Makes samples.</summary>
    Generator,
}

public sealed partial class AdversarialTrainer
{
    /// <summary>Trains one network for one step and leaves the other as it is, to follow the game move by move. <see cref="History"/> does not count it and no observer is called.</summary>
    /// <param name="player">The network to train.</param>
    /// <exception cref="TrainingDivergedException">The loss is infinite or NaN; no weight was changed.</exception>
    public void Move(Player player)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = threads.Use();
        generator.train();
        discriminator.train();
        Grow();
        if (player == Player.Discriminator)
        {
            CriticStep();
            return;
        }
        var (real, labels) = NextReal();
        GeneratorStep(new Round(real, Fakes(labels), labels, default));
        average?.Update();
    }
}
