using Differentiable.Tensors;
using static Differentiable.Tensors.TensorPullbacks;

namespace Differentiable.Tests.Tensors;

/// <content>Reductions, shapes, parts, products and windows.</content>
public static partial class PullbackCases
{
    private static PullbackCase[] Reductions =>
    [
        Of("Sum(x)", nameof(TensorPullbacks.Sum), (dy, x, _) => TensorPullbacks.Sum(dy, x.Shape)),
        Of("Sum(x, [0, 2])", nameof(TensorPullbacks.Sum), (dy, x, _) => TensorPullbacks.Sum(dy, x.Shape, [0, 2], false)),
        Of("Sum(x, [-1], keepDimensions)", nameof(TensorPullbacks.Sum), (dy, x, _) => TensorPullbacks.Sum(dy, x.Shape, [-1], true)),
        Of("Average(x)", nameof(Average), (dy, x, _) => Average(dy, x.Shape)),
        Of("Average(x, [1])", nameof(Average), (dy, x, _) => Average(dy, x.Shape, [1], false)),
        OfBoth("Max(x)", nameof(Extreme), Extreme),
        Of("Max(x, [0])", nameof(Extreme), (dy, x, y) => Extreme(dy, x, y, [0], false)),
        Of("Min(x, [0, 2], keepDimensions)", nameof(Extreme), (dy, x, y) => Extreme(dy, x, y, [0, 2], true)),
        OfInput("Product(x)", nameof(Product), Product),
        Of("Product(x, [0])", nameof(Product), (dy, x, _) => Product(dy, x, [0], false)),
        Of("Product(x, [-1], keepDimensions)", nameof(Product), (dy, x, _) => Product(dy, x, [-1], true)),
        OfInput("Variance(x)", nameof(Variance), Variance),
        Of("Variance(x, [0])", nameof(Variance), (dy, x, _) => Variance(dy, x, [0], false)),
        new(new("StdDev(x)", Tensor.StdDev, [2, 3]), [nameof(StdDev)], (dy, x, _) => [StdDev(dy, x[0])]),
        Of("StdDev(x, [1], keepDimensions)", nameof(StdDev), (dy, x, _) => StdDev(dy, x, [1], true)),
        OfBoth("Norm(x)", nameof(Norm), Norm),
        Of("Norm(x, [0])", nameof(Norm), (dy, x, y) => Norm(dy, x, y, [0], false)),
        OfBoth("LogSumExp(x)", nameof(LogSumExp), LogSumExp),
        Of("LogSumExp(x, [0], keepDimensions)", nameof(LogSumExp), (dy, x, y) => LogSumExp(dy, x, y, [0], true)),
        Of("CumulativeSum(x, -1, exclusive)", nameof(CumulativeSum), (dy, _, _) => CumulativeSum(dy, -1, true, false)),
        Of("CumulativeSum(x, 1, reverse)", nameof(CumulativeSum), (dy, _, _) => CumulativeSum(dy, 1, false, true)),
        Of("CumulativeProduct(x)", nameof(CumulativeProduct), (dy, x, _) => CumulativeProduct(dy, x, 0, false, false)),
        Of("CumulativeProduct(x, -1, exclusive)", nameof(CumulativeProduct), (dy, x, _) => CumulativeProduct(dy, x, -1, true, false)),
        Of("CumulativeProduct(x, 1, exclusive, reverse)", nameof(CumulativeProduct), (dy, x, _) => CumulativeProduct(dy, x, 1, true, true)),
    ];

    private static PullbackCase[] Shapes =>
    [
        Of("Identity(x)", nameof(Identity), (dy, _, _) => Identity(dy)),
        new(new("Cast<double, double>(x)", Tensor.Cast<double, double>, [3]), [nameof(Cast)], (dy, _, _) => [Cast<double, double>(dy)]),
        Of("Reshape(x, 3, -1)", nameof(Reshape), (dy, x, _) => Reshape(dy, x.Shape)),
        Of("Squeeze(x)", nameof(Reshape), (dy, x, _) => Reshape(dy, x.Shape)),
        Of("Unsqueeze(x, -1)", nameof(Reshape), (dy, x, _) => Reshape(dy, x.Shape)),
        Of("Flatten(x, 1)", nameof(Reshape), (dy, x, _) => Reshape(dy, x.Shape)),
        Of("PermuteDimensions(x, 2, 0, 1)", nameof(PermuteDimensions), (dy, _, _) => PermuteDimensions(dy, [2, 0, 1])),
        new(new("PermuteDimensions(x, -1, 0, 1)", x => Tensor.PermuteDimensions(x, -1, 0, 1), [2, 3, 4]), [nameof(PermuteDimensions)], (dy, _, _) => [PermuteDimensions(dy, [-1, 0, 1])]),
        new(new("PermuteDimensions(x)", x => Tensor.PermuteDimensions(x), [2, 3, 4]), [nameof(PermuteDimensions)], (dy, _, _) => [PermuteDimensions(dy, [])]),
        Of("Transpose(x)", nameof(Transpose), (dy, _, _) => Transpose(dy)),
        Of("BroadcastTo(x, [4, 2, 3])", nameof(BroadcastTo), (dy, x, _) => BroadcastTo(dy, x.Shape)),
        Of("Reverse(x, 0, -1)", nameof(Reverse), (dy, _, _) => Reverse(dy, [0, -1])),
        Of("Diagonal(x)", nameof(Diagonal), (dy, x, _) => Diagonal(dy, x.Shape)),
        Of("Trace of a batch of oblongs", nameof(Trace), (dy, x, _) => Trace(dy, x.Shape)),
        Of("DiagonalMatrix(x)", nameof(DiagonalMatrix), (dy, _, _) => DiagonalMatrix(dy)),
    ];

