using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Puts a check into each loop and function of a cell, without moving a line.</summary>
/// <param name="model">The cell's semantic model: it says whether a lambda is code or an expression tree, and what it returns.</param>
internal sealed class StopChecks(Lazy<SemanticModel> model) : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check = SyntaxFactory.ParseStatement($"global::{typeof(CellStop).FullName}.{nameof(CellStop.Check)}();");
    private static readonly StatementSyntax EnterAsync = SyntaxFactory.ParseStatement($"global::{typeof(CellStop).FullName}.{nameof(CellStop.EnterAsync)}();");
    private static readonly StatementSyntax Enter = SyntaxFactory.ParseStatement($"global::{typeof(CellStop).FullName}.{nameof(CellStop.Enter)}();");

    /// <summary>The compilation with checks in the cell itself, its last tree; files that it loads are not changed, since the compiler does not allow replacing them.</summary>
    public static Compilation In(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
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
        AnonymousMethodExpressionSyntax { Block: { } body } method => method.WithBlock(Entered(body, method.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword))),
        LocalFunctionStatementSyntax { Body: { } body } function => function.WithBody(Entered(body, function.Modifiers.Any(SyntaxKind.AsyncKeyword))),
        LocalFunctionStatementSyntax function => Block(function.ExpressionBody?.Expression, model.Value.GetDeclaredSymbol(node!)) is { } block
            ? function.WithBody(InPlaceOf(function.ExpressionBody!, function.SemicolonToken, block)).WithExpressionBody(null).WithSemicolonToken(default)
            : function,
        BaseMethodDeclarationSyntax { Body: { } body } method and not DestructorDeclarationSyntax => method.WithBody(Entered(body, method.Modifiers.Any(SyntaxKind.AsyncKeyword))),
        BaseMethodDeclarationSyntax method => Block(method.ExpressionBody?.Expression, model.Value.GetDeclaredSymbol(node!)) is { } block
            ? WithBody(method, InPlaceOf(method.ExpressionBody!, method.SemicolonToken, block))
            : method,
        AccessorDeclarationSyntax { Body: { } body } accessor => accessor.WithBody(Entered(body)),
        AccessorDeclarationSyntax accessor => Block(accessor.ExpressionBody?.Expression, model.Value.GetDeclaredSymbol(node!)) is { } block
            ? accessor.WithBody(InPlaceOf(accessor.ExpressionBody!, accessor.SemicolonToken, block)).WithExpressionBody(null).WithSemicolonToken(default)
            : accessor,
        PropertyDeclarationSyntax { ExpressionBody: { Expression: not ThrowExpressionSyntax } value } property =>
            property.WithAccessorList(Getter(value, property.SemicolonToken)).WithExpressionBody(null).WithSemicolonToken(default),
        IndexerDeclarationSyntax { ExpressionBody: { Expression: not ThrowExpressionSyntax } value } indexer =>
            indexer.WithAccessorList(Getter(value, indexer.SemicolonToken)).WithExpressionBody(null).WithSemicolonToken(default),
        var other => other,
    };

    private LambdaExpressionSyntax Lambda(LambdaExpressionSyntax original, LambdaExpressionSyntax lambda)
    {
        if (model.Value.GetTypeInfo(original).ConvertedType is not { TypeKind: TypeKind.Delegate })
        {
            return original;   // an expression tree is data
        }
        return lambda.Body is BlockSyntax body ? lambda.WithBody(Entered(body, lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword)))
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
        return SyntaxFactory.Block(method.IsAsync ? EnterAsync : Enter, hasNoValue ? SyntaxFactory.ExpressionStatement(expression) : Return(expression));
    }

    private static ReturnStatementSyntax Return(ExpressionSyntax expression) => SyntaxFactory.ReturnStatement(expression)
        .WithReturnKeyword(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    private static AccessorListSyntax Getter(ArrowExpressionClauseSyntax value, SyntaxToken semicolon) => SyntaxFactory.AccessorList(
        [SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, InPlaceOf(value, semicolon, SyntaxFactory.Block(Enter, Return(value.Expression))))]);

    // The line ends around the arrow and after the semicolon are kept, so that later code keeps its lines.
    private static BlockSyntax InPlaceOf(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, BlockSyntax block) => block
        .WithOpenBraceToken(block.OpenBraceToken.WithLeadingTrivia(arrow.ArrowToken.LeadingTrivia.AddRange(arrow.ArrowToken.TrailingTrivia)))
        .WithCloseBraceToken(block.CloseBraceToken.WithTrailingTrivia(semicolon.LeadingTrivia.AddRange(semicolon.TrailingTrivia)));

    private static BaseMethodDeclarationSyntax WithBody(BaseMethodDeclarationSyntax method, BlockSyntax body) => method switch
    {
        MethodDeclarationSyntax named => named.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default),
        OperatorDeclarationSyntax op => op.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default),
        ConversionOperatorDeclarationSyntax conversion => conversion.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default),
        ConstructorDeclarationSyntax constructor => constructor.WithBody(body).WithExpressionBody(null).WithSemicolonToken(default),
        _ => method,
    };

    private static BlockSyntax Entered(BlockSyntax body, bool isAsync = false) => body.WithStatements(body.Statements.Insert(0, isAsync ? EnterAsync : Enter));

    private static BlockSyntax Checked(StatementSyntax statement) => statement is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, Check))
        : SyntaxFactory.Block(Check, statement);
}
