using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>Products of matrices of <see cref="Half"/>: computed in single precision, then rounded once.</summary>
internal static class HalfMatrices
{
    public static void Multiply(MatrixView<Half> left, MatrixView<Half> right, MatrixView<Half> result)
    {
        MatrixView<float> product = new(Arrays.Allocate<float>(result.Rows * result.Columns), 0, result.Rows, result.Columns);
        MatrixMultiplication.Multiply(Widen(left), Widen(right), product);
        TensorPrimitives.ConvertToHalf(product.Array, result.Array.AsSpan(result.Start, product.Array.Length));
    }

    private static MatrixView<float> Widen(MatrixView<Half> matrix)
    {
        Half[] elements = Arrays.Allocate<Half>(matrix.Rows * matrix.Columns);
        Strided.Copy(matrix.Array.AsSpan(matrix.Start), [matrix.RowStride, matrix.ColumnStride], [matrix.Rows, matrix.Columns], elements);
        float[] wide = Arrays.Allocate<float>(elements.Length);
        TensorPrimitives.ConvertToSingle(elements, wide);
        return new(wide, 0, matrix.Rows, matrix.Columns);
    }
}
