using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Interception;

/// <summary>Finds the calls of methods over tensors that are operations. Names are compared first; only what goes by one of them is bound.</summary>
internal static class OperationCalls
{
    /// <param name="compilation">The project.</param>
    /// <param name="own">The names of its own operations.</param>
    /// <param name="cancellation">Stops the work when the user types on.</param>
    public static InterceptionFile Find(Compilation compilation, ImmutableArray<string> own, CancellationToken cancellation)
    {
        EquatableArray<string> names = own.Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
        HashSet<string> all = [.. names, .. OperationNames.InReferences(compilation)];
        if (all.Count == 0 || !compilation.SyntaxTrees.Any(tree => InterceptionProblems.Allows(tree.Options)))
            return new(names, []);
        Dictionary<IMethodSymbol, List<string>> calls = new(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
            Find(compilation, tree, all, calls, cancellation);
        return new(names, calls.Select(pair => InterceptorLowering.Lower(pair.Key, pair.Value)).OrderBy(method => method.Call, StringComparer.Ordinal).ToEquatableArray());
    }

    private static void Find(Compilation compilation, SyntaxTree tree, HashSet<string> names, Dictionary<IMethodSymbol, List<string>> calls, CancellationToken cancellation)
    {
        SemanticModel? model = null;
        foreach (InvocationExpressionSyntax call in CallNames.Calls(tree, names, cancellation))
        {
            model ??= compilation.GetSemanticModel(tree);
            if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol called
                || (called.ReducedFrom ?? called).OriginalDefinition is not { } method
                || !OperationNames.IsOperation(method)
                || InterceptionProblems.OfMethod(method, compilation) is not null
                || model.GetInterceptableLocation(call, cancellation) is not { } location)
                continue;
            if (!calls.TryGetValue(method, out List<string> locations))
                calls[method] = locations = [];
            locations.Add(location.GetInterceptsLocationAttributeSyntax());
        }
    }
}