    private static PullbackCase[] Parts =>
    [
        Of("x[1]", nameof(Slice), (dy, x, _) => Slice(dy, x.Shape, [1])),
        Of("x[1.., ^1]", nameof(Slice), (dy, x, _) => Slice(dy, x.Shape, [1.., ^1])),
        Of("Gather(x, a matrix of indices, 1)", nameof(Gather), (dy, x, _) => Gather(dy, x.Shape, [[2, 0], [1, 2], [0, 0]], 1)),
        Of("Gather(x, one index, -1)", nameof(Gather), (dy, x, _) => Gather(dy, x.Shape, 1, -1)),
        Of(
            "ScatterAdd(x, indices, y)",
            nameof(ScatterAddX),
            nameof(ScatterAddUpdates),
            (dy, _, _) => [ScatterAddX(dy), ScatterAddUpdates(dy, [2, 0, 2], 0)]),
        Of("Concatenate([x, y])", nameof(ConcatenatePart), nameof(ConcatenatePart), (dy, x, _) => [ConcatenatePart(dy, [x[0].Shape, x[1].Shape], 0, 0), ConcatenatePart(dy, [x[0].Shape, x[1].Shape], 1, 0)]),
        new(
            new("Stack([x, y])", x => Tensor.Stack<double>(x), [[2, 3], [2, 3]]), [nameof(StackPart), nameof(StackPart)], (dy, _, _) => [StackPart(dy, 0), StackPart(dy, 1)]),
        new(
            new("Stack([x, y], -1)", x => Tensor.Stack<double>(x, -1), [[2, 3], [2, 3]]), [nameof(StackPart), nameof(StackPart)], (dy, _, _) => [StackPart(dy, 0, -1), StackPart(dy, 1, -1)]),
        Of("Tile(x, 2, 3)", nameof(Tile), (dy, x, _) => Tile(dy, x.Shape, [2, 3])),
        Of(
            "ScatterMax(x, indices, y)",
            nameof(ScatterExtremeX),
            nameof(ScatterExtremeUpdates),
            (dy, x, y) => [ScatterExtremeX(dy, x[0], [2, 0, 2], x[1], 0, y), ScatterExtremeUpdates(dy, x[0], [2, 0, 2], x[1], 0, y)]),
        Of(
            "ScatterMin(x, a matrix of indices, y, 1)",
            nameof(ScatterExtremeX),
            nameof(ScatterExtremeUpdates),
            (dy, x, y) => [ScatterExtremeX(dy, x[0], [[2, 0], [2, 2]], x[1], 1, y), ScatterExtremeUpdates(dy, x[0], [[2, 0], [2, 2]], x[1], 1, y)]),
        Of("PadReflect(x, 2 and 1, 0 and 1)", nameof(PadReflect), (dy, x, _) => PadReflect(dy, x.Shape, [(2, 1), (0, 1)], false)),
        Of("PadReflect(x, far, with edges)", nameof(PadReflect), (dy, x, _) => PadReflect(dy, x.Shape, [(0, 0), (3, 5)], true)),
        Of("Pad(x, 1 and 2, 0 and 1)", nameof(Pad), (dy, x, _) => Pad(dy, x.Shape, [(1, 2), (0, 1)])),
    ];

    private static PullbackCase[] Products =>
    [
        Of("MatMul(x, y)", nameof(MatMulLeft), nameof(MatMulRight), (dy, x, _) => [MatMulLeft(dy, x[1]), MatMulRight(dy, x[0])]),
        Of("MatMul of batches of batches", nameof(MatMulLeft), nameof(MatMulRight), (dy, x, _) => [MatMulLeft(dy, x[1]), MatMulRight(dy, x[0])]),
        Of("Dot(x, y)", nameof(DotLeft), nameof(DotRight), (dy, x, _) => [DotLeft(dy, x[1]), DotRight(dy, x[0])]),
        Of("Cross(x, y)", nameof(CrossLeft), nameof(CrossRight), (dy, x, _) => [CrossLeft(dy, x[1]), CrossRight(dy, x[0])]),
        Of("Outer(x, y)", nameof(OuterLeft), nameof(OuterRight), (dy, x, _) => [OuterLeft(dy, x[1]), OuterRight(dy, x[0])]),
        Of("MatVec of a matrix and a batch", nameof(MatVecMatrix), nameof(MatVecVector), (dy, x, _) => [MatVecMatrix(dy, x[1]), MatVecVector(dy, x[0])]),
    ];

