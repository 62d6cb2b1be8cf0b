using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Puts a check into each loop and function of a cell, without moving a line.</summary>
/// <param name="model">The cell's own meaning: whether a lambda is code or an expression tree, and what it returns.</param>
internal sealed class StopChecks(Lazy<SemanticModel> model) : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check = SyntaxFactory.ParseStatement($"global::{typeof(CellStop).FullName}.{nameof(CellStop.Check)}();");

    /// <summary>The compilation with checks in the cell itself; files that it loads stay as they are.</summary>
    public static Compilation In(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();   // loaded files come first
        var root = tree.GetRoot();
        var with = new StopChecks(new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree))).Visit(root)!;
        return with == root ? compilation : compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(with, tree.Options));
    }

    public override SyntaxNode? Visit(SyntaxNode? node) => base.Visit(node) switch
    {
        WhileStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        DoStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForEachStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForEachVariableStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        GotoStatementSyntax jump => Checked(jump),
        LambdaExpressionSyntax lambda => Lambda((LambdaExpressionSyntax)node!, lambda),
        LocalFunctionStatementSyntax { Body: { } body } function => function.WithBody(Checked(body)),
        LocalFunctionStatementSyntax function => Block(function.ExpressionBody?.Expression, model.Value.GetDeclaredSymbol(node!)) is { } block
            ? function.WithBody(block).WithExpressionBody(null).WithSemicolonToken(default)
            : function,
        MethodDeclarationSyntax { Body: { } body } method => method.WithBody(Checked(body)),
        MethodDeclarationSyntax method => Block(method.ExpressionBody?.Expression, model.Value.GetDeclaredSymbol(node!)) is { } block
            ? method.WithBody(block).WithExpressionBody(null).WithSemicolonToken(default)
            : method,
        var other => other,
    };

    private LambdaExpressionSyntax Lambda(LambdaExpressionSyntax original, LambdaExpressionSyntax lambda)
    {
        if (model.Value.GetTypeInfo(original).ConvertedType is not { TypeKind: TypeKind.Delegate })
        {
            return original;   // an expression tree is data
        }
        return lambda.Body is BlockSyntax body ? lambda.WithBody(Checked(body))
            : Block(lambda.ExpressionBody, model.Value.GetSymbolInfo(original).Symbol) is { } block ? lambda.WithBody(block)
            : lambda;
    }

    private static BlockSyntax? Block(ExpressionSyntax? expression, ISymbol? symbol)
    {
        if (expression is null or ThrowExpressionSyntax || symbol is not IMethodSymbol method)
        {
            return null;
        }
        var hasNoValue = method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 0 });
        StatementSyntax statement = hasNoValue
            ? SyntaxFactory.ExpressionStatement(expression)
            : SyntaxFactory.ReturnStatement(expression).WithReturnKeyword(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        return SyntaxFactory.Block(Check, statement);
    }

    private static BlockSyntax Checked(StatementSyntax statement) => statement is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, Check))
        : SyntaxFactory.Block(Check, statement);
}
