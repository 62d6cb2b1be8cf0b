using System.Globalization;

namespace GanNotebooks.Charts;

/// <summary>Something that numbers go through on their way from one block to the next.</summary>
/// <param name="Name">What it is, such as <c>Conv2d</c> or <c>upsample ×2</c>.</param>
/// <param name="Detail">Its window, such as <c>4×4, stride 2</c>; may be empty.</param>
/// <param name="Leads">Whether the way is named after it; normalizations and activations only accompany.</param>
internal sealed record FlowOperation(string Name, string Detail = "", bool Leads = true)
{
    /// <summary>Whether it looks at one place at a time.</summary>
    public bool IsPointwise => Detail == "1×1";

    /// <summary>The new way's part of a fade.</summary>
    public static FlowOperation NewShare(double alpha) => Share("α", alpha) with { Leads = false };

    /// <summary>The old way's part of a fade.</summary>
    public static FlowOperation OldShare(double alpha) => Share("(1 − α)", 1 - alpha);

    private static FlowOperation Share(string name, double share) => new(string.Create(CultureInfo.InvariantCulture, $"× {name} = {share:0.##}"));
}
