using GanNotebooks.Charts;

namespace GanNotebooks.Diagrams;

/// <summary>Finds a position for everything: blocks in rows, arrows between them, branches above.</summary>
internal sealed class DiagramLayout
{
    /// <summary>The largest width in pixels, which a notebook shows without scrolling.</summary>
    public const double Widest = 900;

    private const double Margin = 22, Gap = 5, LabelDrop = 17, RowSpace = 24, TitleSpace = 40;
    private const string InputColor = "#c9ced4", HiddenColor = "#8fc1e3", OutputColor = "#7fcfb5", BranchColor = "#f2c98a";

    private readonly Flow flow;
    private readonly List<DiagramLink> links;
    private readonly List<(FlowBranch Branch, DiagramLink Link, ArrowLabel Last)> branches;
    private readonly Solid[] solids;
    private readonly double[] middles;

    private DiagramLayout(Flow flow)
    {
        this.flow = flow;
        var largest = flow.Blocks.Concat(flow.Branches.Select(branch => branch.Block)).Max(block => block.Side);
        links = [.. flow.Blocks.Select((block, i) => Link(block, i == 0 ? InputColor : i == flow.Blocks.Count - 1 ? OutputColor : HiddenColor))];
        branches = [.. flow.Branches.Select(branch => (branch, Link(branch.Block, BranchColor), ArrowLabel.Of(branch.Last)))];
        (solids, middles) = (new Solid[links.Count], new double[links.Count]);
        DiagramLink Link(FlowBlock block, string color) => new(block, Solid.Of(block, largest, color), ArrowLabel.Of(block.Operations));
    }

    /// <summary>Draws a network.</summary>
    public static Diagram Draw(Flow flow, string title, string subtitle, string description) => new DiagramLayout(flow).Draw(title, subtitle, description);

    private Diagram Draw(string title, string subtitle, string description)
    {
        StretchArrows();
        var rows = DiagramRow.Break(links, Widest - 4 * Margin, [.. flow.Branches.Where(branch => branch.From is not null).Select(branch => (branch.From!.Value, branch.Into))]);
        var drawn = new Diagram(0, 0, title, description);
        drawn.Words.Add(new(title, Margin, 25, KitStyle.TitleFontSize, Bold: true, Anchor: "start"));
        drawn.Words.Add(new(subtitle, Margin + TextWidth.Of(title, KitStyle.TitleFontSize) * 1.06 + 14, 25, ArrowLabel.Size, Faint: true, Anchor: "start"));
        var right = rows.Max(row => RowStart(row) + links[row.First..row.End].Sum(link => link.Arrow + link.Width) - (row.First == 0 ? links[0].Arrow : 0) + links[row.End - 1].Overhang) + 8;
        var y = TitleSpace;
        foreach (var row in rows)
        {
            var above = branches.Where(branch => branch.Branch.Into >= row.First && branch.Branch.Into < row.End).Select(BranchHeight).DefaultIfEmpty(0).Max();
            var inRow = links[row.First..row.End];
            var middle = y + above + inRow.Max(link => Math.Max(link.Half, link.Label.HeightAbove)) + 4;
            var bottom = middle + inRow.Max(link => Math.Max(link.Half, link.Label.HeightBelow));
            DrawRow(drawn, row, middle, bottom + LabelDrop, y - RowSpace / 2, right);
            foreach (var branch in branches.Where(branch => branch.Branch.Into >= row.First && branch.Branch.Into < row.End)) DrawBranch(drawn, branch, y);
            y = bottom + LabelDrop + RowSpace + 10;
        }
        return drawn with { Width = Math.Ceiling(drawn.Right + Margin), Height = Math.Ceiling(y - 6) };
    }

    /// <summary>Makes room for words that are wider than their block, and for branches.</summary>
    private void StretchArrows()
    {
        for (var i = 1; i < links.Count; i++)
            links[i] = links[i] with { Arrow = Math.Max(links[i].Arrow, links[i - 1].Overhang + links[i].Overhang + 8) };
        foreach (var (branch, own, last) in branches)
        {
            if (branch.From is not { } from) continue;
            var need = own.Arrow + own.Width + Math.Max(40, last.Width + 14) + 10;
            var room = Enumerable.Range(from + 1, branch.Into - from).Sum(i => links[i].Arrow + links[i].Width) - links[branch.Into].Width / 2 + links[from].Width / 2;
            for (var i = from + 1; i <= branch.Into && need > room; i++)
                links[i] = links[i] with { Arrow = links[i].Arrow + (need - room) / (branch.Into - from) };
        }
    }

