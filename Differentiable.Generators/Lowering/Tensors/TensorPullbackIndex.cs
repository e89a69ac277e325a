using System.Runtime.CompilerServices;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>The pullbacks of operations on tensors, which the library marks with the operation and the input that they are for. Holds names alone.</summary>
internal sealed class TensorPullbackIndex
{
    private const string Home = "Differentiable.Tensors.TensorPullbacks", ShapeSuffix = "Shape";

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
    /// <param name="input">The name of the parameter.</param>
    /// <param name="parameters">The names of all of its parameters.</param>
    /// <param name="typeArguments">Its type arguments as C# writes them, where they have to be written.</param>
    public Pullback? Find(string operation, string input, IReadOnlyList<string> parameters, string typeArguments)
    {
        Entry? best = _entries[(operation, input)]
            .Where(entry => entry.Parameters.All(name => OperandOf(name, parameters) is not null))
            .OrderByDescending(entry => entry.Parameters.Length)
            .FirstOrDefault();
        if (best is null)
            return null;
        if (best.IsIdentity)
            return new(["", ""], [new PullbackOperand(PullbackOperandKind.Cotangent)]) { IsBroadcast = best.IsBroadcast };
        List<string> text = [.. best.Parameters.Select((_, i) => i == 0 ? $"TensorPullbacks.{best.Method}{typeArguments}(" : ", "), ")"];
        return new(text, best.Parameters.Select(name => OperandOf(name, parameters)!).ToEquatableArray()) { IsBroadcast = best.IsBroadcast };
    }

    private static PullbackOperand? OperandOf(string name, IReadOnlyList<string> parameters)
    {
        if (name == "dy")
            return new(PullbackOperandKind.Cotangent);
        if (IndexOf(name, parameters) is >= 0 and var index)
            return new(PullbackOperandKind.Argument, index);
        if (name == "y")
            return new(PullbackOperandKind.Value);
        return name.EndsWith(ShapeSuffix, StringComparison.Ordinal) && IndexOf(name.Substring(0, name.Length - ShapeSuffix.Length), parameters) is >= 0 and var of
            ? new(PullbackOperandKind.Shape, of)
            : null;
    }

    private static int IndexOf(string name, IReadOnlyList<string> parameters)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] == name)
                return i;
        }
        return -1;
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
