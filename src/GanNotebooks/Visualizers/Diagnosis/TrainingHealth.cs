namespace GanNotebooks.Visualizers;

/// <summary>How a training looks.</summary>
public enum TrainingHealth
{
    /// <summary>Neither player has won, and samples vary as real ones do.</summary>
    Healthy,

    /// <summary>The discriminator is sure of everything: the generator's gradient carries no news.</summary>
    DiscriminatorWins,

    /// <summary>The generator makes much less variety than there is.</summary>
    Collapsed,

    /// <summary>The losses run away.</summary>
    Diverging,

    /// <summary>Too few steps to say.</summary>
    TooEarly,
}