    private double RowStart(DiagramRow row) => Margin + (row.First == 0 ? links[0].Overhang : 0);

    private void DrawRow(Diagram drawn, DiagramRow row, double middle, double baseline, double above, double right)
    {
        var x = RowStart(row);
        for (var i = row.First; i < row.End; i++)
        {
            if (i > 0)
            {
                var start = i > row.First ? [(x + Gap, middle)] : new[] { (solids[i - 1].Right + Gap, middles[i - 1]), (right, middles[i - 1]), (right, above), (Margin / 2, above), (Margin / 2, middle) };
                drawn.Arrows.Add(new([.. start, (x + links[i].Arrow - Gap, middle)]));
                DiagramLink.Write(drawn, links[i].Label, x + links[i].Arrow / 2, middle);
                x += links[i].Arrow;
            }
            (solids[i], middles[i]) = (links[i].Draw(drawn, x, middle, baseline), middle);
            x += links[i].Width;
        }
    }

    private static double BranchHeight((FlowBranch Branch, DiagramLink Link, ArrowLabel Last) branch) => branch.Branch.From is null
        ? 3 * 22 + 30
        : BranchMiddle(branch) + Math.Max(branch.Link.Half, branch.Link.Label.HeightBelow) + LabelDrop + 16;

    private static double BranchMiddle((FlowBranch Branch, DiagramLink Link, ArrowLabel Last) branch) =>
        Math.Max(branch.Last.HeightAbove, Math.Max(branch.Link.Half, branch.Link.Label.HeightAbove));

    private void DrawBranch(Diagram drawn, (FlowBranch Branch, DiagramLink Link, ArrowLabel Last) branch, double top)
    {
        var (target, link) = (solids[branch.Branch.Into].Top, branch.Link);
        if (branch.Branch.From is not { } from)
        {
            DrawLabels(drawn, branch, target, top);
            return;
        }
        var (y, source) = (top + BranchMiddle(branch), solids[from].Top);
        var (left, right) = (source.X + link.Arrow, source.X + link.Arrow + link.Width);
        drawn.Arrows.Add(new((source.X, source.Y - Gap), (source.X, y), (left - Gap, y)));
        DiagramLink.Write(drawn, link.Label, source.X + link.Arrow / 2, y);
        link.Draw(drawn, left, y, y + link.Half + LabelDrop - 3);
        drawn.Arrows.Add(new((right + Gap, y), (target.X, y), (target.X, target.Y - Gap)));
        DiagramLink.Write(drawn, branch.Last, (right + target.X) / 2, y);
    }

    /// <summary>Labels come from above: the class's number, its vector drawn horizontally, the block that it joins.</summary>
    private void DrawLabels(Diagram drawn, (FlowBranch Branch, DiagramLink Link, ArrowLabel Last) branch, (double X, double Y) target, double top)
    {
        var (x, link) = (target.X, branch.Link);
        var bar = new Solid(new(x - link.Solid.Front.Height / 2, top + 50, link.Solid.Front.Height, link.Solid.Front.Width), link.Solid.Depth, link.Solid.Color);
        drawn.Words.Add(new("label", x, top + 12, ArrowLabel.SmallSize, Faint: true));
        drawn.Arrows.Add(new((x, top + 17), (x, top + 44)));
        var (beside, anchor) = branch.Branch.Into == links.Count - 1 ? (x - 9, "end") : (x + 9, "start");      // where there is room
        drawn.Words.Add(new(ArrowLabel.Line(link.Block.Operations), beside, top + 33, ArrowLabel.Size, Anchor: anchor));
        drawn.Solids.Add(bar);
        drawn.Words.Add(new(link.Block.Label, bar.Right + 6, top + 57, ArrowLabel.Size, Bold: true, Anchor: "start"));
        drawn.Arrows.Add(new((x, bar.Front.Bottom + 4), (x, target.Y - Gap)));
        if (branch.Last.Above.Count > 0) drawn.Words.Add(new(branch.Last.Above[0], beside, bar.Front.Bottom + 17, ArrowLabel.Size, Anchor: anchor));
    }
}
