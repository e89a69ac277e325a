using Differentiable.Tensors;

namespace Differentiable;

/// <summary>A run of a function that runs once more on the way back: both runs have to find the same variables, and draw the same random numbers.</summary>
internal abstract class RepeatableRun : IRecording
{
    /// <summary>The innermost one here; null where nothing will run again.</summary>
    public static RepeatableRun? Current => (RepeatableRun?)Array.FindLast(ActiveRecordings.Current ?? [], active => active.Recording is RepeatableRun)?.Recording;

    /// <summary>Did the function that runs here run before?</summary>
    public abstract bool IsAgain { get; }

    int IRecording.Count => 0;

    /// <summary>Where the numbers of a random tensor come from: from the generator that is given, or, in a function that runs again, from one that can be had again.</summary>
    /// <param name="random">The generator that is given.</param>
    /// <param name="isFirstValue">Is the tensor the first value of a variable, which will be there in the next run?</param>
    public static Random Source(Random random, bool isFirstValue = false) => Current is { } run ? new Random(run.Seed(random, isFirstValue)) : random;

    /// <summary>What one random tensor is made from.</summary>
    /// <inheritdoc cref="Source"/>
    public abstract int Seed(Random random, bool isFirstValue);

    public abstract void Access(TensorBase variable, TensorBase value);

    int IRecording.Find(TensorBase tensor) => -1;

    void IRecording.Append(Operation operation, TensorBase result, Inputs inputs, ReadOnlySpan<TensorBase> tensors) => throw new InvalidOperationException("What follows nothing cannot be told of operations.");
}
