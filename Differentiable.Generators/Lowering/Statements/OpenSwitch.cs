using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>A <c>switch</c> statement that is being lowered.</summary>
/// <param name="Choice">The statement.</param>
/// <param name="Label">The region that <c>break</c> leaves.</param>
/// <param name="Cleanups">How many cleanups there are around it.</param>
internal sealed record OpenSwitch(ISwitchOperation Choice, int Label, int Cleanups)
{
    /// <summary>The sections that the code is in, innermost last: more than one behind a <c>goto case</c>.</summary>
    public Stack<OpenSection> Open { get; } = new();
}

/// <summary>A section that is being lowered.</summary>
/// <param name="Section">The section.</param>
internal sealed record OpenSection(ISwitchCaseOperation Section)
{
    /// <summary>The sections that are jumped to out of a loop or a <c>try</c> in it, each with the label of the region that such a jump leaves: they stand behind it.</summary>
    public List<(ISwitchCaseOperation Target, int Label)> Behind { get; } = [];
}
