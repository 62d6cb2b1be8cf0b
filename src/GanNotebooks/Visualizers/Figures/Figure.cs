namespace GanNotebooks.Visualizers;

/// <summary>
/// A chart, or several side by side. As the last value of a notebook cell it is drawn: interactively by plotly where the front end has it,
/// else as an SVG that shows the same.
/// </summary>
/// <remarks>Immutable: every method returns a new figure.</remarks>
[TypeFormatterSource(typeof(FigureFormatterSource), PreferredMimeTypes = [FigureFormatterSource.Plotly, FigureFormatterSource.Svg, FigureFormatterSource.Plain])]
public sealed partial class Figure
{
    private readonly IReadOnlyList<Panel> panels;

    private Figure(IReadOnlyList<Panel> panels, int width, int height)
    {
        (this.panels, Width, Height) = (panels, width, height);
    }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>The title; of several charts, their titles with commas between.</summary>
    public string Title => string.Join(", ", panels.Select(panel => panel.Title).Where(title => title.Length > 0));

    /// <summary>One line of text a chart: its title, and its series in numbers.</summary>
    public string Summary => string.Join('\n', panels.Select(panel => panel.Summary));

    /// <summary>The figure in plotly's schema, <c>{"data":[…],"layout":{…}}</c>: the payload of <c>application/vnd.plotly.v1+json</c>.</summary>
    /// <remarks>Numbers from single precision are written with its digits, others with all of theirs; NaN and infinity are null; a line of more than 5,000 points keeps its extremes.</remarks>
    public string ToPlotlyJson() => PlotlyFigure.Render(this);

    /// <summary>The figure as an SVG document without scripts; several may stand in one page.</summary>
    public string ToSvg() => SvgFigure.Render(this);

    /// <summary>The figure in words: <see cref="Summary"/>.</summary>
    public override string ToString() => Summary;

    internal IEnumerable<PanelLayout> Layouts() => panels.Select(panel => new PanelLayout(panel, Width, Height));

    private Figure Each(Func<Panel, Panel> change) => new([.. panels.Select(change)], Width, Height);
}
