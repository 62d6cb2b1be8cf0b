using System.Text;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Site;

/// <summary>Adds to a chart's picture, which is always shown, the data with which the page's script makes it interactive.</summary>
internal sealed class LiveCharts(SiteFolder files)
{
    private const string Plotly = "application/vnd.plotly.v1+json", Picture = "<figure><svg";

    /// <summary>The HTML of an output; that of a chart names a script with its data.</summary>
    /// <param name="data">The output in the notebook.</param>
    /// <param name="html">The output's HTML for a page without scripts.</param>
    public string Surround(MimeBundle data, string html)
    {
        if (data[Plotly] is not { } chart || !html.StartsWith(Picture, StringComparison.Ordinal)) return html;
        var name = Pictures.Hash(Encoding.UTF8.GetBytes(chart));
        files.Write($"charts/{name}.js", $"charts['{name}'] = {chart};\n");
        return $"<figure class=\"chart\" data-chart=\"{name}\"><div>{html["<figure>".Length..^"</figure>".Length]}</div></figure>";
    }
}
