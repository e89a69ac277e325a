using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>Convolutions and pooling.</content>
public static partial class OperationCases
{
    private static OperationCase[] Windows =>
    [
        new("Conv1D(x, y)", (x, y) => Tensor.Conv1D(x, y), [2, 5, 2], [3, 2, 2]),
        new("Conv1D with strides", (x, y) => Tensor.Conv1D(x, y, strides: [2], padding: Padding.Same), [1, 6, 2], [3, 2, 1]),
        new("Conv1D dilated", (x, y) => Tensor.Conv1D(x, y, dilations: [2]), [1, 6, 1], [3, 1, 2]),
        new("Conv2D(x, y)", (x, y) => Tensor.Conv2D(x, y), [2, 4, 3, 2], [2, 2, 2, 3]),
        new("Conv2D of single elements", (x, y) => Tensor.Conv2D(x, y), [2, 2, 3, 2], [1, 1, 2, 3]),
        new("Conv2D beyond the edges", (x, y) => Tensor.Conv2D(x, y, padding: Padding.Same), [1, 4, 3, 2], [3, 2, 2, 2]),
        new("Conv2D with strides", (x, y) => Tensor.Conv2D(x, y, strides: [2, 1]), [1, 5, 4, 1], [2, 3, 1, 2]),
        new("Conv2D with strides beyond the edges", (x, y) => Tensor.Conv2D(x, y, strides: [2], padding: Padding.Same), [1, 5, 4, 2], [3, 3, 2, 1]),
        new("Conv2D that leaves elements out", (x, y) => Tensor.Conv2D(x, y, strides: [3]), [1, 5, 6, 1], [2, 2, 1, 1]),
        new("Conv2D dilated", (x, y) => Tensor.Conv2D(x, y, padding: Padding.Same, dilations: [2, 1]), [1, 5, 3, 1], [2, 2, 1, 2]),
        new("Conv2D with all", (x, y) => Tensor.Conv2D(x, y, [2, 1], Padding.Same, [1, 2]), [2, 5, 5, 2], [3, 2, 2, 2]),
        new("Conv1D in groups", (x, y) => Tensor.Conv1D(x, y, padding: Padding.Same, groups: 2), [2, 4, 4], [2, 2, 6]),
        new("Conv2D in groups", (x, y) => Tensor.Conv2D(x, y, groups: 2), [2, 3, 4, 4], [2, 2, 2, 2]),
        new("Conv2D by depth", (x, y) => Tensor.Conv2D(x, y, [2, 1], Padding.Same, [1, 2], groups: 3), [2, 4, 4, 3], [3, 2, 1, 6]),
        new("Conv3D(x, y)", (x, y) => Tensor.Conv3D(x, y), [1, 3, 4, 3, 2], [2, 2, 1, 2, 2]),
        new("Conv3D with all", (x, y) => Tensor.Conv3D(x, y, [2, 1, 1], Padding.Same, [1, 1, 2], groups: 2), [1, 3, 2, 4, 2], [2, 2, 2, 1, 2]),
        new("MaxPool3D(x, [2])", x => Tensor.MaxPool3D(x, [2]), [1, 4, 2, 3, 2]),
        new("AveragePool3D with overlaps", x => Tensor.AveragePool3D(x, [2, 3, 2], [1], Padding.Same), [1, 3, 4, 2, 2]),
        new("MaxPool1D(x, [2])", x => Tensor.MaxPool1D(x, [2]), [2, 5, 2]),
        new("MaxPool2D(x, [2])", x => Tensor.MaxPool2D(x, [2]), [2, 4, 4, 2]),
        new("MaxPool2D with overlaps", x => Tensor.MaxPool2D(x, [3, 2], [1], Padding.Same), [1, 4, 4, 2]),
        new("MaxPool2D of a step for each", x => Tensor.MaxPool2D(x, [2, 2], [1, 2]), [1, 4, 5, 1]),
        new("AveragePool1D(x, [2])", x => Tensor.AveragePool1D(x, [2]), [2, 5, 2]),
        new("AveragePool2D(x, [2])", x => Tensor.AveragePool2D(x, [2]), [2, 4, 4, 2]),
        new("AveragePool2D with overlaps", x => Tensor.AveragePool2D(x, [3, 2], [1], Padding.Same), [1, 4, 4, 2]),
        new("AveragePool2D of a step for each", x => Tensor.AveragePool2D(x, [2, 2], [1, 2], Padding.Same), [1, 4, 5, 1]),
    ];
}
