using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>A line of a cell for the kernel, not for the compiler: #!time, #r "nuget:Name,Version", #i "nuget:source".</summary>
/// <param name="Name">Its first word: #!time.</param>
/// <param name="Argument">The rest of the line, without quotes; may be empty.</param>
/// <param name="Line">Its line, from 0.</param>
internal sealed record Directive(string Name, string Argument, int Line)
{
    /// <summary>The directive of packages, when its argument starts with <see cref="NuGet"/>.</summary>
    public const string Reference = "#r";

    /// <summary>The directive of package sources.</summary>
    public const string Source = "#i";

    /// <summary>The beginning of the arguments for packages and their sources.</summary>
    public const string NuGet = "nuget:";

    /// <summary>The directives of a text, in order; text in strings and comments does not count.</summary>
    /// <param name="code">C#.</param>
    public static IEnumerable<Directive> In(string code)
    {
        if (!code.Contains("#!", StringComparison.Ordinal) && !code.Contains(NuGet, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }
        var text = SourceText.From(code);
        return CSharpSyntaxTree.ParseText(text, CellOptions.Parsing).GetRoot()
            .DescendantTrivia(descendIntoTrivia: true)
            .Where(trivia => trivia.GetStructure() is BadDirectiveTriviaSyntax or ShebangDirectiveTriviaSyntax or ReferenceDirectiveTriviaSyntax)
            .Select(trivia => text.Lines.GetLineFromPosition(trivia.SpanStart))
            .DistinctBy(line => line.LineNumber)
            .Select(line => Read(line.ToString(), line.LineNumber))
            .Where(directive => directive.IsTheKernels);
    }

    /// <summary>Reads one line.</summary>
    public static Directive Read(string line, int number)
    {
        var words = line.Trim().Split((char[])[' ', '\t'], 2);
        return new(words[0], words.Length == 1 ? string.Empty : Unquoted(words[1].Trim()), number);
    }

    /// <summary>Whether it names a package or a source of packages.</summary>
    public bool IsPackage => Name is Reference or Source && Argument.StartsWith(NuGet, StringComparison.OrdinalIgnoreCase);

    /// <summary>The directive as one line.</summary>
    public override string ToString() => Argument.Length == 0 ? Name : $"{Name} {Argument}";

    private bool IsTheKernels => Name.StartsWith("#!", StringComparison.Ordinal) || IsPackage;

    private static string Unquoted(string text) => text.StartsWith('"') && text.IndexOf('"', 1) is > 0 and var end ? text[1..end] : text;
}
