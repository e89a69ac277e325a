namespace Differentiable.Generators.Lowering.Statements;

/// <summary>What has to run on every way out of a <c>try</c> or a <c>using</c>.</summary>
/// <param name="Code">A <c>finally</c> block, or the local whose value is disposed of.</param>
/// <param name="Breakables">How many loops and switches are around it.</param>
/// <param name="Inlined">How many inlined functions are around it.</param>
internal sealed record Cleanup(object Code, int Breakables, int Inlined);
