namespace GanNotebooks.Checkpoints;

/// <summary>The files of a checkpoint.</summary>
internal static class CheckpointFiles
{
    public const string Generator = "generator.safetensors", Discriminator = "discriminator.safetensors", Average = "average.safetensors";
    public const string GeneratorOptimizer = "generator.optimizer", DiscriminatorOptimizer = "discriminator.optimizer";
    public const string Chance = "chance.safetensors", History = "history.csv", Manifest = "manifest.json";
}
