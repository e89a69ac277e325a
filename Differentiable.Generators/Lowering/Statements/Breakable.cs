namespace Differentiable.Generators.Lowering.Statements;

/// <summary>What the code is in that a jump without a label may leave: a loop, or a <c>switch</c>.</summary>
/// <param name="Exit">The region that <c>break</c> leaves; null for the innermost <see cref="Ir.Loop"/>.</param>
/// <param name="Next">The region that <c>continue</c> leaves; null for a round of that loop.</param>
/// <param name="IsLoop">Is it one that <c>continue</c> speaks of?</param>
internal sealed record Breakable(int? Exit, int? Next, bool IsLoop)
{
    public static Breakable Loop { get; } = new(null, null, IsLoop: true);

    public static Breakable Switch(int exit) => new(exit, null, IsLoop: false);
}
