using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>
/// Methods as delegates: <c>Integrate(Math.Sin, 0, b)</c>. A static method of the user's that is not marked is its body; any other (a function of <c>Math</c>, a differentiable method, one that has a
/// rule) is the lambda that calls it, <c>x => Math.Sin(x)</c>, which the compiler binds as if it stood there.
/// </summary>
internal static class MethodGroups
{
    public static FunctionPlace? TryFind(LoweringContext context, IMethodReferenceOperation group) =>
        group.Parent is IDelegateCreationOperation { Type: INamedTypeSymbol type } ? TryFind(context, group, type, group.Syntax) : null;

    /// <param name="context">Where.</param>
    /// <param name="group">The method.</param>
    /// <param name="type">The delegate that is made of it.</param>
    /// <param name="place">Where in the source it is mentioned; what can be seen there can be called.</param>
    public static FunctionPlace? TryFind(LoweringContext context, IMethodReferenceOperation group, INamedTypeSymbol type, SyntaxNode place)
    {
        IMethodSymbol method = Substitution.Of(group.Method);
        if (type.DelegateInvokeMethod is not { } shape || OwnerOf(group) is not { } owner)
            return null;
        string key = $"{Substitution.Of(type).ToDisplayString()} {method.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters))}";
        if (!context.FunctionsByName.TryGetValue(key, out FunctionPlace? known))
            context.FunctionsByName[key] = known = Code(context, method) ?? Lambda(context, group.Method, owner, shape, place);
        return known;
    }

    /// <summary>What stands before the method's name: its type, or the object that the code is in.</summary>
    private static string? OwnerOf(IMethodReferenceOperation group) => group switch
    {
        { Method: var method } when InlinedCode.IsPlainStatic(method) => method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        { Method.MethodKind: MethodKind.Ordinary, Instance: IInstanceReferenceOperation { Type.IsReferenceType: true } } => "this",
        _ => null,
    };

    private static FunctionPlace? Code(LoweringContext context, IMethodSymbol method)
    {
        bool isPlain = method.IsStatic && !Attributes.IsDifferentiable(method) && context.Rules.Find(method).Count == 0;
        if (!isPlain || InlinedCode.Of(context, method) is not { Block: { } block } code || !context.IsOfUser(code.Declaration.SyntaxTree))
            return null;
        context.Reassignments.Include(code.Declaration);
        return new FunctionPlace(code.Method, block, code.Types);
    }

    private static FunctionPlace? Lambda(LoweringContext context, IMethodSymbol method, string owner, IMethodSymbol shape, SyntaxNode place)
    {
        string type = shape.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeArguments.Select(argument => argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))}>" : "";
        IEnumerable<string> declared = shape.Parameters.Select(parameter => $"{Passing(parameter)}{parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} {NameOf(method, parameter)}");
        IEnumerable<string> given = shape.Parameters.Select(parameter => Passing(parameter) + NameOf(method, parameter));
        StatementSyntax statement = SyntaxFactory.ParseStatement(
            $"{type} function = ({string.Join(", ", declared)}) => {owner}.{Literals.Identifier(method.Name)}{arguments}({string.Join(", ", given)});", options: place.SyntaxTree.Options);
        return context.TryBind(statement, place) is { } model && statement.DescendantNodes().OfType<LambdaExpressionSyntax>().First() is var lambda
            && model.GetOperation(lambda, context.Cancellation) is IAnonymousFunctionOperation bound
                ? new FunctionPlace(bound.Symbol, bound.Body, Substitution.Current)
                : null;
    }

    private static string NameOf(IMethodSymbol method, IParameterSymbol parameter) => Literals.Identifier(method.Parameters[parameter.Ordinal].Name);

    private static string Passing(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "",
    };
}
