using System.Globalization;
using TorchSharp.Modules;

namespace GanNotebooks.Visualizers;

/// <summary>Something that numbers go through on their way from one block to the next.</summary>
/// <param name="Name">What it is, such as <c>Conv2d</c> or <c>upsample ×2</c>.</param>
/// <param name="Detail">Its window, such as <c>4×4, stride 2</c>; may be empty.</param>
/// <param name="Leads">Whether the way is named after it; normalizations and activations only accompany.</param>
internal sealed record FlowOperation(string Name, string Detail = "", bool Leads = true)
{
    /// <summary>Whether it looks at one place at a time.</summary>
    public bool IsPointwise => Detail == "1×1";

    /// <summary>A layer; it leads when it multiplies by learned weights.</summary>
    public static FlowOperation Of(LayerPass pass)
    {
        var matrix = pass.Layer.parameters(recurse: false).FirstOrDefault(weight => weight.ndim > 1);
        return new(ModelSummaries.Kind(pass.Layer), matrix is null ? "" : Window(pass, matrix.shape), matrix is not null);
    }

    /// <summary>The new way's part of a fade.</summary>
    public static FlowOperation NewShare(double alpha) => Share("α", alpha) with { Leads = false };

    /// <summary>The old way's part of a fade.</summary>
    public static FlowOperation OldShare(double alpha) => Share("(1 − α)", 1 - alpha);

    private static FlowOperation Share(string name, double share) => new(string.Create(CultureInfo.InvariantCulture, $"× {name} = {share:0.##}"));

    /// <summary>Whether numbers of the one shape can become the other without being learned about; <paramref name="change"/> is null where nothing happens.</summary>
    public static bool Connects(long[] from, long[] to, out FlowOperation? change)
    {
        change = null;
        if (FlowBlock.Same(from, to)) return true;
        if (from is [var channels, var height, var width] && to is [var channelsAfter, var heightAfter, var widthAfter] && channels == channelsAfter)
        {
            if (heightAfter > height && heightAfter % height == 0 && widthAfter * height == width * heightAfter) change = new($"upsample ×{heightAfter / height}");
            else if (height > heightAfter && height % heightAfter == 0 && width * heightAfter == widthAfter * height) change = new($"downsample ÷{height / heightAfter}");
            if (change is not null) return true;
        }
        if (FlowBlock.Numbers(from) != FlowBlock.Numbers(to)) return false;
        change = new(FlowBlock.IsVector(to) ? "flatten" : "reshape", Leads: false);
        return true;
    }

    private static string Window(LayerPass pass, long[] weights)
    {
        if (pass.Layer is Embedding) return $"of {weights[0]} classes";
        if (weights.Length <= 2) return "";
        var strides = weights[2..].Zip(pass.Input[1..], pass.Output[1..]).Select(side => Stride(side.First, side.Second, side.Third)).Distinct().ToArray();
        return Sides(weights) + (strides is [1] ? "" : $", stride {string.Join('×', strides)}");
    }

    /// <summary>The smallest stride that explains a side before and after, with padding narrower than the window: not every TorchSharp lets a layer be asked.</summary>
    private static long Stride(long window, long before, long after)
    {
        var (large, small) = (Math.Max(before, after), Math.Min(before, after));      // a transposed convolution is one backwards
        for (var stride = 1L; stride < large; stride++)
        {
            // small = (large + 2·padding − window) / stride + 1, rounded down
            var twicePadding = (small - 1) * stride + window - large;
            var padding = Math.Max(0, (twicePadding + 1) / 2);
            if (padding < window && 2 * padding - twicePadding < stride) return stride;
        }
        return 1;
    }

    private static string Sides(long[] weights) => string.Join('×', weights[2..]);
}
