using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Interception;

/// <summary>What a file calls, by simple names: once a file, so that an edit costs a look at one.</summary>
internal static class CallNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> s_known = new();

    /// <summary>The calls of methods that go by one of these names.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxTree tree, HashSet<string> names, CancellationToken cancellation) => s_known.GetValue(tree, All).Overlaps(names)
        ? tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => NameOf(call) is { } name && names.Contains(name))
        : [];

    private static HashSet<string> All(SyntaxTree tree) => [.. tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Select(NameOf).OfType<string>()];

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
