using System.Text.RegularExpressions;
using TorchSharp;

namespace GanNotebooks.Runtime;

/// <summary>Which device computes: the processor, or a GPU that libtorch can use.</summary>
public static partial class ComputeDevice
{
    /// <summary>The environment variable that names the device.</summary>
    public const string Variable = "GAN_DEVICE";

    /// <summary>The name that leaves the choice to the kit: a GPU if there is one, else the CPU.</summary>
    public const string Auto = "auto";

    private const string Cpu = "cpu", FirstCuda = "cuda:0", Mps = "mps";
    private static readonly Lazy<string[]> devices = new(Find);

    /// <summary>The devices of this machine, in the order in which <c>auto</c> prefers them: <c>cuda:0</c>, <c>cuda:1</c>, <c>mps</c>, <c>cpu</c>.</summary>
    public static IReadOnlyList<string> All => devices.Value;

    /// <summary>The device on which networks are trained by default: the one that <c>GAN_DEVICE</c> names, else the one that <c>auto</c> chooses.</summary>
    /// <exception cref="ArgumentException">The variable does not name a device, or the machine has no such device.</exception>
    public static torch.Device Default => Named(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : Auto);

    /// <summary>Finds a device of this machine.</summary>
    /// <param name="name"><c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> or <c>mps</c>; <c>cuda</c> is the first one.</param>
    /// <exception cref="ArgumentException">The name is not that of a device, or the machine has no such device.</exception>
    public static torch.Device Named(string name) => Choose(name, All);

    /// <summary>Chooses a device among those of a machine.</summary>
    /// <param name="name">As in <see cref="Named"/>.</param>
    /// <param name="present">The devices that are there, at least one; <c>auto</c> takes the first.</param>
    internal static torch.Device Choose(string name, IReadOnlyList<string> present)
    {
        var wanted = name switch { Auto => present[0], "cuda" => FirstCuda, _ => name };
        if (present.Contains(wanted)) return new torch.Device(wanted);
        if (!Known().IsMatch(wanted)) throw new ArgumentException($"The device \"{name}\" (--device or {Variable}) is unknown: expected {Auto}, {Cpu}, cuda, cuda:1 for the second GPU, or {Mps}.");
        var remedy = wanted == Mps ? "mps is the GPU of a Mac with Apple silicon." : "cuda needs an NVIDIA GPU with its driver, and a build with TorchSharp's CUDA package (README, \"On a GPU\").";
        throw new ArgumentException($"The device \"{name}\" (--device or {Variable}) is not there: TorchSharp reports {string.Join(", ", present)}. Take {Auto} or one of those; {remedy}");
    }

    private static string[] Find()
    {
        var cuda = torch.cuda.is_available() ? torch.cuda.device_count() : 0;
        return [.. Enumerable.Range(0, cuda).Select(i => $"cuda:{i}"), .. torch.mps_is_available() ? [Mps] : Array.Empty<string>(), Cpu];
    }

    [GeneratedRegex(@"^(cpu|mps|cuda:\d{1,3})$")]
    private static partial Regex Known();
}