    private static PullbackCase[] LinearAlgebra =>
    [
        new(new("Cholesky(x)", x => Tensor.Cholesky((Tensor.Eye<double>(3) * 8) + x), [2, 3, 3]), [nameof(Cholesky)], (dy, _, y) => [Cholesky(dy, y)]),
        new(
            new("Solve(x, y) of a batch and one right side", Tensor.Solve, [2, 3, 3], [3, 2]),
            [nameof(SolveMatrix), nameof(SolveRight)],
            (dy, x, y) => [SolveMatrix(dy, x[0], y), SolveRight(dy, x[0])]),
        new(new("Inverse(x) as it is", Tensor.Inverse, [2, 3, 3]), [nameof(Inverse)], (dy, x, y) => [Inverse(dy, x[0], y)]),
        Of("Fft(x)", nameof(Fft), (dy, _, _) => Fft(dy)),
        Of("InverseFft(x)", nameof(InverseFft), (dy, _, _) => InverseFft(dy)) with { Tolerance = 1e-15 },
        Of("RealFft(x)", nameof(RealFft), (dy, x, _) => RealFft(dy, x.Shape)),
        Of("InverseRealFft(x, 5)", nameof(InverseRealFft), (dy, _, _) => InverseRealFft(dy, 5)) with { Tolerance = 1e-15 },
        Of("InverseRealFft(x, 4)", nameof(InverseRealFft), (dy, _, _) => InverseRealFft(dy, 4)) with { Tolerance = 1e-15 },
        OfInput("MatrixExponential(x)", nameof(MatrixExponential), MatrixExponential),
        new(new("Determinant(x) as it is", Tensor.Determinant, [2, 3, 3]), [nameof(Determinant)], (dy, x, y) => [Determinant(dy, x[0], y)]),
        Of(
            "SolveTriangular of a batch and one right side",
            nameof(SolveTriangularMatrix),
            nameof(SolveTriangularRight),
            (dy, x, y) => [SolveTriangularMatrix(dy, x[0], y, true), SolveTriangularRight(dy, x[0], true)]),
    ];

    private static PullbackCase[] Windows =>
    [
        Of(
            "Conv1D with strides",
            nameof(Conv1DInput),
            nameof(Conv1DFilters),
            (dy, x, _) => [Conv1DInput(dy, x[0].Shape, x[1], [2], Padding.Same, [], 1), Conv1DFilters(dy, x[0], x[1].Shape, [2], Padding.Same, [], 1)]),
        Of(
            "Conv2D with all",
            nameof(Conv2DInput),
            nameof(Conv2DFilters),
            (dy, x, _) => [Conv2DInput(dy, x[0].Shape, x[1], [2, 1], Padding.Same, [1, 2], 1), Conv2DFilters(dy, x[0], x[1].Shape, [2, 1], Padding.Same, [1, 2], 1)]),
        Of(
            "Conv2D by depth",
            nameof(Conv2DInput),
            nameof(Conv2DFilters),
            (dy, x, _) => [Conv2DInput(dy, x[0].Shape, x[1], [2, 1], Padding.Same, [1, 2], 3), Conv2DFilters(dy, x[0], x[1].Shape, [2, 1], Padding.Same, [1, 2], 3)]),
        Of(
            "Conv3D with all",
            nameof(Conv3DInput),
            nameof(Conv3DFilters),
            (dy, x, _) => [Conv3DInput(dy, x[0].Shape, x[1], [2, 1, 1], Padding.Same, [1, 1, 2], 2), Conv3DFilters(dy, x[0], x[1].Shape, [2, 1, 1], Padding.Same, [1, 1, 2], 2)]),
        Of("MaxPool3D(x, [2])", nameof(MaxPool3D), (dy, x, _) => MaxPool3D(dy, x, [2], [], Padding.Valid)),
        Of("AveragePool3D with overlaps", nameof(AveragePool3D), (dy, x, _) => AveragePool3D(dy, x.Shape, [2, 3, 2], [1], Padding.Same)),
        Of("MaxPool1D(x, [2])", nameof(MaxPool1D), (dy, x, _) => MaxPool1D(dy, x, [2], [], Padding.Valid)),
        Of("MaxPool2D with overlaps", nameof(MaxPool2D), (dy, x, _) => MaxPool2D(dy, x, [3, 2], [1], Padding.Same)),
        Of("AveragePool1D(x, [2])", nameof(AveragePool1D), (dy, x, _) => AveragePool1D(dy, x.Shape, [2], [], Padding.Valid)),
        Of("AveragePool2D with overlaps", nameof(AveragePool2D), (dy, x, _) => AveragePool2D(dy, x.Shape, [3, 2], [1], Padding.Same)),
    ];

    private static PullbackCase OfBoth(string operation, string method, Func<Tensor<double>, Tensor<double>, Tensor<double>, Tensor<double>> pullback) =>
        Of(operation, method, pullback);
}
