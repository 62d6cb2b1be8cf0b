using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanNotebooks.Site.Workshop;

/// <summary>The blanks of a code cell, variables that are declared as null, and the code that fills them.</summary>
internal static class Blanks
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>The blanks' names, in order.</summary>
    public static IReadOnlyList<string> In(string cell) =>
        [.. Variables(Parse(cell)).Where(variable => variable.Initializer?.Value.IsKind(SyntaxKind.NullLiteralExpression) == true).Select(variable => variable.Identifier.Text)];

    /// <summary>The variables that code declares with a value, or assigns to.</summary>
    public static IReadOnlyList<string> Given(string code)
    {
        var unit = Parse(code);
        return [.. Variables(unit).Where(variable => variable.Initializer is not null).Select(variable => variable.Identifier.Text), .. unit.Members.Select(Assignment).OfType<AssignmentExpressionSyntax>().Select(given => given.Left.ToString())];
    }

    /// <summary>The cell with a solution: members that both declare are taken from the solution, members that only the solution declares are put beside the blank.</summary>
    public static string Fill(string cell, string solution)
    {
        var unit = Parse(cell);
        var edits = new List<TextChange>();
        var beside = new List<string>();
        foreach (var member in Parse(solution).Members)
        {
            var text = member.ToFullString().Trim();
            if (ChangeFor(unit, member, text) is not { } change) beside.Add(text);
            else if (Place(unit, member) is MethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) edits.Add(change);
            else
            {
                edits.Add(new TextChange(change.Span, string.Join("\n\n", [.. beside, change.NewText!])));
                beside.Clear();
            }
        }
        if (beside.Count > 0 && edits.Count > 0) edits[^1] = new TextChange(edits[^1].Span, string.Join('\n', [edits[^1].NewText!, .. beside]));
        return SourceText.From(cell).WithChanges(edits).ToString();
    }

    private static TextChange? ChangeFor(CompilationUnitSyntax unit, MemberDeclarationSyntax member, string text)
    {
        if (Place(unit, member) is not { } place) return null;
        var end = place.SpanStart + unit.ToFullString()[place.SpanStart..place.FullSpan.End].TrimEnd().Length;     // including the comment at the line's end
        if (Assignment(member) is not { } assignment) return new TextChange(TextSpan.FromBounds(place.SpanStart, end), text);
        var start = Variables(place).Single(variable => variable.Identifier.Text == assignment.Left.ToString()).Initializer!.Value.SpanStart;
        return new TextChange(TextSpan.FromBounds(start, end), $"{assignment.Right};");
    }

    // The cell's member that the solution's member replaces: also a method inside a class, if the solution contains only the method.
    private static MemberDeclarationSyntax? Place(CompilationUnitSyntax unit, MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => unit.Members.OfType<BaseTypeDeclarationSyntax>().FirstOrDefault(at => at.Identifier.Text == type.Identifier.Text),
        DelegateDeclarationSyntax type => unit.Members.OfType<DelegateDeclarationSyntax>().FirstOrDefault(at => at.Identifier.Text == type.Identifier.Text),
        MethodDeclarationSyntax method => unit.DescendantNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(at => at.Identifier.Text == method.Identifier.Text),
        _ when Assignment(member) is { } assignment => Holder(unit, assignment.Left.ToString()),
        _ => Variables(member).Select(variable => Holder(unit, variable.Identifier.Text)).FirstOrDefault(),
    };

    private static MemberDeclarationSyntax? Holder(CompilationUnitSyntax unit, string name) =>
        unit.Members.FirstOrDefault(member => Variables(member).Any(variable => variable.Identifier.Text == name));

    private static AssignmentExpressionSyntax? Assignment(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } } ? assignment : null;

    private static IEnumerable<VariableDeclaratorSyntax> Variables(SyntaxNode node) => (node is CompilationUnitSyntax unit ? [.. unit.Members] : new[] { node }).SelectMany(member => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables,
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => local.Declaration.Variables,
        _ => [],
    });

    private static CompilationUnitSyntax Parse(string code) => CSharpSyntaxTree.ParseText(code, Script).GetCompilationUnitRoot();
}
