using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>Checks class labels.</summary>
public static class ClassLabels
{
    /// <summary>Throws if a network was not built for the class of a label.</summary>
    /// <param name="labels">(N) int64.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="network">The network's name, for the message.</param>
    /// <exception cref="ArgumentException">A label is not from 0 to classes − 1.</exception>
    public static void Check(torch.Tensor labels, long classes, string network)
    {
        if (Unknown(labels, classes) is { } label)
            throw new ArgumentException($"{network} was built for {classes} classes, 0 to {classes - 1}, and got the label {label}. Build it with as many classes as the data have.", nameof(labels));
    }

    /// <summary>A label that is not from 0 to count − 1, or null when there is none.</summary>
    /// <param name="labels">Of any shape, int64.</param>
    /// <param name="count">How many classes there are.</param>
    public static long? Unknown(torch.Tensor labels, long count)
    {
        if (labels.device_type == DeviceType.META) return null;      // no memory, no labels in it
        using var scope = torch.NewDisposeScope();
        var (least, most) = (labels.min().item<long>(), labels.max().item<long>());
        return least < 0 ? least : most >= count ? most : null;
    }
}
