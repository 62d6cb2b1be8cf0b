namespace GanNotebooks.Kernel.Display;

/// <summary>Text that is already HTML.</summary>
/// <param name="html">HTML; shown without escaping.</param>
public sealed class HtmlContent(string html)
{
    /// <summary>The HTML.</summary>
    public override string ToString() => html;
}
