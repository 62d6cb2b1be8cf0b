namespace GanNotebooks.Trainers;

public sealed partial record TrainingOptions
{
    /// <summary>The papers' settings for images, under the names of their models.</summary>
    public static IReadOnlyList<(string Name, TrainingOptions Options)> Presets { get; } =
    [
        ("vanilla", VanillaImages), ("dcgan", Dcgan), ("cgan", Cgan), ("wgan", Wgan), ("wgan-gp", WganGp), ("progan", ProGan),
    ];

    /// <summary>The settings of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There are none; the message names those there are.</exception>
    public static TrainingOptions Preset(string name) => Presets.FirstOrDefault(preset => preset.Name == name).Options
        ?? throw new ArgumentException($"There is no preset \"{name}\"; there are {string.Join(", ", Presets.Select(preset => preset.Name))}.");
}
