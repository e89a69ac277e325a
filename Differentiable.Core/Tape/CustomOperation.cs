using Differentiable.Tensors;

namespace Differentiable;

/// <summary>
/// Functions as one operation whose derivative the caller gives. What the function computes is recorded as well, but its result does not depend on that: only the pullback may, and is
/// differentiated right then.
/// </summary>
/// <param name="name">What the operation is called in messages.</param>
internal sealed class CustomOperation(string name)
{
    /// <summary>Runs a function that says how its result is differentiated.</summary>
    /// <typeparam name="TInput">What the inputs are: tensors of one type, or of any.</typeparam>
    /// <typeparam name="T">The type of the result's elements.</typeparam>
    /// <param name="inputs">What it computes from.</param>
    /// <param name="declared">What it computes from besides.</param>
    /// <param name="function">From the inputs, the result and its pullback: a cotangent for each input, then for what was declared.</param>
    /// <exception cref="InvalidOperationException">It computes from another trainable variable, or from another tensor that is followed.</exception>
    public Tensor<T> Run<TInput, T>(TInput[] inputs, IReadOnlyList<TensorBase> declared, Func<TInput[], (Tensor<T> Value, Func<Tensor<T>, TensorBase?[]> Pullback)> function)
        where TInput : TensorBase
        where T : unmanaged
    {
        TInput[] values = Array.ConvertAll(inputs, input => (TInput)input.Given().Current);
        Captures captures = new([.. inputs, .. declared]);
        (Tensor<T> value, Func<Tensor<T>, TensorBase?[]> pullback) = captures.Run(isRecorded: true, () => function(values));
        if (captures.All is [var captured, ..])
            throw Undeclared(captured);
        TensorBase[] all = [.. values, .. declared.Select(variable => variable.Current)];
        return Recorder.Many(name, value.Given().Copy(), all, (operation: this, pullback, all), static (dy, kept, _) => kept.operation.PullBack(() => kept.pullback(dy), kept.all));
    }

    private InvalidOperationException Undeclared(TensorBase captured) => new(
        $"{name} computes from {(captured is IVariable variable ? $"the variable \"{variable.Name}\"" : $"a tensor of shape {captured.Shape} that is recorded")}, which is neither an input nor declared, so that its gradient would be lost. "
        + "Pass it as an input, use Gradient.CustomOfMany with captured: [...] and give its gradient too, or cut it off with Tensor.StopGradient.");

    private TensorBase?[] PullBack(Func<TensorBase?[]> pullback, TensorBase[] inputs)
    {
        TensorBase?[] cotangents = PullbackRun.Of(name, inputs, pullback);
        if (cotangents.Length != inputs.Length)
            throw new ArgumentException($"The pullback of {name} gives too {(cotangents.Length < inputs.Length ? "few" : "many")} gradients: {cotangents.Length} for {inputs.Length} inputs. Give one for each; null stands for zero.");
        for (int i = 0; i < inputs.Length; i++)
        {
            if (cotangents[i] is { } cotangent)
                RequireFit(cotangent, inputs[i], i);
        }
        return cotangents;
    }

    private void RequireFit(TensorBase cotangent, TensorBase input, int number)
    {
        if (!input.IsReal)
            throw new ArgumentException($"The pullback of {name} gives a gradient for input {number}, whose elements are of type {input.ElementType.Name}, which has no derivatives. Give null.");
        if (cotangent.ElementType != input.ElementType)
            throw new ArgumentException($"The pullback of {name} gives a gradient of type {cotangent.ElementType.Name} for input {number} of type {input.ElementType.Name}. They have to be the same; use Tensor.Cast.");
        if (!cotangent.Shape.Equals(input.Shape))
            throw new ShapeMismatchException($"The pullback of {name} gives a gradient of shape {cotangent.Shape} for input {number} of shape {input.Shape}. They have to be the same.");
    }
}
