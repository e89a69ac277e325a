using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>
/// Members of extension blocks (C# 14). C# makes a static method of each, whose first parameter is what the block extends; that is the
/// method which is differentiated and called. The version of Roslyn that the generator is built against has no names for these things, so they are
/// known by their shape: the block is a type without a name.
/// </summary>
internal static class ExtensionBlocks
{
    public static bool IsBlock(INamedTypeSymbol? type) => type is { Name: "", ContainingType: not null, IsAnonymousType: false, IsTupleType: false };

    public static bool IsBlock(TypeDeclarationSyntax type) => type.Keyword.ValueText == "extension";

    /// <summary>The static method that a member of a block is; the method itself elsewhere. Null where it cannot be told.</summary>
    public static IMethodSymbol? StaticForm(IMethodSymbol method)
    {
        if (!IsBlock(method.ContainingType))
            return method;
        IMethodSymbol[] candidates = [.. method.ContainingType.ContainingType!.GetMembers(method.Name).OfType<IMethodSymbol>().Where(candidate => Matches(method, candidate))];
        if (candidates.Length != 1)
            return null;
        bool isDeclared = SymbolEqualityComparer.Default.Equals(method, method.OriginalDefinition);
        return isDeclared || candidates[0].Arity == 0 ? candidates[0] : candidates[0].Construct([.. method.ContainingType.TypeArguments, .. method.TypeArguments]);
    }

    /// <summary>The member of a block whose static form this method is, as in <c>Extensions.Total(values)</c>; null for any other method.</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="declaration">Where it is declared.</param>
    public static IMethodSymbol? MemberOf(IMethodSymbol method, SyntaxNode declaration)
    {
        if (IsBlock(method.ContainingType) || declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } around || !IsBlock(around))
            return null;
        IMethodSymbol? member = method.ContainingType.GetTypeMembers().Where(IsBlock).SelectMany(block => block.GetMembers().OfType<IMethodSymbol>())
            .FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(StaticForm(one), method.OriginalDefinition));
        return member is null ? null : Construct(member, method.TypeArguments);
    }

    /// <summary>The member with the type arguments of its static form: those of the block, then its own.</summary>
    private static IMethodSymbol Construct(IMethodSymbol member, ImmutableArray<ITypeSymbol> arguments)
    {
        INamedTypeSymbol block = member.ContainingType;
        if (block.Arity > 0)
            member = block.Construct([.. arguments.Take(block.Arity)]).GetMembers(member.Name).OfType<IMethodSymbol>().First(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, member));
        return member.Arity > 0 ? member.Construct([.. arguments.Skip(block.Arity)]) : member;
    }

    /// <summary>What the body of a member names the parameters of its static form.</summary>
    public static ImmutableArray<IParameterSymbol> ParametersOf(LoweringContext context, IMethodSymbol member, SyntaxNode declaration) =>
        !member.IsStatic && ReceiverOf(context, declaration) is { } receiver ? [receiver, .. member.Parameters] : member.Parameters;

    /// <summary>The parameters of the static form as the member's body names them: what the block extends, then the member's own.</summary>
    public static IEnumerable<(ISymbol InBody, IParameterSymbol Parameter)> ParametersInBody(LoweringContext context, IMethodSymbol member, SyntaxNode declaration)
    {
        int shift = ReceiverCount(member);
        for (int i = 0; i < member.Parameters.Length; i++)
            yield return (member.Parameters[i], context.Method.Parameters[i + shift]);
        if (shift == 1 && ReceiverOf(context, declaration) is { } receiver)
            yield return (receiver, context.Method.Parameters[0]);
    }

    /// <summary>What the block around a member extends, as the member's body names it; null for a member of anything else.</summary>
    public static IParameterSymbol? ReceiverOf(LoweringContext context, SyntaxNode declaration) =>
        declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { ParameterList.Parameters: [var extended] } block && IsBlock(block)
            ? context.ModelOf(block.SyntaxTree).GetDeclaredSymbol(extended, context.Cancellation) as IParameterSymbol
            : null;

    /// <summary>The types of all that goes into a member of a block and comes out of it.</summary>
    public static IEnumerable<ITypeSymbol> TypesOf(IMethodSymbol member) =>
        IsBlock(member.ContainingType) && StaticForm(member) is { } form ? form.Parameters.Select(parameter => parameter.Type).Append(form.ReturnType) : [];

    /// <summary>The type by whose name a member is called.</summary>
    public static INamedTypeSymbol TypeOf(ISymbol member) =>
        IsBlock(member.ContainingType) ? member.ContainingType.ContainingType! : member.ContainingType;

    /// <summary>How many parameters the static form has in front of the member's own.</summary>
    public static int ReceiverCount(IMethodSymbol member) => IsBlock(member.ContainingType) && !member.IsStatic ? 1 : 0;

    private static bool Matches(IMethodSymbol method, IMethodSymbol candidate)
    {
        if (!candidate.IsStatic || candidate.Parameters.Length != method.Parameters.Length + ReceiverCount(method))
            return false;
        return method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
            ? candidate.DeclaringSyntaxReferences.Any(other => other.SyntaxTree == reference.SyntaxTree && other.Span == reference.Span)
            : method.Parameters.Zip(candidate.Parameters.Skip(ReceiverCount(method)), (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(same => same);
    }
}
