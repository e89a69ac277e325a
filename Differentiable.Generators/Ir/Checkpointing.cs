namespace Differentiable.Generators.Ir;

/// <summary>How a loop spreads its snapshots over its rounds.</summary>
internal enum CheckpointKind
{
    /// <summary>One each so many rounds.</summary>
    Every,

    /// <summary>One each so many rounds, the number being the square root of the rounds.</summary>
    SquareRoot,

    /// <summary>A given number of them, where binomial checkpointing puts them.</summary>
    Binomial,

    /// <summary>As <see cref="Binomial"/>, with as many snapshots as the number of rounds has binary digits.</summary>
    Logarithmic,
}

/// <summary>
/// The user's wish that the reverse sweep of a loop keeps snapshots of what the loop carries, and runs the rounds between them again. A
/// loop carries it through all passes as a property that <c>with</c> copies.
/// </summary>
/// <param name="Kind">How the snapshots are spread.</param>
/// <param name="Argument">The number of rounds or snapshots, evaluated once before the loop: a constant or a <see cref="Use"/>.</param>
internal sealed record Checkpointing(CheckpointKind Kind, Expr? Argument);
