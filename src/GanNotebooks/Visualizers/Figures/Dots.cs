namespace GanNotebooks.Visualizers;

/// <summary>Draws many dots in few bytes: each is a line of no length with a round end.</summary>
internal static class Dots
{
    // One path paints its overlaps once; several let a crowd look denser than a single dot.
    private const int Layers = 12;

    /// <summary>Writes dots; those without a place are left out.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="pixels">The dots' centres.</param>
    /// <param name="color">The colour as <c>#rrggbb</c>.</param>
    /// <param name="opacity">0 for invisible to 1 for solid.</param>
    /// <param name="outlined">Whether a white ring sets each dot off from what lies below.</param>
    public static void Write(SvgCanvas svg, IReadOnlyList<(double X, double Y)> pixels, string color, double opacity, bool outlined)
    {
        if (pixels.Count == 0)
            return;

        svg.Write($"<g fill=\"none\" stroke=\"{color}\" stroke-width=\"{FigureStyle.MarkerSize}\" stroke-linecap=\"round\" stroke-opacity=\"{opacity}\">");
        for (var layer = 0; layer < Math.Min(Layers, pixels.Count); layer++)
        {
            if (outlined)
                WriteLayer($" stroke=\"{FigureStyle.Background}\" stroke-width=\"{FigureStyle.MarkerSize + 2}\" stroke-opacity=\"1\"", layer);
            WriteLayer("", layer);
        }

        svg.Write("</g>");

        void WriteLayer(string attributes, int layer)
        {
            svg.Write("<path").Write(attributes).Write(" d=\"");
            for (var i = layer; i < pixels.Count; i += Layers)
            {
                var (x, y) = pixels[i];
                if (double.IsNaN(x + y))
                    continue;
                svg.Point('M', x, y);
                svg.Write("h0");
            }

            svg.Write("\"/>");
        }
    }
}
