using System.Globalization;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Signatures;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Declarations;

/// <summary>Where a method stands: its namespace, its types, and a unique name for the file that is generated for it.</summary>
internal static class ContainerLowering
{
    private static readonly SymbolDisplayFormat s_namespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static Container Lower(LoweringContext context)
    {
        IMethodSymbol method = context.Method;
        List<string> headers = [];
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            headers.Insert(0, Header(type));
        INamespaceSymbol space = method.ContainingNamespace;
        string name = space.IsGlobalNamespace ? "" : space.ToDisplayString(s_namespaceFormat);
        return new Container(name, headers, HiddenNames.AreAt(context.Model.Compilation, method), FileName(method, name))
        {
            VisibleTypes = VisibleTypes.Of(context).ToEquatableArray(),
            HidesTensorNames = HiddenNames.OfTensorsAreAt(context.Model.Compilation, method),
        };
    }

    public static string Accessibility(IMethodSymbol method) => method.DeclaredAccessibility switch
    {
        Microsoft.CodeAnalysis.Accessibility.Public => "public",
        Microsoft.CodeAnalysis.Accessibility.Internal => "internal",
        Microsoft.CodeAnalysis.Accessibility.Protected => "protected",
        Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal => "protected internal",
        Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };

    private static string Header(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        string parameters = type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(Declaration))}>";
        return $"{(type.IsStatic ? "static " : "")}partial {keyword} {Literals.Identifier(type.Name)}{parameters}";
    }

    /// <summary>The parts of an interface all say which way its type parameters vary.</summary>
    private static string Declaration(ITypeParameterSymbol parameter)
    {
        string variance = parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        };
        return variance + Literals.Identifier(parameter.Name);
    }

    private static string FileName(IMethodSymbol method, string space)
    {
        string name = method.Name;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            name = $"{type.MetadataName}.{name}";
        int position = PositionAmongNamesakes(method);
        string prefix = space.Length == 0 ? "" : space.Replace("@", "") + ".";
        string suffix = position == 0 ? "" : "." + (position + 1).ToString(CultureInfo.InvariantCulture);
        return prefix + name + suffix;
    }

    /// <summary>File names are compared without case, so a namesake differs from it at most in case.</summary>
    private static int PositionAmongNamesakes(IMethodSymbol method)
    {
        int position = 0;
        foreach (ISymbol member in method.ContainingType.GetMembers())
        {
            if (SymbolEqualityComparer.Default.Equals(member, method.PartialDefinitionPart ?? method))
                break;
            if (member is IMethodSymbol && string.Equals(member.Name, method.Name, StringComparison.OrdinalIgnoreCase))
                position++;
        }
        return position;
    }
}
