using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>Convolutions the other way.</content>
public static partial class OperationCases
{
    private static OperationCase[] TransposedConvolutions =>
    [
        new("Conv1DTranspose(x, y)", (x, y) => Tensor.Conv1DTranspose(x, y), [2, 3, 2], [2, 3, 2]),
        new("Conv1DTranspose(x, y) with gaps", (x, y) => Tensor.Conv1DTranspose(x, y, [3], lengths: [9]), [1, 3, 1], [2, 2, 1]),
        new("Conv2DTranspose(x, y)", (x, y) => Tensor.Conv2DTranspose(x, y), [1, 2, 3, 2], [2, 2, 1, 2]),
        new("Conv2DTranspose(x, y, 2, Same)", (x, y) => Tensor.Conv2DTranspose(x, y, [2], Padding.Same), [2, 2, 2, 1], [3, 3, 2, 1]),
        new("Conv2DTranspose(x, y) with all", (x, y) => Tensor.Conv2DTranspose(x, y, [1, 2], Padding.Valid, [2, 1], [4, 5]), [1, 2, 2, 1], [2, 2, 2, 1]),
        new("Conv3DTranspose(x, y)", (x, y) => Tensor.Conv3DTranspose(x, y), [1, 2, 1, 2, 2], [1, 2, 2, 1, 2]),
        new("Conv3DTranspose(x, y) with all", (x, y) => Tensor.Conv3DTranspose(x, y, [2, 1, 1], Padding.Same, [1, 1, 2]), [1, 2, 2, 3, 1], [2, 1, 2, 2, 1]),
    ];
}
