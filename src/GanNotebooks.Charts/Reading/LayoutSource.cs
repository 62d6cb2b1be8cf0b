namespace GanNotebooks.Charts;

/// <summary>A chart's layout and template, and plotly's defaults for what they do not set.</summary>
internal sealed class LayoutSource
{
    private readonly Node own;
    private readonly Node template;

    public LayoutSource(Plotly.NET.Layout layout)
    {
        own = new(layout);
        template = own["template"];
        All = own.Or(template["layout"]);
        Font = All["font"].FontOr(new(12, "#444444"));
    }

    /// <summary>The layout, with the template's as fallback.</summary>
    public Node All { get; }

    public Font Font { get; }

    /// <summary>An axis; the template has one for all axes of a direction.</summary>
    public Node Axis(char letter, string suffix) => own[$"{letter}axis{suffix}"].Or(template["layout"][$"{letter}axis"]);

    /// <summary>A trace, with the template's first of its type as fallback.</summary>
    public Node Trace(Plotly.NET.Trace trace) => new(trace, template["data"][trace.type].Items.FirstOrDefault());

    /// <summary>The nth colour of the chart's palette.</summary>
    public string Color(int index)
    {
        var colors = All["colorway"].Items.Select(Node.ColorOf).OfType<string>().ToArray();
        if (colors.Length == 0) colors = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf"];
        return colors[index % colors.Length];
    }

    /// <summary>The members of shapes or annotations, each with the template's defaults.</summary>
    public IEnumerable<Node> List(string name, string defaults) => own[name].Nodes.Select(node => node.Or(template["layout"][defaults]));

    /// <summary>The part of the plot area that the layout's grid gives an axis; all of it without a grid.</summary>
    public Extent DomainOf(char letter, string suffix)
    {
        var grid = All["grid"];
        if (grid["columns"].Within(1, 1000) is not { } columns || grid["rows"].Within(1, 1000) is not { } rows) return new(0, 1);
        var independent = grid["pattern"].Text == "independent";
        var number = (int)((suffix.Length == 0 ? 1 : Node.NumberOf(suffix)) - 1);
        var (count, index, gap) = letter == 'x'
            ? ((int)columns, independent ? number % (int)columns : number, grid["xgap"].Number ?? (independent ? 0.2 : 0.1))
            : ((int)rows, independent ? number / (int)columns : number, grid["ygap"].Number ?? (independent ? 0.3 : 0.1));
        if (letter == 'y' && grid["roworder"].Text != "bottom to top") index = count - 1 - index;
        var step = 1 / (count - gap);
        return new(step * index, (step * index) + (step * (1 - gap)));
    }
}
