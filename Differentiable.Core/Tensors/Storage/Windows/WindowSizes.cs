using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>What a caller says of windows: for each axis they are over, a number.</summary>
/// <param name="Lengths">How many elements a window takes.</param>
/// <param name="Strides">How far apart windows are.</param>
/// <param name="Dilations">How far apart the elements of a window are.</param>
internal sealed record WindowSizes(int[] Lengths, int[] Strides, int[] Dilations)
{
    /// <summary>One number for each axis.</summary>
    /// <param name="given">None stands for the default, one for the same along each axis.</param>
    /// <param name="defaults">What is meant by none.</param>
    /// <param name="operation">What asks.</param>
    /// <param name="name">What the caller's parameter is called.</param>
    public static int[] Spread(ReadOnlySpan<int> given, int[] defaults, string operation, [CallerArgumentExpression(nameof(given))] string name = "")
    {
        foreach (int number in given)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number, name);
        if (given.IsEmpty)
            return defaults;
        if (given.Length == 1)
            return [.. Enumerable.Repeat(given[0], defaults.Length)];
        return given.Length == defaults.Length
            ? given.ToArray()
            : throw new ArgumentException($"{operation}: there are {given.Length} {name} for {defaults.Length} axes. Give one for each, or one for all.", name);
    }

    /// <summary>Checks that the input has a batch, channels, and as many axes between them as there are numbers.</summary>
    public void Require(string operation, Shape input)
    {
        if (input.Rank != Lengths.Length + 2)
            throw new ArgumentException($"{operation}: the input's shape is {input}; it needs {Lengths.Length + 2} axes: the batch, {Lengths.Length} that the windows are over, and the channels.", nameof(input));
        if (Array.FindIndex(Lengths, length => length < 1) is >= 0 and var none)
            throw new ArgumentException($"{operation}: a window of shape {Shape.Create(Lengths)} has no elements along its axis {none}.");
    }

    /// <summary>How long an axis is that so many windows reach over; where they leave gaps, the last one is counted too.</summary>
    /// <param name="axis">Which of the axes.</param>
    /// <param name="count">How many windows there are.</param>
    /// <param name="padding">Do they reach beyond its ends?</param>
    public int Reach(int axis, int count, Padding padding)
    {
        int beyond = Math.Max(((Lengths[axis] - 1) * Dilations[axis]) + 1 - Strides[axis], 0);
        return checked((count * Strides[axis]) + (padding == Padding.Same ? 0 : beyond));
    }
}
