namespace Differentiable.Generators.Lowering.Statements;

/// <summary>What has to run on every way out of a <c>try</c> or a <c>using</c>.</summary>
/// <param name="Code">A <c>finally</c> block, the call that disposes of a value, or what lowers the code of such a call.</param>
/// <param name="Breakables">How many loops and switches are around it.</param>
/// <param name="Inlined">How many inlined functions are around it.</param>
internal sealed record Cleanup(object Code, int Breakables, int Inlined);
