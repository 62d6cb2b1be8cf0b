using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Finds the lines of cells for which the runtime's stack frames give a wrong line, or none.</summary>
/// <remarks>
/// All range checks of a compiled method jump to one place when they fail, and so do all overflow checks. The runtime reports this place as
/// the first of them, or without a line. The checks that can have failed are found in the code: one line, or a few.
/// </remarks>
internal sealed class RaisedLines
{
    private readonly ConcurrentDictionary<Assembly, (byte[] Symbols, SourceText Code, string Path)> cells = new();

    /// <summary>Whether the runtime raised the exception in a check that is shared between the lines of a method.</summary>
    /// <param name="innermost">The method of the innermost stack frame.</param>
    public static bool IsRaisedByACheck(MethodBase? innermost) =>
        innermost?.DeclaringType?.FullName?.StartsWith("Internal.Runtime.CompilerHelpers.", StringComparison.Ordinal) == true;

    /// <summary>Stores what is needed to find lines in a submission.</summary>
    public void Remember(CompiledCell submission, string path) => cells[submission.Type.Assembly] = (submission.Symbols, submission.Code, path);

    /// <summary>The lines at which a check can have raised an exception; null when the method is not a cell's.</summary>
    /// <param name="method">The method that holds the check.</param>
    /// <param name="exception">The exception.</param>
    public (string Path, IReadOnlyList<int> Lines)? OfChecks(MethodBase method, Exception exception)
    {
        if (PointsOf(method) is not { Points: var points, Code: var code, Path: var path })
        {
            return null;
        }
        var root = CSharpSyntaxTree.ParseText(code, CellOptions.Parsing).GetRoot();
        var lines = points.SelectMany(point => ChecksIn(root, SpanOf(code, point), exception)).Select(check => code.Lines.GetLineFromPosition(check.SpanStart).LineNumber + 1);
        return (path, Ordered([.. lines]) is { Count: > 0 } exact ? exact : Ordered(points.Select(point => point.StartLine)));
    }

    /// <summary>The line of the statement at or before a position; null when the method is not a cell's.</summary>
    /// <param name="method">A method of a stack frame.</param>
    /// <param name="offset">The offset in its intermediate language; negative when it is not known.</param>
    public (string Path, IReadOnlyList<int> Lines)? At(MethodBase method, int offset) => PointsOf(method) is { } known
        ? (known.Path, offset < 0 ? Ordered(known.Points.Select(point => point.StartLine)) : [(known.Points.FindLast(point => point.Offset <= offset) is { StartLine: > 0 } point ? point : known.Points[0]).StartLine])
        : null;

    private static List<int> Ordered(IEnumerable<int> lines) => [.. lines.Distinct().Order()];

    private static TextSpan SpanOf(SourceText code, SequencePoint point) => TextSpan.FromBounds(
        code.Lines[point.StartLine - 1].Start + point.StartColumn - 1, code.Lines[point.EndLine - 1].Start + point.EndColumn - 1);

    // Checks in lambdas and local functions belong to methods of their own.
    private static IEnumerable<SyntaxNode> ChecksIn(SyntaxNode root, TextSpan statement, Exception exception) => root
        .DescendantNodes(statement, node => !(statement.Contains(node.Span) && node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseTypeDeclarationSyntax))
        .Where(node => statement.Contains(node.Span) && CanRaise(node, exception));

    private static bool CanRaise(SyntaxNode node, Exception exception) => exception switch
    {
        IndexOutOfRangeException => node is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax,
        DivideByZeroException => node.Kind() is SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression or SyntaxKind.DivideAssignmentExpression or SyntaxKind.ModuloAssignmentExpression,
        OverflowException => node is BinaryExpressionSyntax or AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax
            && node.Ancestors().Any(outer => outer.Kind() is SyntaxKind.CheckedStatement or SyntaxKind.CheckedExpression),
        _ => false,
    };

    private (List<SequencePoint> Points, SourceText Code, string Path)? PointsOf(MethodBase method)
    {
        if (!cells.TryGetValue(method.Module.Assembly, out var cell))
        {
            return null;
        }
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(cell.Symbols));
        var reader = symbols.GetMetadataReader();
        var handle = MetadataTokens.MethodDefinitionHandle(method.MetadataToken).ToDebugInformationHandle();
        var points = reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(point => !point.IsHidden).ToList();
        if (points.Count == 0)
        {
            return null;
        }
        var path = reader.GetString(reader.GetDocument(points[0].Document).Name);
        return path == cell.Path ? (points, cell.Code, path) : File.Exists(path) ? (points, SourceText.From(File.ReadAllText(path)), path) : null;
    }
}
