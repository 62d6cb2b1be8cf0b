using GanNotebooks.Trainers;

namespace GanNotebooks.Applications;

/// <summary>A paper's networks with the settings that train them: the one list that <c>gan train</c> and the tests read.</summary>
/// <param name="Name">The name that <c>--preset</c> takes; its model's name for the model's own paper.</param>
/// <param name="Model">The networks.</param>
/// <param name="Options">The settings.</param>
public sealed record PaperTraining(string Name, GanModel Model, TrainingOptions Options)
{
    /// <summary>All presets: each model's own paper's, and variants.</summary>
    public static IReadOnlyList<PaperTraining> All { get; } =
    [
        new("vanilla", GanModel.Vanilla, TrainingOptions.VanillaImages),
        new("dcgan", GanModel.Dcgan, TrainingOptions.Dcgan),
        new("cgan", GanModel.Cgan, TrainingOptions.Cgan),
        new("wgan", GanModel.Wgan, TrainingOptions.Wgan),
        new("wgan-gp", GanModel.WganGp, TrainingOptions.WganGp),
        new("progan", GanModel.ProGan, TrainingOptions.ProGan),
        new("progan-r1", GanModel.ProGan, TrainingOptions.ProGanR1),
        new("pix2pix", GanModel.Pix2Pix, TrainingOptions.Pix2Pix),
        new("srgan", GanModel.Srgan, TrainingOptions.Srgan),
    ];

    /// <summary>The names of all presets, separated by commas.</summary>
    public static string Names => string.Join(", ", All.Select(training => training.Name));

    /// <summary>Finds a preset by its name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such preset; the message lists all names.</exception>
    public static PaperTraining Named(string name) => All.FirstOrDefault(training => training.Name == name)
        ?? throw new ArgumentException($"There is no preset \"{name}\"; there are {Names}.");
}
