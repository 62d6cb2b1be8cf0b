using System.CommandLine;
using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Runtime;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>Options of commands that build networks.</summary>
internal static class NetworkOptions
{
    public static Option<string?> Data() => new("--data") { Description = "Images: a set by its name (./gan data list shows them), or a folder of pictures or of IDX files." };

    public static Option<int?> Size() => new("--size") { Description = "Height and width of the images; their own, or 32, when left out." };

    public static Option<int?> Maps() => new("--maps", "--feature-maps") { Description = "Channels of the layers nearest to the image; deeper layers have more of them. 32 when left out." };

    public static Option<int?> Latent() => new("--latent") { Description = "The length of the random vector z; 64 when left out." };

    public static Option<string?> Device() => new("--device") { Description = $"What computes: auto (a GPU where there is one, else the CPU), cpu, cuda, cuda:1 or mps; {ComputeDevice.Variable} or auto when left out." };

    /// <summary>The device of a name; what the environment says when null.</summary>
    /// <exception cref="UserError">It is not there.</exception>
    public static torch.Device Find(string? device) => Mistake.Of(() => device is null ? ComputeDevice.Default : ComputeDevice.Named(device));

    /// <summary>A recipe for the images of a set.</summary>
    public static GanRecipe For(GanRecipe recipe, ImageDataset set) => recipe with
    {
        Channels = set.SampleShape[0],
        Size = set.SampleShape[1],
        Classes = GanModel.Named(recipe.Model).HasClasses ? TrainingImages.Classes(set) : 0,
    };
}
