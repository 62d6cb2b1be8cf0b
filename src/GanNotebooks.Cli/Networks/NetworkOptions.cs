using System.CommandLine;
using GanNotebooks.Runtime;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>Options of commands that build networks.</summary>
internal static class NetworkOptions
{
    public static Option<string?> Data() => new("--data") { Description = "Images: a set by its name (./gan data list shows them), or a folder of pictures or of IDX files. For pix2pix pairs: outlines, or a folder with two sub-folders of pictures that have the same names, such as a and b: the model learns to make b from a." };

    public static Option<int?> Size() => new("--size") { Description = "Height and width of the images; their own, or 32, when left out." };

    public static Option<int?> Maps() => new("--maps", "--feature-maps") { Description = "Channels of the layers nearest to the image; deeper layers have more of them. 32 when left out." };

    public static Option<int?> Latent() => new("--latent") { Description = "The length of the random vector z; 64 when left out, 8 for pix2pix; srgan has none." };

    public static Option<string?> Device() => new("--device") { Description = $"The device that computes: auto (a GPU if there is one, else the CPU), cpu, cuda, cuda:1 or mps; {ComputeDevice.Variable} or auto when left out." };

    /// <summary>The device of a name; null for the environment variable's or the default.</summary>
    /// <exception cref="UserError">There is no such device.</exception>
    public static torch.Device Find(string? device) => Mistake.Of(() => device is null ? ComputeDevice.Default : ComputeDevice.Named(device));
}
