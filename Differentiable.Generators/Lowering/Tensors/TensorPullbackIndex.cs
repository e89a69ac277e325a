using System.Runtime.CompilerServices;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>The pullbacks of operations on tensors, which the library marks with the operation and the input that they are for. Holds names alone.</summary>
internal sealed class TensorPullbackIndex
{
    private const string Home = "Differentiable.Tensors.TensorPullbacks";

    private static readonly ConditionalWeakTable<MetadataReference, TensorPullbackIndex> s_known = new();

    private readonly ILookup<(string Operation, string Input), Entry> _entries;

    private TensorPullbackIndex(INamedTypeSymbol? home) => _entries = (home?.GetMembers().OfType<IMethodSymbol>() ?? [])
        .SelectMany(EntriesOf)
        .ToLookup(entry => (entry.Operation, entry.Input));

    public static TensorPullbackIndex Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Home) is { } home && compilation.GetMetadataReference(home.ContainingAssembly) is { } library
            ? s_known.GetValue(library, _ => new(home))
            : new(null);

    /// <summary>The pullback for an input of an operation; null where there is none.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="input">Which of its arguments.</param>
    /// <param name="arguments">Under what names its arguments are known.</param>
    /// <param name="typeArguments">Its type arguments as C# writes them, where they have to be written.</param>
    public Pullback? Find(string operation, int input, IReadOnlyList<string> arguments, string typeArguments)
    {
        TensorPullbackNames names = new(arguments, input);
        Entry? best = _entries[(operation, names.Input)]
            .Where(entry => entry.Parameters.All(name => names.Find(name) is not null))
            .OrderByDescending(entry => entry.Parameters.Length)
            .FirstOrDefault();
        if (best is null)
            return null;
        if (best.IsIdentity)
            return new(["", ""], [new PullbackOperand(PullbackOperandKind.Cotangent)]) { IsBroadcast = best.IsBroadcast };
        PullbackText text = new($"TensorPullbacks.{best.Method}{typeArguments}(");
        for (int i = 0; i < best.Parameters.Length; i++)
            text.Text(i == 0 ? "" : ", ").Append(names.Find(best.Parameters[i])!);
        return text.Text(")").Build(best.IsBroadcast);
    }

    private static IEnumerable<Entry> EntriesOf(IMethodSymbol method) => method.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "PullbackOfAttribute")
        .Select(attribute => new Entry(
            (string)attribute.ConstructorArguments[0].Value!,
            (string)attribute.ConstructorArguments[1].Value!,
            method.Name,
            [.. method.Parameters.Select(parameter => parameter.Name)],
            Says(attribute, "IsBroadcast"),
            Says(attribute, "IsIdentity")));

    private static bool Says(AttributeData attribute, string name) => attribute.NamedArguments.Any(named => named.Key == name && named.Value.Value is true);

    private sealed record Entry(string Operation, string Input, string Method, string[] Parameters, bool IsBroadcast, bool IsIdentity);
}
