using Differentiable.Tensors;

namespace Differentiable;

/// <summary>
/// Tensors that generated code computes from others by way of numbers. What a number depends on, no tape can tell: such a tensor is said to depend on all that goes into the code, and to have no
/// derivative, so that none is lost without a word.
/// </summary>
internal static class NumberPassage
{
    [ThreadStatic]
    private static long s_count;

    /// <summary>The tensor as those know it that record.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="method">The method that the code was generated for.</param>
    /// <param name="sources">What it depends on; null for none.</param>
    public static Tensor<T> Marked<T>(Tensor<T> tensor, string method, ReadOnlySpan<TensorBase?> sources)
        where T : unmanaged
    {
        s_count++;
        if (ActiveRecordings.Current is null)
            return tensor;
        List<TensorBase> all = [tensor];
        foreach (TensorBase? source in sources)
        {
            if (source is not null)
                all.Add(source);
        }
        return Recorder.Many<T, string>($"derivatives of {method}", tensor.Copy(), [.. all], method, static (_, method, _) => throw NoSecond(method));
    }

    /// <summary>Is there such a tensor in what this computes? Nothing records it.</summary>
    /// <param name="pullback">A generated gradient.</param>
    public static bool IsIn(Func<TensorBase?[]> pullback)
    {
        ActiveRecording[]? around = ActiveRecordings.Current;
        long before = s_count;
        ActiveRecordings.Set(null);
        try
        {
            pullback();
            return s_count != before;
        }
        finally
        {
            ActiveRecordings.Set(around);
        }
    }

    private static GradientNotRegisteredException NoSecond(string method) => new(
        $"{method} goes from tensors to numbers and back, which tapes cannot follow: what is generated for it may not be differentiated again, nor forwards. Compute with scalar tensors in place of the numbers to have derivatives of any order and forwards.");
}
