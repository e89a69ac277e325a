using Differentiable.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>What can be done about code without a rule. What belongs to .NET itself is nobody's to mark.</summary>
internal static class ExternalAdvice
{
    /// <summary>The error about a call of a method, or a use of a property or an indexer.</summary>
    public static DiagnosticDescriptor For(ISymbol called) => IsOfPlatform(called) ? Descriptors.ExternalCallOfPlatform : Descriptors.ExternalCall;

    /// <summary>What to write instead of a member of a struct whose source is not part of the project.</summary>
    public static string ForStruct(IMethodSymbol member)
    {
        if (member.MethodKind == MethodKind.Constructor && FirstSettable(member.ContainingType) is { } name)
            return $"set its fields in an initializer, 'new {member.ContainingType.Name} {{ {name} = ... }}'";
        return IsOfPlatform(member)
            ? "write the formula with the fields of the struct, or give it a rule in a method that is marked [DerivativeOf]"
            : "write the formula with the fields of the struct, or mark it [Differentiable] where it is yours";
    }

    private static string? FirstSettable(INamedTypeSymbol type) => type.GetMembers().FirstOrDefault(IsSettable)?.Name;

    private static bool IsSettable(ISymbol member) => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } and (
        IFieldSymbol { IsReadOnly: false } or IPropertySymbol { IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public });

    private static bool IsOfPlatform(ISymbol called) =>
        called.ContainingAssembly is { Name: var name } && (name is "System" or "mscorlib" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal));
}
