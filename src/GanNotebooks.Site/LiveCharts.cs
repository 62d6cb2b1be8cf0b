using System.Text;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Site;

/// <summary>Puts beside a chart's picture, which is always shown, what the page's script makes it live with.</summary>
internal sealed class LiveCharts(SiteFolder files)
{
    private const string Plotly = "application/vnd.plotly.v1+json", Picture = "<figure><svg";

    /// <summary>The HTML of an output; a chart's names a script that holds its data.</summary>
    /// <param name="data">What the notebook has.</param>
    /// <param name="html">The output as a page without scripts has it.</param>
    public string Surround(MimeBundle data, string html)
    {
        if (data[Plotly] is not { } chart || !html.StartsWith(Picture, StringComparison.Ordinal)) return html;
        var name = Pictures.Hash(Encoding.UTF8.GetBytes(chart));
        files.Write($"charts/{name}.js", $"charts['{name}'] = {chart};\n");
        return $"<figure class=\"chart\" data-chart=\"{name}\"><div>{html["<figure>".Length..^"</figure>".Length]}</div></figure>";
    }
}
