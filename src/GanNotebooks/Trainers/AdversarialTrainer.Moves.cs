using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>One of the two who play.</summary>
public enum Player
{
    /// <summary>Tells real samples from generated ones.</summary>
    Discriminator,

    /// <summary>Makes samples.</summary>
    Generator,
}

public sealed partial class AdversarialTrainer
{
    /// <summary>Lets one network make one step and the other wait, for those who watch the game move by move. It is no step of <see cref="History"/>, and no observer is told.</summary>
    /// <param name="player">Who learns.</param>
    /// <exception cref="TrainingDivergedException">The loss is infinite or NaN; nothing was learned.</exception>
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
