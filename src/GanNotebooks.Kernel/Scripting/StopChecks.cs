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
        var with = new StopChecks(new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree))).Visit(root);
        return with == root ? compilation : compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(with, tree.Options));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        ((WhileStatementSyntax)base.VisitWhileStatement(node)!) is var loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        ((DoStatementSyntax)base.VisitDoStatement(node)!) is var loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        ((ForStatementSyntax)base.VisitForStatement(node)!) is var loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        ((ForEachStatementSyntax)base.VisitForEachStatement(node)!) is var loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        ((ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!) is var loop ? loop.WithStatement(Checked(loop.Statement)) : null;

    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) => Checked(node);

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Lambda(node, (LambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!);

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Lambda(node, (LambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!);

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var function = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return function.Body is { } body ? function.WithBody(Checked(body))
            : Block(function.ExpressionBody?.Expression, model.Value.GetDeclaredSymbol(node) as IMethodSymbol) is { } block
                ? function.WithBody(block).WithExpressionBody(null).WithSemicolonToken(default)
                : function;
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var method = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return method.Body is { } body ? method.WithBody(Checked(body))
            : Block(method.ExpressionBody?.Expression, model.Value.GetDeclaredSymbol(node)) is { } block
                ? method.WithBody(block).WithExpressionBody(null).WithSemicolonToken(default)
                : method;
    }

    private LambdaExpressionSyntax Lambda(LambdaExpressionSyntax original, LambdaExpressionSyntax lambda)
    {
        if (model.Value.GetTypeInfo(original).ConvertedType is not { TypeKind: TypeKind.Delegate })
        {
            return original;   // an expression tree is data
        }
        return lambda.Body is BlockSyntax body ? lambda.WithBody(Checked(body))
            : Block(lambda.ExpressionBody, model.Value.GetSymbolInfo(original).Symbol as IMethodSymbol) is { } block ? lambda.WithBody(block)
            : lambda;
    }

    private static BlockSyntax? Block(ExpressionSyntax? expression, IMethodSymbol? method)
    {
        if (expression is null or ThrowExpressionSyntax || method is null)
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
