namespace Differentiable.Tests.Testing;

/// <summary>What a function gave: its result, and its arguments as it left them.</summary>
internal sealed record Primal(CorpusFunction Function, object? Result, object?[] Arguments)
{
    /// <summary>The active outputs: the result's components, then references and storage in the parameters' order.</summary>
    public double[] Outputs => [.. Reals.Of(Result), .. Reals.OfAll(Function.ActiveOutputs.Select(p => Arguments[p.Position]))];

    /// <summary>Everything that a caller can see, bit by bit.</summary>
    public IEnumerable<object> Bits => Testing.Bits.Of(Result).Concat(Arguments.SelectMany(Testing.Bits.Of));
}
