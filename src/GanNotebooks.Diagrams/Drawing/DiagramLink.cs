using GanNotebooks.Charts;

namespace GanNotebooks.Diagrams;

/// <summary>A block as a solid, and the arrow that leads to it.</summary>
internal sealed record DiagramLink(FlowBlock Block, Solid Solid, ArrowLabel Label)
{
    private const double ShortestArrow = 40, Air = 14;

    /// <summary>The arrow's length, with room for its words.</summary>
    public double Arrow { get; init; } = Math.Max(ShortestArrow, Label.Width + Air);

    /// <summary>The width of the solid.</summary>
    public double Width => Solid.Front.Width + Solid.Depth;

    /// <summary>Half the height of the solid.</summary>
    public double Half => (Solid.Front.Height + Solid.Depth) / 2;

    /// <summary>How far the block's words reach beyond it on each side; 0 when they do not.</summary>
    public double Overhang => Math.Max(0, (Math.Max(TextWidth.Of(Block.Label, ArrowLabel.Size), TextWidth.Of(Block.Role, ArrowLabel.SmallSize)) - Width) / 2);

    /// <summary>Draws the block with its words below.</summary>
    /// <param name="drawing">The drawing to add to.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="middle">Its middle's height.</param>
    /// <param name="baseline">The baseline of its shape's text.</param>
    public Solid Draw(Diagram drawing, double x, double middle, double baseline)
    {
        var solid = Solid.At(x, middle);
        drawing.Solids.Add(solid);
        drawing.Words.Add(new(Block.Label, x + Width / 2, baseline, ArrowLabel.Size, Bold: true));
        if (Block.Role.Length > 0) drawing.Words.Add(new(Block.Role, x + Width / 2, baseline + ArrowLabel.Size + 2, ArrowLabel.SmallSize, Faint: true));
        return solid;
    }

    /// <summary>Writes an arrow's words around the middle of a horizontal part.</summary>
    public static void Write(Diagram drawing, ArrowLabel label, double x, double y)
    {
        for (var i = 0; i < label.Above.Count; i++)
            drawing.Words.Add(new(label.Above[i], x, y - 7 - (label.Above.Count - 1 - i) * (ArrowLabel.Size + 2), ArrowLabel.Size));
        for (var i = 0; i < label.Below.Count; i++)
            drawing.Words.Add(new(label.Below[i], x, y + 14 + i * (ArrowLabel.SmallSize + 2), ArrowLabel.SmallSize, Faint: true));
    }
}
