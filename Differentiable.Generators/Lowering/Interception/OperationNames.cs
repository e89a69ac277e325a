using System.Runtime.CompilerServices;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Declarations;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Interception;

/// <summary>The names of methods over tensors that are operations: of the project itself as it lowers them, of its references as their assemblies say. Without any, nothing else is looked at.</summary>
internal static class OperationNames
{
    private const string AttributeName = "OperationMethodsAttribute";

    private static readonly ConditionalWeakTable<MetadataReference, IReadOnlyList<string>> s_known = new();

    public static IEnumerable<string> InReferences(Compilation compilation) =>
        compilation.References.SelectMany(reference => s_known.GetValue(reference, _ => In(compilation.GetAssemblyOrModuleSymbol(reference))));

    /// <summary>Is the method, which is called, an operation?</summary>
    public static bool IsOperation(IMethodSymbol method) => Attributes.IsDifferentiable(method) && Requests.Of(method).Has(DerivativeKinds.TensorOperation);

    private static IReadOnlyList<string> In(ISymbol? reference) => reference is IAssemblySymbol assembly && KnowsLibrary(assembly)
        ? [.. assembly.GetAttributes().Where(IsList).SelectMany(attribute => attribute.ConstructorArguments[0].Values).Select(name => name.Value).OfType<string>()]
        : [];

    private static bool KnowsLibrary(IAssemblySymbol assembly) => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => other.Name == "Differentiable.Core"));

    private static bool IsList(AttributeData attribute) => attribute.AttributeClass is { Name: AttributeName } type
        && type.ContainingNamespace is { Name: "Runtime" } space && Attributes.IsOurs(space.ContainingNamespace);
}
