using System.Runtime.CompilerServices;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>The methods of the project that may run where code calls a virtual method, or one of an interface of one's own.</summary>
internal static class Implementations
{
    private static readonly ConditionalWeakTable<Compilation, INamedTypeSymbol[]> s_types = new();

    public static IEnumerable<IMethodSymbol> Of(LoweringContext context, IMethodSymbol method)
    {
        if (!Dispatch.MayBeAnother(method) || !CallsOut.IsOfUser(method))
            return [];
        INamedTypeSymbol[] types = s_types.GetValue(context.Model.Compilation, compilation => [.. TypesIn(compilation.Assembly.GlobalNamespace)]);
        return method.ContainingType.TypeKind == TypeKind.Interface
            ? types.Select(type => In(type, method.OriginalDefinition)).OfType<IMethodSymbol>()
            : types.SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>().Where(member => Overrides(member, method.OriginalDefinition));
    }

    /// <summary>All that may run where code calls the method, with code to read, where no other assembly can declare more; null where more may be declared, or some have no code.</summary>
    public static IReadOnlyList<IMethodSymbol>? AllOf(LoweringContext context, IMethodSymbol method)
    {
        if (!IsSeenHereAlone(method.ContainingType))
            return null;
        IReadOnlyList<IMethodSymbol> all = [.. Of(context, method)];
        return all.Count > 0 && all.All(one => InlinedCode.Of(context, one)?.Block is not null) ? all : null;
    }

    private static bool IsSeenHereAlone(INamedTypeSymbol type)
    {
        bool hasFriends = type.ContainingAssembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
        {
            if (around.DeclaredAccessibility == Accessibility.Private || (around.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && !hasFriends))
                return true;
        }
        return false;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol around) => around.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => TypesIn(member).Concat(member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type ? [type] : []));

    private static IMethodSymbol? In(INamedTypeSymbol type, IMethodSymbol method) =>
        type.AllInterfaces.FirstOrDefault(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, method.ContainingType)) is { } implemented
        && implemented.GetMembers(method.Name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)) is { } own
            ? type.FindImplementationForInterfaceMember(own) as IMethodSymbol
            : null;

    private static bool Overrides(IMethodSymbol member, IMethodSymbol method) =>
        member.OverriddenMethod is { } overridden && (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method) || Overrides(overridden, method));
}
