using System.Xml;
using System.Xml.Linq;

namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>Turns KaTeX's MathML into MathML Core, which browsers draw well.</summary>
internal static class MathMl
{
    private const string ApplyFunction = "\u2061";
    private static readonly string[] Limits = ["munder", "msub", "msup", "msubsup", "munderover"];

    /// <summary>The same formula without the LaTeX source, with letters from the right alphabet and a thin space after function names.</summary>
    /// <param name="katex">A span with a &lt;math&gt; in it, or with an error message, which stays as it is.</param>
    public static string Clean(string katex)
    {
        if (!katex.Contains("<math", StringComparison.Ordinal) || Parse(katex) is not { } root)
        {
            return katex;
        }
        root.Descendants().Where(element => element.Name.LocalName == "annotation").Remove();   // text extraction would show the formula twice
        foreach (var letter in root.Descendants().Where(element => element.Attribute("mathvariant") is not null).ToList())
        {
            UseAlphabet(letter);
        }
        foreach (var apply in root.Descendants().Where(element => element.Name.LocalName == "mo" && element.Value == ApplyFunction).ToList())
        {
            AddSpace(apply);
        }
        foreach (var sign in root.Descendants().Where(IsSign).ToList())
        {
            sign.SetAttributeValue("form", "prefix");
        }
        return root.ToString(SaveOptions.DisableFormatting);
    }

    // [−1, 1]: a minus after a bracket, a comma or a relation belongs to its number, without a space.
    private static bool IsSign(XElement element) =>
        element is { Name.LocalName: "mo", Value: "−" or "+" or "±" }
        && element.ElementsBeforeSelf().LastOrDefault() is { Name.LocalName: "mo", Value: "(" or "[" or "{" or "," or "=" or "≈" or "→" or "<" or ">" or "≤" or "≥" or "⋅" };

    // Browsers know only the mathvariant normal: 𝔼 must be the letter itself.
    private static void UseAlphabet(XElement letter)
    {
        var variant = letter.Attribute("mathvariant")!.Value;
        if (variant != "normal" && !letter.HasElements && MathAlphabet.Convert(letter.Value, variant) is { } converted)
        {
            letter.Value = converted;
            letter.SetAttributeValue("mathvariant", converted.EnumerateRunes().Count() == 1 && variant != "italic" ? "normal" : null);
        }
    }

    // max D, log x: TeX sets a thin space after an operator's name and its limits, but none before a bracket.
    private static void AddSpace(XElement apply)
    {
        var last = apply;
        while (last.Parent is { } parent && last.NextNode is null && parent.Name.LocalName == "mrow")
        {
            last = parent;
        }
        while (last.Parent is { } parent && Limits.Contains(parent.Name.LocalName) && last.PreviousNode is null)
        {
            last = parent;
        }
        var next = last.ElementsAfterSelf().FirstOrDefault();
        while (next is { Name.LocalName: "mrow" } && next.Elements().FirstOrDefault() is { } inner)
        {
            next = inner;
        }
        var bracket = next?.Name.LocalName == "mo" && next.Value is "(" or "[" or "{" or "|";
        if (next is not null && !bracket)
        {
            last.AddAfterSelf(new XElement(apply.Name.Namespace + "mspace", new XAttribute("width", "0.1667em")));
        }
    }

    private static XElement? Parse(string katex)
    {
        try
        {
            return XElement.Parse(katex, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
