namespace GanNotebooks.Visualizers;

/// <summary>The look that both renderings share.</summary>
internal static class FigureStyle
{
    public const string Font = "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif";
    public const string Background = "#ffffff";
    public const string Ink = "#24292f";
    public const string FaintInk = "#57606a";
    public const string Grid = "#e6e9ed";
    public const string AxisLine = "#8c959f";

    public const double FontSize = 12;
    public const double TickFontSize = 11;
    public const double TitleFontSize = 15;

    public const double LineWidth = 1.6;
    public const double MarkerSize = 5;
    public const double BarOpacity = 0.45;
    public const double MarkerOpacity = 0.7;

    /// <summary>Okabe and Ito's colours (2008), told apart by the colour-blind; without yellow, which white paper swallows.</summary>
    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#4d4d4d"];

    /// <summary>The colour of a figure's n-th named trace, from 0.</summary>
    public static string Color(int index) => Colors[index % Colors.Length];
}
