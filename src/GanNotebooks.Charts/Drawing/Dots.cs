namespace GanNotebooks.Charts;

/// <summary>Draws many dots of one size in few bytes: each is a line of no length with a round end.</summary>
internal static class Dots
{
    // A path paints its overlaps only once; several paths make many dots look denser than one.
    private const int Layers = 12;

    /// <summary>Writes dots; those without a position are left out.</summary>
    /// <param name="svg">The canvas to write to.</param>
    /// <param name="pixels">The dots' centres.</param>
    /// <param name="size">Their diameter in pixels.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="opacity">0 for invisible to 1 for solid.</param>
    /// <param name="ring">The colour of a ring, 1 pixel wide, that separates each dot from what lies below; null for none.</param>
    public static void Write(SvgCanvas svg, IReadOnlyList<(double X, double Y)> pixels, double size, string color, double opacity, string? ring)
    {
        if (pixels.Count == 0) return;
        svg.Write($"<g fill=\"none\" stroke=\"{color}\" stroke-width=\"{size}\" stroke-linecap=\"round\" stroke-opacity=\"{opacity}\">");
        for (var layer = 0; layer < Math.Min(Layers, pixels.Count); layer++)
        {
            if (ring is not null)
            {
                svg.Write($"<path stroke=\"{ring}\" stroke-width=\"{size + 2}\" stroke-opacity=\"1\" d=\"");
                WriteLayer(layer);
            }
            svg.Write("<path d=\"");
            WriteLayer(layer);
        }
        svg.Write("</g>");

        void WriteLayer(int layer)
        {
            for (var i = layer; i < pixels.Count; i += Layers)
            {
                var (x, y) = pixels[i];
                if (double.IsNaN(x + y)) continue;
                svg.Point('M', x, y);
                svg.Write("h0");
            }
            svg.Write("\"/>");
        }
    }
}
