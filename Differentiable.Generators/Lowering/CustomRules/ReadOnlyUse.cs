using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>
/// Does a method only read the elements of a parameter, for sure? A method with a rule may do in its body what no differentiable method may, so only
/// what is known to read counts; in doubt it writes, which costs storage only.
/// </summary>
internal static class ReadOnlyUse
{
    public static bool IsSureFor(LoweringContext context, IParameterSymbol parameter) => IsSureFor(context, parameter, new(SymbolEqualityComparer.Default));

    /// <param name="context">Where the question comes up.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="asked">The parameters that the question was about before: a call back to one of them adds nothing.</param>
    private static bool IsSureFor(LoweringContext context, IParameterSymbol parameter, HashSet<IParameterSymbol> asked)
    {
        if (!asked.Add(parameter))
            return true;
        if (context.TextOf(parameter.ContainingSymbol) is not BaseMethodDeclarationSyntax method)
            return false;
        SyntaxNode? body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        return body is not null && body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == parameter.Name)
            .All(name => Reads(context, name, asked));
    }

    /// <summary>Are the elements of storage, which is a parameter or a row of one, only read where it is mentioned?</summary>
    private static bool Reads(LoweringContext context, ExpressionSyntax name, HashSet<IParameterSymbol> asked) => name.Parent switch
    {
        MemberAccessExpressionSyntax { Name: var member } access => member == name || access.Expression == name && IsRead(context, name, access),
        NameColonSyntax or NameEqualsSyntax => true,
        ElementAccessExpressionSyntax element => element.Expression == name && (IsValue(context, element) || IsRow(context, element) && Reads(context, element, asked)),
        ForEachStatementSyntax loop => loop.Expression == name && loop.Type is not (RefTypeSyntax or ScopedTypeSyntax) && IsScalar(context, loop),
        ArgumentSyntax { RefKindKeyword.RawKind: 0 } argument => IsReadOnlySpan(context, name) || IsReadByCallee(context, argument, asked),
        _ => false,
    };

    /// <summary>Is it a member that asks for the shape, or copies the elements? A copy of a jagged array has the same rows.</summary>
    private static bool IsRead(LoweringContext context, ExpressionSyntax storage, MemberAccessExpressionSyntax access) => access.Name.Identifier.ValueText switch
    {
        _ when context.ModelOf(access.SyntaxTree).GetSymbolInfo(access, context.Cancellation).Symbol is not { } member || CallsOut.IsOfUser(member) => false,
        "Length" or "LongLength" or "Rank" or "IsEmpty" or "GetLength" or "GetLowerBound" or "GetUpperBound" => true,
        "ToArray" or "Clone" or "CopyTo" => TypeLowering.Lower(context.ModelOf(storage.SyntaxTree).GetTypeInfo(storage, context.Cancellation).Type).Element is { IsStorage: false },
        _ => false,
    };

    private static bool IsReadByCallee(LoweringContext context, ArgumentSyntax argument, HashSet<IParameterSymbol> asked) =>
        context.ModelOf(argument.SyntaxTree).GetOperation(argument, context.Cancellation) is IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }
        && !Dispatch.MayBeAnother(method) && IsSureFor(context, parameter.OriginalDefinition, asked);

    /// <summary>Is it a scalar that is read, and no target or reference?</summary>
    private static bool IsValue(LoweringContext context, ElementAccessExpressionSyntax element) =>
        TypeLowering.Lower(context.ModelOf(element.SyntaxTree).GetTypeInfo(element, context.Cancellation).Type) is Ir.ScalarType
        && element.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left != element,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0 && argument.Parent is not TupleExpressionSyntax,
            RefExpressionSyntax or ParenthesizedExpressionSyntax => false,
            _ => true,
        };

    private static bool IsRow(LoweringContext context, ElementAccessExpressionSyntax element) =>
        TypeLowering.Lower(context.ModelOf(element.SyntaxTree).GetTypeInfo(element, context.Cancellation).Type) is Ir.ArrayType;

    private static bool IsScalar(LoweringContext context, ForEachStatementSyntax loop) =>
        context.ModelOf(loop.SyntaxTree).GetForEachStatementInfo(loop).ElementType is { } type && TypeLowering.Lower(type) is Ir.ScalarType;

    private static bool IsReadOnlySpan(LoweringContext context, ExpressionSyntax name) =>
        context.ModelOf(name.SyntaxTree).GetTypeInfo(name, context.Cancellation).ConvertedType is { Name: "ReadOnlySpan" } type && TypeLowering.IsSpan(type);
}
