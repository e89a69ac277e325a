namespace Differentiable;

/// <summary>One operation on one tape.</summary>
/// <param name="Operation">What ran.</param>
/// <param name="Result">The slot of its result.</param>
/// <param name="Inputs">The slots of its inputs.</param>
internal readonly record struct Step(Operation Operation, int Result, Inputs Inputs);
