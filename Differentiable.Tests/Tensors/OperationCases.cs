using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>The operations, each with shapes that it has to cope with. All tests of <see cref="OperationTests"/> run on all of them.</summary>
public static partial class OperationCases
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, OperationCase> All { get; } =
        new[]
        {
            Arithmetic, Functions, MoreFunctions, Activations, MoreActivations, Losses, Reductions, MoreReductions, Shapes, PartsAndPlaces, Products, Contractions, LinearAlgebra,
            Windows, Selections, SegmentsAndBands, Ellipses, SpecialFunctions, TransposedConvolutions, Decompositions,
        }.SelectMany(cases => cases).ToDictionary(operation => operation.Name);

    private static OperationCase[] Arithmetic =>
    [
        new("x + y", (x, y) => x + y, [2, 3], [2, 3]),
        new("x + row", (x, y) => x + y, [2, 3], [3]),
        new("column + row", (x, y) => x + y, [2, 1], [3]),
        new("scalar + x", (x, y) => x + y, [], [2, 3]),
        new("x - y", (x, y) => x - y, [4], [4]),
        new("x - column", (x, y) => x - y, [2, 3], [2, 1]),
        new("x * y", (x, y) => x * y, [2, 3], [2, 3]),
        new("x * scalar", (x, y) => x * y, [2, 3], []),
        new("middle * outer", (x, y) => x * y, [3, 1], [2, 1, 4]),
        new("x / y", (x, y) => x / y, [2, 3], [2, 3], 0.5, 2),
        new("row / x", (x, y) => x / y, [3], [2, 3], 0.5, 2),
        new("x % y", (x, y) => (x * 4.0) % y, [2, 3], [2, 3], 0.5, 2),
        new("row % x", (x, y) => -x % y, [3], [2, 3], 0.5, 2),
        new("x % 0.7", x => x % 0.7, [4]),
        new("5 % x", x => 5.0 % x, [4], 0.5, 2),
        new("-x", x => -x, [3]),
        new("Square(x)", Tensor.Square, [2, 2]),
        new("Abs(x)", Tensor.Abs, [5]),
        new("Max(x, y)", Tensor.Max, [2, 3], [2, 3]),
        new("Min(x, row)", Tensor.Min, [2, 3], [3]),
        new("Clamp(x, -1, 1)", x => Tensor.Clamp(x, -1.0, 1.0), [6]),
        new("Where(x > y, x, y * y)", (x, y) => Tensor.Where(x > y, x, y * y), [2, 3], [3]),
    ];

    private static OperationCase[] Functions =>
    [
        new("Exp(x)", Tensor.Exp, [2, 3]),
        new("ExpM1(x)", Tensor.ExpM1, [3]),
        new("Log(x)", Tensor.Log, [2, 3], 0.5, 3),
        new("LogP1(x)", Tensor.LogP1, [3], -0.5, 3),
        new("Sqrt(x)", Tensor.Sqrt, [3], 0.5, 3),
        new("Sin(x)", Tensor.Sin, [2, 2]),
        new("Cos(x)", Tensor.Cos, [2, 2]),
        new("Tan(x)", Tensor.Tan, [3], -1, 1),
        new("Asin(x)", Tensor.Asin, [3], -0.8, 0.8),
        new("Acos(x)", Tensor.Acos, [3], -0.8, 0.8),
        new("Atan(x)", Tensor.Atan, [3]),
        new("Sinh(x)", Tensor.Sinh, [3]),
        new("Cosh(x)", Tensor.Cosh, [3]),
        new("Tanh(x)", Tensor.Tanh, [3]),
        new("Pow(x, y)", Tensor.Pow, [2, 3], [3], 0.5, 2),
        new("Pow(x, 3)", x => Tensor.Pow(x, 3.0), [4]),
    ];

    private static OperationCase[] Activations =>
    [
        new("Sigmoid(x)", Tensor.Sigmoid, [2, 3]),
        new("Softplus(x)", Tensor.Softplus, [4]),
        new("Relu(x)", Tensor.Relu, [6]),
    ];

    private static OperationCase[] Reductions =>
    [
        new("Sum(x)", Tensor.Sum, [2, 3]),
        new("Sum(x, [0])", x => Tensor.Sum(x, [0]), [2, 3, 2]),
        new("Sum(x, [-1], keepDimensions)", x => Tensor.Sum(x, [-1], keepDimensions: true), [2, 3]),
        new("Sum(x, [0, 2])", x => Tensor.Sum(x, [0, 2]), [2, 3, 2]),
        new("Average(x)", Tensor.Average, [2, 3]),
        new("Average(x, [1])", x => Tensor.Average(x, [1]), [2, 3, 2]),
    ];

    private static OperationCase[] Shapes =>
    [
        new("Identity(x)", Tensor.Identity, [2, 3]),
        new("Reshape(x, 3, -1)", x => Tensor.Reshape(x, 3, -1), [2, 3]),
        new("PermuteDimensions(x, 2, 0, 1)", x => Tensor.PermuteDimensions(x, 2, 0, 1), [2, 3, 4]),
        new("Transpose(x)", Tensor.Transpose, [2, 3]),
        new("BroadcastTo(x, [4, 2, 3])", x => Tensor.BroadcastTo(x, [4, 2, 3]), [2, 1]),
        new("x[1]", x => x[1], [3, 2]),
        new("x[1.., ^1]", x => x[1.., ^1], [3, 4]),
        new("x[.., 1..3]", x => x[.., 1..3], [3, 4]),
        new("[x, y]", (x, y) => [x, y], [2], [2]),
        new("Stack([x, y, x], -1)", (x, y) => Tensor.Stack([x, y, x], -1), [2, 3], [2, 3]),
    ];

    private static OperationCase[] Products =>
    [
        new("MatMul(x, y)", Tensor.MatMul, [2, 3], [3, 4]),
        new("MatMul of batches", Tensor.MatMul, [5, 2, 3], [5, 3, 2]),
        new("MatMul of a batch and a matrix", Tensor.MatMul, [5, 2, 3], [3, 2]),
        new("MatMul of batches of batches", Tensor.MatMul, [2, 1, 2, 3], [3, 3, 2]),
    ];
}
