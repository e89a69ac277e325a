namespace Differentiable.Tests.Testing.Engines;

/// <summary>A way to get the tangents of a function's outputs from those of its inputs.</summary>
internal abstract class TangentEngine
{
    public abstract string Name { get; }

    public abstract bool Supports(CorpusFunction function);

    /// <param name="function">The function.</param>
    /// <param name="arguments">Its arguments, which stay as they are.</param>
    /// <param name="direction">The tangents of its active inputs.</param>
    public abstract TangentRun Run(CorpusFunction function, object?[] arguments, double[] direction);

    public override string ToString() => Name;
}

/// <summary>What a run in forward mode gave.</summary>
/// <param name="Tangents">The tangents of the active outputs: of the result's components, then of references and storage in the parameters' order.</param>
/// <param name="Visible">Everything that the function itself gives and leaves, bit by bit; null where the engine does not give it.</param>
internal sealed record TangentRun(double[] Tangents, IEnumerable<object>? Visible);
