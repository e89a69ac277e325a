using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>An operation on tensors with the inputs that it is tested on.</summary>
/// <param name="Name">What it is, as C# would say.</param>
/// <param name="Function">The operation.</param>
/// <param name="Shapes">The shapes of its inputs.</param>
/// <param name="Low">The smallest input.</param>
/// <param name="High">The greatest input.</param>
public sealed record OperationCase(string Name, Func<Tensor<double>[], Tensor<double>> Function, Shape[] Shapes, double Low = -2, double High = 2)
{
    /// <summary>An operation with one input.</summary>
    public OperationCase(string name, Func<Tensor<double>, Tensor<double>> function, Shape shape, double low = -2, double high = 2)
        : this(name, inputs => function(inputs[0]), [shape], low, high)
    {
    }

    /// <summary>An operation with two inputs.</summary>
    public OperationCase(string name, Func<Tensor<double>, Tensor<double>, Tensor<double>> function, Shape left, Shape right, double low = -2, double high = 2)
        : this(name, inputs => function(inputs[0], inputs[1]), [left, right], low, high)
    {
    }

    /// <summary>Inputs that are the same each time.</summary>
    public Tensor<double>[] Inputs()
    {
        Random random = new(Name.Length + Shapes.Length);
        return [.. Shapes.Select(shape => Draw(random, shape, Low, High))];
    }

    /// <summary>A tensor of random numbers.</summary>
    public static Tensor<double> Draw(Random random, Shape shape, double low, double high) =>
        Tensor.From([.. Enumerable.Range(0, shape.FlattenedLength).Select(_ => low + ((high - low) * random.NextDouble()))], shape);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
