using System.Diagnostics;
using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// A tensor whose value can be replaced by another one of the same shape: a parameter that is trained. It can be used wherever a tensor can, and stands for the
/// value that it has then. Tapes watch trainable variables as they are read. Reading from several threads is safe, also while another one assigns.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Variable<T> : Tensor<T>, IVariable
    where T : unmanaged, INumberBase<T>
{
    private static long s_last;

    private readonly long _order = Interlocked.Increment(ref s_last);
    private readonly Lock _lock = new();
    private VariableValue<T> _value;

    /// <summary>A variable.</summary>
    /// <param name="initialValue">Its first value, which decides its shape.</param>
    /// <param name="isTrainable">Do tapes watch it by themselves?</param>
    /// <param name="name">What it is called.</param>
    public Variable(Tensor<T> initialValue, bool isTrainable = true, string name = "variable")
        : base(initialValue.Given().Shape, [])
    {
        (IsTrainable, Name) = (isTrainable, name);
        _value = ValueOf(initialValue);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsTrainable { get; }

    long IVariable.Order => _order;

    /// <summary>The value that it has now, as a tensor that later assignments do not change. Recorded as an operation.</summary>
    public Tensor<T> Read() => Tensor.Identity(this);

    /// <summary>Replaces the value. Not an operation that tapes record: there is no derivative with respect to what is assigned.</summary>
    /// <param name="value">The new value, in the variable's shape.</param>
    /// <exception cref="ShapeMismatchException">The value has another shape.</exception>
    public void Assign(Tensor<T> value)
    {
        RequireShape(value.Given(), nameof(Assign));
        VariableValue<T> replacement = ValueOf(value);
        lock (_lock)
            _value = replacement;
    }

    /// <summary>Adds to the value; broadcast to the variable's shape.</summary>
    /// <param name="difference">What is added.</param>
    /// <exception cref="ShapeMismatchException">The sum would have another shape.</exception>
    public void AssignAdd(Tensor<T> difference) => Update(nameof(AssignAdd), difference, Arithmetic<T>.Add);

    /// <summary>Subtracts from the value; broadcast to the variable's shape.</summary>
    /// <param name="difference">What is subtracted.</param>
    /// <exception cref="ShapeMismatchException">The difference would have another shape.</exception>
    public void AssignSubtract(Tensor<T> difference) => Update(nameof(AssignSubtract), difference, Arithmetic<T>.Subtract);

    /// <summary>Name, type, shape and value.</summary>
    public override string ToString() => $"Variable \"{Name}\" = {TensorText.Write(_value)}";

    /// <summary>A copy of the elements, without a tape's noticing.</summary>
    internal T[] Peek() => _value.ToArray();

    internal override Tensor<T> Access()
    {
        VariableValue<T> value = _value;
        if (ActiveRecordings.Current is { } recordings)
        {
            foreach (ActiveRecording recording in recordings)
                recording.Access(this, value);
        }
        return value;
    }

    private void Update(string operation, Tensor<T> difference, BinaryKernel<T, T> kernel)
    {
        Tensor<T> operand = difference.Now();
        lock (_lock)
        {
            Tensor<T> value = Elementwise.Combine(_value, operand, kernel);
            RequireShape(value, operation);
            _value = ValueOf(value);
        }
    }

    private VariableValue<T> ValueOf(Tensor<T> value) => new(this, value.Now().Dense());

    private void RequireShape(Tensor<T> value, string operation)
    {
        if (!value.Shape.Equals(Shape))
            throw new ShapeMismatchException($"{operation}: the variable \"{Name}\" has the shape {Shape}, the value {value.Shape}. They have to be the same.");
    }
}
