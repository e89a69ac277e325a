using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>
/// Does a simple name that emitted code uses mean something else where the method stands? Types are asked one by one; what namespaces
/// and global usings say is the same for all methods of a namespace and kept with the compilation.
/// </summary>
internal sealed class HiddenNames
{
    private static readonly string[] s_emittedNames =
    [
        "Math", "MathF", "Half", "Span", "ReadOnlySpan", "Array", "ArgumentException", "ValueStack", "Workspace", "CheckpointSchedule", "Destination", "Shadow", "InlineArrays",
        .. NumericConstraints.Names,
    ];

    /// <summary>Names that only the members of methods over tensors use.</summary>
    private static readonly string[] s_namesOfTensors = ["Tensor", "TensorPullbacks", "Shape"];

    private static readonly ConditionalWeakTable<Compilation, HiddenNames> s_known = new();
    private static readonly ConditionalWeakTable<Compilation, HiddenNames> s_knownOfTensors = new();

    private readonly ConcurrentDictionary<INamespaceSymbol, bool> _namespaces = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly string[] _names;
    private readonly Lazy<bool> _inGlobalUsings;

    private HiddenNames(Compilation compilation, string[] names)
    {
        _compilation = compilation;
        _names = names;
        _inGlobalUsings = new Lazy<bool>(() => GlobalUsings().Any(IsClash));
    }

    public static bool AreAt(Compilation compilation, IMethodSymbol method) => s_known.GetValue(compilation, c => new(c, s_emittedNames)).AreAt(method);

    /// <summary>The same for the names that methods over tensors need besides.</summary>
    public static bool OfTensorsAreAt(Compilation compilation, IMethodSymbol method) => s_knownOfTensors.GetValue(compilation, c => new(c, s_namesOfTensors)).AreAt(method);

    private bool AreAt(IMethodSymbol method)
    {
        if (method.TypeParameters.Any(p => _names.Contains(p.Name)))
            return true;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (HasMember(type))
                return true;
        }
        return _inGlobalUsings.Value || _namespaces.GetOrAdd(method.ContainingNamespace, IsInNamespace);
    }

    private bool HasMember(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is { SpecialType: SpecialType.None }; ancestor = ancestor.BaseType)
        {
            if (_names.Any(name => !ancestor.GetMembers(name).IsEmpty))
                return true;
        }
        return type.TypeParameters.Any(p => _names.Contains(p.Name));
    }

    private bool IsInNamespace(INamespaceSymbol space)
    {
        for (INamespaceSymbol? outer = _compilation.GetCompilationNamespace(space); outer is not null; outer = outer.ContainingNamespace)
        {
            if (_names.Any(name => outer.GetMembers(name).Any(m => !IsOurs(m))))
                return true;
        }
        return false;
    }

    private IEnumerable<UsingDirectiveSyntax> GlobalUsings() => _compilation.SyntaxTrees
        .Select(tree => tree.GetRoot()).OfType<CompilationUnitSyntax>()
        .SelectMany(file => file.Usings.Where(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)));

    private bool IsClash(UsingDirectiveSyntax directive)
    {
        if (directive.Alias is { } alias)
            return _names.Contains(alias.Name.Identifier.ValueText);
        ISymbol? target = _compilation.GetSemanticModel(directive.SyntaxTree).GetSymbolInfo(directive.NamespaceOrType).Symbol;
        return target is INamespaceOrTypeSymbol container
            && _names.Any(name => container.GetTypeMembers(name).Any(m => !IsOurs(m)));
    }

    private static bool IsOurs(ISymbol symbol) => symbol is INamedTypeSymbol { ContainingType: null }
        && (TypeLowering.IsSystem(symbol.ContainingNamespace) || TypeLowering.IsNumerics(symbol.ContainingNamespace)
            || (symbol.ContainingNamespace.Name is "Runtime" or "Tensors" && Attributes.IsOurs(symbol.ContainingNamespace.ContainingNamespace)));
}
