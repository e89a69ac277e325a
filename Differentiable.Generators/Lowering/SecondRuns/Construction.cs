using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>The code that runs where an object is made: its constructor, and what fields and properties are initialized with.</summary>
internal static class Construction
{
    public static IEnumerable<IOperation> Of(LoweringContext context, IMethodSymbol constructor)
    {
        if (InlinedCode.Of(context, constructor)?.Body is { } body)
            yield return body;
        for (INamedTypeSymbol? type = constructor.ContainingType; type is { DeclaringSyntaxReferences.IsEmpty: false }; type = type.BaseType)
        {
            foreach (SyntaxNode text in type.GetMembers().Where(member => member is { IsStatic: false } and (IFieldSymbol or IPropertySymbol)).Select(context.TextOf).OfType<SyntaxNode>())
            {
                if (StructConstructors.InitializerIn(text) is { } value && context.ModelOf(value.SyntaxTree).GetOperation(value, context.Cancellation) is { } initialized)
                    yield return initialized;
            }
        }
    }

    /// <summary>Is what it is derived from made without a seed?</summary>
    public static bool MayBeOfBase(IMethodSymbol constructor) => constructor.ContainingType.BaseType is { } parent && PlatformCode.MayDifferWhenMade(parent)
        && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ConstructorDeclarationSyntax { Initializer: { } initializer } => initializer.ArgumentList.Arguments.Count == 0,
            TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments.Count: > 0 }, ..] } => false,
            _ => true,
        };
}
