using Differentiable.Tensors;

namespace Differentiable;

/// <summary>
/// Derivatives that come from a number to a tensor in generated code. What a number depends on, no tape can tell: where the gradient of an operation is itself differentiated, all of it is said to
/// depend on all that the operation does, and to have no derivative, so that none is lost without a word.
/// </summary>
internal static class NumberPassage
{
    [ThreadStatic]
    private static long s_count;

    /// <summary>A derivative comes from a number.</summary>
    public static void Note() => s_count++;

    /// <summary>Runs the generated gradient of an operation.</summary>
    /// <param name="name">What the operation is called.</param>
    /// <param name="sources">What the gradient depends on.</param>
    /// <param name="pullback">The gradient.</param>
    public static TensorBase?[] Run(string name, TensorBase[] sources, Func<TensorBase?[]> pullback)
    {
        long before = s_count;
        TensorBase?[] derivatives = pullback();
        return s_count == before ? derivatives : Array.ConvertAll(derivatives, derivative => derivative switch
        {
            Tensor<double> doubles => Refused(doubles, sources, name),
            Tensor<float> floats => Refused(floats, sources, name),
            Tensor<Half> halves => Refused(halves, sources, name),
            _ => derivative,
        });
    }

    /// <summary>Does a derivative come from a number while this runs? Nothing records it.</summary>
    /// <param name="pullback">A generated gradient.</param>
    public static bool IsIn(Func<TensorBase?[]> pullback)
    {
        IRecording[]? around = ActiveRecordings.Current;
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

    private static TensorBase Refused<T>(Tensor<T> derivative, TensorBase[] sources, string name)
        where T : unmanaged => Recorder.Many<T, string>($"the gradient of {name}", derivative, sources, name, static (_, name, _) => throw NoSecond(name));

    private static GradientNotRegisteredException NoSecond(string name) => new(
        $"{name} goes from tensors to numbers and back, which tapes cannot follow: as an operation it may be differentiated once, backwards. Compute with scalar tensors in place of the numbers to have derivatives of any order and forwards.");
}
