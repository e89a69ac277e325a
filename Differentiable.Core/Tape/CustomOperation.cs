using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Functions that run unrecorded, as one operation whose derivative the caller gives.</summary>
/// <param name="name">What the operation is called in messages.</param>
internal sealed class CustomOperation(string name)
{
    /// <summary>Runs a function that says how its result is differentiated.</summary>
    /// <param name="inputs">What it computes from.</param>
    /// <param name="declared">The variables that it reads besides.</param>
    /// <param name="function">From the inputs, the result and its pullback: a cotangent for each input, then for each declared variable.</param>
    /// <exception cref="InvalidOperationException">It reads another trainable variable.</exception>
    public Tensor<T> Run<T>(Tensor<T>[] inputs, IReadOnlyList<TensorBase> declared, Func<Tensor<T>[], (Tensor<T> Value, Func<Tensor<T>, TensorBase?[]> Pullback)> function)
        where T : unmanaged
    {
        Tensor<T>[] values = Array.ConvertAll(inputs, input => input.Now());
        AccessedVariables accessed = new();
        (Tensor<T> value, Func<Tensor<T>, TensorBase?[]> pullback) = accessed.Run(() => function(values));
        RequireDeclared(accessed, [.. inputs, .. declared]);
        TensorBase[] all = [.. values, .. declared.Select(variable => variable.Current)];
        return Recorder.Many(name, value.Copy(), all, (dy, _) => Checked(pullback(dy), all));
    }

    private void RequireDeclared(AccessedVariables accessed, TensorBase[] declared)
    {
        foreach (TensorBase variable in accessed.All)
        {
            if (Array.IndexOf(declared, variable) < 0)
                throw new InvalidOperationException($"{name} reads the variable \"{((IVariable)variable).Name}\", which is neither an input nor declared, so that its gradient would be lost. Pass it as an input, or use Gradient.CustomOfMany with variables: [...] and give its gradient too.");
        }
    }

    private TensorBase?[] Checked(TensorBase?[] cotangents, TensorBase[] inputs)
    {
        if (cotangents.Length != inputs.Length)
            throw new ArgumentException($"The pullback of {name} gives too {(cotangents.Length < inputs.Length ? "few" : "many")} gradients: {cotangents.Length} for {inputs.Length} inputs. Give one for each; null stands for zero.");
        for (int i = 0; i < inputs.Length; i++)
        {
            if (cotangents[i] is { } cotangent && !cotangent.Shape.Equals(inputs[i].Shape))
                throw new ShapeMismatchException($"The pullback of {name} gives a gradient of shape {cotangent.Shape} for input {i} of shape {inputs[i].Shape}. They have to be the same.");
        }
        return cotangents;
    }
}
