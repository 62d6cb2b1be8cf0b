using GanNotebooks.Charts;
using TorchSharp.Modules;

namespace GanNotebooks.Visualizers;

/// <summary>What diagrams say of layers, and of what happens between them.</summary>
internal static class LayerOperation
{
    /// <summary>A layer; it leads when it multiplies by learned weights.</summary>
    public static FlowOperation Of(LayerPass pass)
    {
        var matrix = pass.Layer.parameters(recurse: false).FirstOrDefault(weight => weight.ndim > 1);
        return new FlowOperation(ModelSummaries.Kind(pass.Layer), matrix is null ? "" : Window(pass, matrix.shape), matrix is not null);
    }

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
        var strides = pass.Layer switch { Convolution layer => layer.stride.Distinct().ToArray(), _ => [1] };
        return string.Join('×', weights[2..]) + (strides is [1] ? "" : $", stride {string.Join('×', strides)}");
    }
}
