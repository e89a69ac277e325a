using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Differentiable.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Differentiable.Optimizers;

/// <summary>
/// Changes variables along their gradients, and remembers for each variable what it needs from step to step. With <see cref="Half"/>, a step is computed in single precision, what is remembered
/// stays in it, and the variable is rounded once.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public abstract partial class Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ConditionalWeakTable<Variable<T>, Array> _states = [];

    private protected Optimizer(LearningRate learningRate)
    {
        ArgumentNullException.ThrowIfNull(learningRate);
        LearningRate = learningRate;
    }

    /// <summary>How far a step goes.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public LearningRate LearningRate
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>How many steps were made.</summary>
    public long Steps { get; private set; }

    /// <summary>What the numbers that are remembered for each element are called.</summary>
    private protected abstract string[] StateNames { get; }

    /// <summary>Does an element without a gradient stay as it is, and are steps elementwise, so that the rows of a table that no one looked up may be left out?</summary>
    private protected virtual bool LeavesZerosAlone => false;

    private static bool IsOfHalves => typeof(T) == typeof(Half);

    /// <summary>Makes a step.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="gradients">The gradient of what is to become small with respect to each; a variable whose gradient is null stays as it is.</param>
    /// <exception cref="InvalidOperationException">There is no gradient at all.</exception>
    /// <exception cref="ArgumentException">There are not as many gradients as variables, or a variable stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate of the step is negative, infinite or NaN. Then nothing is changed.</exception>
    /// <exception cref="ShapeMismatchException">A gradient has another shape than its variable.</exception>
    public void Apply(IReadOnlyList<Variable<T>> variables, IReadOnlyList<Tensor<T>?> gradients)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(gradients);
        if (variables.Count != gradients.Count)
            throw new ArgumentException($"There are {variables.Count} variables and {gradients.Count} gradients. Give one for each variable; null leaves it as it is.", nameof(gradients));
        if (gradients.All(gradient => gradient is null))
            throw new InvalidOperationException("No variable has a gradient, so that nothing would be trained. Compute the loss inside of the recording; a layer has its variables only when it has seen an input.");
        for (int i = 0; i < variables.Count; i++)
            RequireFit(variables[i], gradients[i]);
        if (variables.Distinct().Count() < variables.Count)
            throw new ArgumentException("A variable stands twice among those that are trained, so that it would be changed twice.", nameof(variables));
        double rate = LearningRate.At(Steps);
        Steps++;
        for (int i = 0; i < variables.Count; i++)
        {
            if (gradients[i] is not { } gradient)
                continue;
            if (IsOfHalves)
                Apply<float>(variables[i], gradient, (float)rate);
            else
                Apply(variables[i], gradient, T.CreateChecked(rate));
        }
    }

    /// <summary>Computes the new elements of a variable.</summary>
    /// <typeparam name="TNumber">The type in which a step is computed.</typeparam>
    /// <param name="elements">The elements, which become the new ones.</param>
    /// <param name="gradient">Their gradient.</param>
    /// <param name="rate">How far the step goes.</param>
    /// <param name="states">What is remembered; zeros at first.</param>
    private protected abstract void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>;

    private static void RequireFit(Variable<T> variable, Tensor<T>? gradient)
    {
        if (gradient is not null && !gradient.Shape.Equals(variable.Shape))
            throw new ShapeMismatchException($"The variable \"{variable.Name}\" has the shape {variable.Shape}, its gradient {gradient.Shape}. They have to be the same.");
    }

    /// <summary>A number that keeps others from being divided by zero, in the type in which steps are computed.</summary>
    private protected static double Epsilon(double epsilon) => IsOfHalves ? Settings.Epsilon<float>(epsilon) : Settings.Epsilon<T>(epsilon);

    /// <summary>What makes the weights of a mean that began with zero add up to 1: in double precision, and of the number that is kept as it was rounded, so that they do so exactly.</summary>
    private protected TNumber ScaleOfMean<TNumber>(TNumber kept)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber> => TNumber.CreateChecked(1 / (1 - Math.Pow(double.CreateChecked(kept), Steps)));

    private void Apply<TNumber>(Variable<T> variable, Tensor<T> gradient, TNumber rate)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
    {
        TNumber[][] states = (TNumber[][])_states.GetValue(variable, key => Array.ConvertAll(StateNames, _ => new TNumber[key.FlattenedLength]));
        T[] elements = variable.Peek();
        if (gradient.Now() is RowSums<T> few && LeavesZerosAlone && !IsOfHalves && TNumber.IsFinite(rate))
            StepRows(elements, few, rate, states);
        else
            Step(elements, gradient.Now(), rate, states);
        variable.Assign(Tensor.From(elements, variable.Shape));
    }

    private void StepRows<TNumber>(T[] elements, RowSums<T> gradient, TNumber rate, TNumber[][] states)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
    {
        (int[] rows, T[] sums) = gradient.Distinct();
        int length = gradient.Shape.Strides[0];
        for (int i = 0; i < rows.Length; i++)
            Step(MemoryMarshal.Cast<T, TNumber>(elements.AsSpan(rows[i] * length, length)), MemoryMarshal.Cast<T, TNumber>(sums.AsSpan(i * length, length)), rate, states);
    }

    private void Step<TNumber>(T[] elements, Tensor<T> gradient, TNumber rate, TNumber[][] states)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
    {
        ReadOnlySpan<T> slopes = gradient.Dense().DenseElements;
        if (IsOfHalves)
        {
            TNumber[] wide = Converted<T, TNumber>(elements);
            Step(wide, Converted<T, TNumber>(slopes), rate, states);
            TensorPrimitives.ConvertTruncating<TNumber, T>(wide, elements);
        }
        else
            Step(MemoryMarshal.Cast<T, TNumber>(elements.AsSpan()), MemoryMarshal.Cast<T, TNumber>(slopes), rate, states);
    }

    private static TTo[] Converted<TFrom, TTo>(ReadOnlySpan<TFrom> numbers)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        TTo[] converted = new TTo[numbers.Length];
        TensorPrimitives.ConvertTruncating(numbers, converted);
        return converted;
    }
}
