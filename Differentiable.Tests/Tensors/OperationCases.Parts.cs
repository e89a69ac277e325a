using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

public static partial class OperationCases
{
    private static OperationCase[] PartsAndPlaces =>
    [
        new("Gather(x, indices)", x => Tensor.Gather(x, [2, 0, 2, 2]), [3, 2]),
        new("Gather(x, a matrix of indices, 1)", x => Tensor.Gather(x, [[2, 0], [1, 2], [0, 0]], 1), [2, 3, 2]),
        new("Gather(x, one index, -1)", x => Tensor.Gather(x, 1, -1), [2, 3]),
        new("ScatterAdd(x, indices, y)", (x, y) => Tensor.ScatterAdd(x, [2, 0, 2], y), [3, 2], [3, 2]),
        new("ScatterAdd(x, indices, y * y, 1)", (x, y) => Tensor.ScatterAdd(x, [1, 1], y * y, 1), [2, 3], [2, 2]),
        new("Scatter(x, indices, y)", (x, y) => Tensor.Scatter(x, [2, 0], y), [3, 2], [2, 2]),
        new("Scatter(x * x, repeated indices, y * y, 1)", (x, y) => Tensor.Scatter(x * x, [[2, 0], [2, 2]], y * y, 1), [2, 3, 2], [2, 2, 2, 2]),
        new("ScatterMax(x, indices, y)", (x, y) => Tensor.ScatterMax(x, [2, 0, 2], y), [3, 2], [3, 2]),
        new("ScatterMin(x, a matrix of indices, y, 1)", (x, y) => Tensor.ScatterMin(x, [[2, 0], [2, 2]], y, 1), [2, 3, 2], [2, 2, 2, 2]),
        new("Concatenate([x, y])", (x, y) => Tensor.Concatenate([x, y]), [2, 3], [1, 3]),
        new("Concatenate([x, y, x * x], -1)", (x, y) => Tensor.Concatenate([x, y, x * x], -1), [2, 3], [2, 2]),
        new("Split(x, 3, 1)[1]", x => Tensor.Split(x, 3, 1)[1], [2, 6]),
        new("the product of Split(x, [1, 2, 1])", x => { Tensor<double>[] parts = Tensor.Split(x, [1, 2, 1]); return parts[0] * parts[1] * parts[2]; }, [4, 3]),
        new("the product of MeshGrid(x, y, x)", (x, y) => { Tensor<double>[] points = Tensor.MeshGrid(x, y, x); return points[0] * points[1] * points[2]; }, [2], [3]),
        new("Tile(x, 2, 3)", x => Tensor.Tile(x, 2, 3), [2, 3]),
        new("Pad(x, 1 and 2, 0 and 1)", x => Tensor.Pad(x, [(1, 2), (0, 1)], 7), [2, 3]),
        new("PadReflect(x, 2 and 1, 0 and 1)", x => Tensor.PadReflect(x, [(2, 1), (0, 1)]), [3, 2]),
        new("PadReflect(x, far, with edges)", x => Tensor.PadReflect(x, [(0, 0), (3, 5)], repeatsEdges: true), [2, 2]),
        new("Reverse(x)", x => Tensor.Reverse(x), [2, 3]),
        new("Reverse(x, 0)", x => Tensor.Reverse(x, 0), [3, 2]),
        new("Reverse(x, 0, -1)", x => Tensor.Reverse(x, 0, -1), [2, 3, 4]),
        new("Squeeze(x)", x => Tensor.Squeeze(x), [1, 3, 1]),
        new("Squeeze(x, -1)", x => Tensor.Squeeze(x, -1), [1, 3, 1]),
        new("Unsqueeze(x, -1)", x => Tensor.Unsqueeze(x, -1), [2, 3]),
        new("Flatten(x)", x => Tensor.Flatten(x), [2, 3]),
        new("DiagonalMatrix(x)", Tensor.DiagonalMatrix, [2, 3]),
        new("Flatten(x, 1)", x => Tensor.Flatten(x, 1), [2, 3, 4]),
    ];
}
