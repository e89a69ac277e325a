using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Declarations;

/// <summary>What was generated for a project: in the editor, and when diagnostics are reported, its compilation contains it, but not yet when derivatives are written.</summary>
internal static class GeneratedMembers
{
    public static bool Contain(ISymbol member, IAssemblySymbol project) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, project)
        && member.OriginalDefinition.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree.FilePath.Contains(Attributes.Generator));
}
