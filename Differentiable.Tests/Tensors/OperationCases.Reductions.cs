using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

public static partial class OperationCases
{
    private static OperationCase[] MoreReductions =>
    [
        new("Sum(x, [0, 1]) of three axes", x => Tensor.Sum(x, [0, 1]), [2, 3, 2]),
        new("Sum(x, [1, 3])", x => Tensor.Sum(x, [1, 3]), [2, 3, 2, 3]),
        new("BroadcastTo(x, its own shape)", x => Tensor.BroadcastTo(x, [2, 3]), [2, 3]),
        new("Product(x)", Tensor.Product, [2, 3]),
        new("Product(x, [0])", x => Tensor.Product(x, [0]), [5, 3]),
        new("Product(x, [-1], keepDimensions)", x => Tensor.Product(x, [-1], keepDimensions: true), [2, 7]),
        new("Product of zeros", x => Tensor.Product(x * Tensor.Create([0.0, 1, 0, 1, 1, 0, 1, 1, 1], [3, 3]), [1]), [3, 3]),
        new("Max(x)", Tensor.Max, [2, 3]),
        new("Max(x, [0])", x => Tensor.Max(x, [0]), [4, 3]),
        new("Min(x, [0, 2], keepDimensions)", x => Tensor.Min(x, [0, 2], keepDimensions: true), [2, 3, 4]),
        new("Variance(x)", Tensor.Variance, [2, 3]),
        new("Variance(x, [0])", x => Tensor.Variance(x, [0]), [4, 3]),
        new("StdDev(x, [1], keepDimensions)", x => Tensor.StdDev(x, [1], keepDimensions: true), [2, 4]),
        new("Norm(x)", Tensor.Norm, [2, 3]),
        new("Norm(x, [0])", x => Tensor.Norm(x, [0]), [4, 3]),
        new("LogSumExp(x)", Tensor.LogSumExp, [2, 3]),
        new("LogSumExp(x, [0], keepDimensions)", x => Tensor.LogSumExp(x, [0], keepDimensions: true), [4, 3]),
        new("CumulativeSum(x)", x => Tensor.CumulativeSum(x), [4, 3]),
        new("CumulativeSum(x, -1, exclusive)", x => Tensor.CumulativeSum(x, -1, exclusive: true), [2, 5]),
        new("CumulativeSum(x, 1, reverse)", x => Tensor.CumulativeSum(x, 1, reverse: true), [2, 3, 2]),
        new("CumulativeProduct(x)", x => Tensor.CumulativeProduct(x), [5, 2]),
        new("CumulativeProduct(x, -1, exclusive)", x => Tensor.CumulativeProduct(x, -1, exclusive: true), [2, 4]),
        new("CumulativeProduct(x, 1, exclusive, reverse)", x => Tensor.CumulativeProduct(x, 1, exclusive: true, reverse: true), [2, 3, 2]),
        new("CumulativeProduct of one", x => Tensor.CumulativeProduct(x, 1, exclusive: true) * x, [3, 1]),
        new("CumulativeProduct of zeros", x => Tensor.CumulativeProduct(x * Tensor.Create([1.0, 0, 1, 0, 1], [5])), [5]),
    ];
}
