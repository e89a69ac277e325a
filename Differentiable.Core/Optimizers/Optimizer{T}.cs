using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>Changes variables along their gradients, and remembers for each variable what it needs from step to step.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public abstract class Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ConditionalWeakTable<Variable<T>, T[][]> _states = [];

    private protected Optimizer(LearningRate learningRate) => LearningRate = learningRate;

    /// <summary>How far a step goes.</summary>
    public LearningRate LearningRate { get; set; }

    /// <summary>How many steps were made.</summary>
    public long Steps { get; private set; }

    /// <summary>How many numbers for each element are remembered.</summary>
    private protected abstract int StatesPerElement { get; }

    /// <summary>Makes a step.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="gradients">The gradient of what is to become small with respect to each; a variable whose gradient is null stays as it is.</param>
    /// <exception cref="InvalidOperationException">There is no gradient at all.</exception>
    /// <exception cref="ArgumentException">There are not as many gradients as variables, or a variable stands twice.</exception>
    /// <exception cref="ShapeMismatchException">A gradient has another shape than its variable.</exception>
    public void Apply(IReadOnlyList<Variable<T>> variables, IReadOnlyList<Tensor<T>?> gradients)
    {
        if (variables.Count != gradients.Count)
            throw new ArgumentException($"There are {variables.Count} variables and {gradients.Count} gradients. Give one for each variable; null leaves it as it is.", nameof(gradients));
        if (gradients.All(gradient => gradient is null))
            throw new InvalidOperationException("No variable has a gradient, so that nothing would be trained. Compute the loss inside of the recording; a layer has its variables only when it has seen an input.");
        for (int i = 0; i < variables.Count; i++)
            RequireFit(variables[i], gradients[i]);
        if (variables.Distinct().Count() < variables.Count)
            throw new ArgumentException("A variable stands twice among those that are trained, so that it would be changed twice.", nameof(variables));
        Steps++;
        T rate = T.CreateChecked(LearningRate.At(Steps - 1));
        for (int i = 0; i < variables.Count; i++)
        {
            if (gradients[i] is { } gradient)
                Apply(variables[i], gradient, rate);
        }
    }

    /// <summary>Computes the new elements of a variable.</summary>
    /// <param name="elements">The elements, which become the new ones.</param>
    /// <param name="gradient">Their gradient.</param>
    /// <param name="rate">How far the step goes.</param>
    /// <param name="states">What is remembered; zeros at first.</param>
    private protected abstract void Step(Span<T> elements, ReadOnlySpan<T> gradient, T rate, T[][] states);

    private static void RequireFit(Variable<T> variable, Tensor<T>? gradient)
    {
        if (gradient is not null && !gradient.Shape.Equals(variable.Shape))
            throw new ShapeMismatchException($"The variable \"{variable.Name}\" has the shape {variable.Shape}, its gradient {gradient.Shape}. They have to be the same.");
    }

    /// <summary>A number that keeps others from being divided by zero, and must not become zero itself.</summary>
    private protected static T Positive(double epsilon) => T.CreateChecked(epsilon) is var rounded && (rounded > T.Zero || epsilon == 0)
        ? rounded
        : throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, $"It has to be a positive number that is none of those which {typeof(T).Name} rounds to 0.");

    private void Apply(Variable<T> variable, Tensor<T> gradient, T rate)
    {
        T[][] states = _states.GetValue(variable, key => [.. Enumerable.Range(0, StatesPerElement).Select(_ => new T[key.FlattenedLength])]);
        T[] elements = variable.Peek();
        Step(elements, gradient.Now().Dense().DenseElements, rate, states);
        variable.Assign(Tensor.From(elements, variable.Shape));
    }
}
