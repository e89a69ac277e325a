using Differentiable.Tensors;

namespace Differentiable;

/// <summary>A pullback that the caller gave, as it runs: variables that it reads must still have the values that its function computed from.</summary>
/// <param name="name">What the operation is called in messages.</param>
/// <param name="values">What the function computed from.</param>
internal sealed class PullbackRun(string name, TensorBase[] values) : IRecording
{
    int IRecording.Count => 0;

    /// <summary>Runs a pullback. Where no variable is among what the function computed from, there is nothing to look at.</summary>
    public static TensorBase?[] Of(string name, TensorBase[] values, Func<TensorBase?[]> pullback)
    {
        if (!Array.Exists(values, value => value.Watched is IVariable))
            return pullback();
        ActiveRecording active = ActiveRecordings.Start(new PullbackRun(name, values));
        try
        {
            return pullback();
        }
        finally
        {
            ActiveRecordings.End(active);
        }
    }

    int IRecording.Find(TensorBase tensor) => -1;

    void IRecording.Access(TensorBase variable, TensorBase value)
    {
        if (Array.Exists(values, then => then.Watched == variable) && Array.IndexOf(values, value) < 0)
            throw new InvalidOperationException(
                $"The variable \"{((IVariable)variable).Name}\" was assigned since {name} computed from it, and its pullback reads it: the derivative there would be that at another value. Compute with the input that the function is given, or read what is captured before the pullback, var value = variable.Read().");
    }

    void IRecording.Append(Operation operation, TensorBase result, Inputs inputs, ReadOnlySpan<TensorBase> tensors) => throw new InvalidOperationException("What follows nothing cannot be told of operations.");
}
