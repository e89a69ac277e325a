namespace Differentiable;

/// <summary>One operation on one tape: which slots it read and which it set.</summary>
/// <param name="Operation">What ran.</param>
/// <param name="Result">The slot of its result.</param>
/// <param name="First">The slot of the first input, or -1 where the tape does not follow it.</param>
/// <param name="Second">That of the second.</param>
/// <param name="More">Those of all inputs, where there are more.</param>
internal readonly record struct Step(Operation Operation, int Result, int First, int Second = -1, int[]? More = null)
{
    public int Count => More?.Length ?? 2;

    public int Input(int position) => More is { } more ? more[position] : position == 0 ? First : Second;
}
