using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>A documentation comment as readable text.</summary>
/// <param name="Summary">What it is; may be empty.</param>
/// <param name="Parameters">The parameters that are described.</param>
/// <param name="Returns">What it returns; may be empty.</param>
internal sealed partial record DocumentationText(string Summary, IReadOnlyList<(string Name, string Text)> Parameters, string Returns)
{
    private static readonly DocumentationText None = new(string.Empty, [], string.Empty);

    /// <summary>The documentation of a symbol, or of the member that it overrides or implements.</summary>
    public static DocumentationText Of(ISymbol symbol, CancellationToken cancel)
    {
        foreach (var source in Sources(symbol))
        {
            if (source.GetDocumentationCommentXml(cancellationToken: cancel) is { Length: > 0 } xml && Parse(xml) is { } parsed)
            {
                return parsed;
            }
        }
        return None;
    }

    /// <summary>The documentation as plain text.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Summary).Append('\n');
        foreach (var (name, description) in Parameters)
        {
            text.Append('\n').Append("  ").Append(name).Append(": ").Append(description);
        }
        return (Returns.Length > 0 ? text.Append("\nReturns: ").Append(Returns) : text).ToString().Trim('\n');
    }

    /// <summary>The documentation as Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder(Summary).Append('\n');
        foreach (var (name, description) in Parameters)
        {
            text.Append("\n- `").Append(name).Append("`: ").Append(description);
        }
        return (Returns.Length > 0 ? text.Append("\n\n**Returns** ").Append(Returns) : text).ToString().Trim('\n');
    }

    private static IEnumerable<ISymbol> Sources(ISymbol symbol)
    {
        var definition = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
        yield return definition;
        for (var overridden = Overridden(definition); overridden is not null; overridden = Overridden(overridden))
        {
            yield return overridden.OriginalDefinition;
        }
        foreach (var member in definition.ContainingType?.AllInterfaces.SelectMany(contract => contract.GetMembers(definition.Name)) ?? [])
        {
            if (SymbolEqualityComparer.Default.Equals(definition.ContainingType!.FindImplementationForInterfaceMember(member), definition))
            {
                yield return member.OriginalDefinition;
            }
        }
        if (definition is IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            yield return definition.ContainingType!;
        }
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol raised => raised.OverriddenEvent,
        _ => null,
    };

    private static DocumentationText? Parse(string xml)
    {
        try
        {
            var member = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            var parsed = new DocumentationText(
                Text(member.Element("summary") ?? member.Element("value")),
                [.. member.Elements("param").Select(parameter => ((string?)parameter.Attribute("name") ?? string.Empty, Text(parameter)))],
                Text(member.Element("returns")));
            return parsed.Summary.Length > 0 ? parsed : null;   // inheritdoc: the next source has it
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Text(XElement? element) =>
        element is null ? string.Empty : Blanks().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference when reference.IsEmpty => Name(reference),
        XElement inner => string.Concat(inner.Nodes().Select(Text)),
        _ => string.Empty,
    };

    // cref="M:System.Console.WriteLine(System.String)" → Console.WriteLine
    private static string Name(XElement reference)
    {
        var name = ((string?)(reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name") ?? reference.Attribute("href"))) ?? string.Empty;
        if (name.Length < 2 || name[1] != ':')
        {
            return name;
        }
        var parts = Arity().Replace(name[2..].Split('(')[0], string.Empty).Split('.');
        return name[0] is 'T' or 'N' ? parts[^1] : string.Join('.', parts.TakeLast(2));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
