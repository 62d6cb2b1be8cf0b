using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>The classes that a network knows.</summary>
internal static class ClassLabels
{
    /// <summary>Refuses labels of classes that a network was not built for.</summary>
    /// <param name="labels">(N) int64.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <exception cref="ArgumentException">A label is not from 0 to classes − 1.</exception>
    public static void Check(torch.Tensor labels, long classes, string network)
    {
        if (labels.device_type == DeviceType.META) return;      // no memory, no labels in it
        using var scope = torch.NewDisposeScope();
        var (least, most) = (labels.min().item<long>(), labels.max().item<long>());
        if (least < 0 || most >= classes)
            throw new ArgumentException($"{network} was built for {classes} classes, 0 to {classes - 1}, and got the label {(least < 0 ? least : most)}. Build it with as many classes as the data have.", nameof(labels));
    }
}
