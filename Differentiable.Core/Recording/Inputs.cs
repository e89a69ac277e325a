namespace Differentiable;

/// <summary>The slots of an operation's inputs; -1 for those that are not followed.</summary>
/// <param name="First">Of the first.</param>
/// <param name="Second">Of the second, if there is one.</param>
/// <param name="More">Of all, where there may be more.</param>
internal readonly record struct Inputs(int First, int Second = -1, int[]? More = null)
{
    public int Count => More?.Length ?? 2;

    public int this[int position] => More is { } more ? more[position] : position == 0 ? First : Second;
}
