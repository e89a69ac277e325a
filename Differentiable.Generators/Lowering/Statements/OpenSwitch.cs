using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>A <c>switch</c> statement that is being lowered.</summary>
/// <param name="Choice">The statement.</param>
/// <param name="Label">The region that <c>break</c> leaves.</param>
/// <param name="Cleanups">How many cleanups there are around it.</param>
internal sealed record OpenSwitch(ISwitchOperation Choice, int Label, int Cleanups)
{
    /// <summary>The sections that the code is in, innermost last: more than one behind a <c>goto case</c>.</summary>
    public Stack<ISwitchCaseOperation> Open { get; } = new();
}
