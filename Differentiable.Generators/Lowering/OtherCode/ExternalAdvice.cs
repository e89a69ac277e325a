using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Lowering.Calls;
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
        bool isQuestion = member.MethodKind is MethodKind.PropertyGet or MethodKind.UserDefinedOperator && Purity.IsHarmless(member.ReturnType);
        if (isQuestion)
            return "write it with the fields of the struct" + (ChangedStructs.MayBeChangedBy(member) ? ", or say in its declaration that it is 'readonly' where it is yours" : "");
        return IsOfPlatform(member)
            ? "write the formula with the fields of the struct, or give it a rule in a method that is marked [DerivativeOf]"
            : "write the formula with the fields of the struct, give it a rule in a method that is marked [DerivativeOf], or mark it [Differentiable] where it is yours";
    }

    /// <summary>What gives an extension property without source a derivative, as it is written in messages; empty for anything else.</summary>
    public static string ForExtension(IPropertySymbol property) => ExtensionBlocks.IsBlock(property.ContainingType) && property is { GetMethod: { } getter, DeclaringSyntaxReferences.IsEmpty: true }
        ? $", which is no method of this project (a rule for it is marked [DerivativeOf(typeof({ExtensionBlocks.TypeOf(property).Name}), \"{getter.Name}\")])"
        : "";

    private static string? FirstSettable(INamedTypeSymbol type) => type.GetMembers().FirstOrDefault(IsSettable)?.Name;

    private static bool IsSettable(ISymbol member) => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } and (
        IFieldSymbol { IsReadOnly: false } or IPropertySymbol { IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public });

    private static bool IsOfPlatform(ISymbol called) =>
        called.ContainingAssembly is { Name: var name } && (name is "System" or "mscorlib" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal));
}
