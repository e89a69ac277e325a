using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// Linear equations that have no solution or many, and share their matrices of full rank: with the smallest squares of errors, and among those of solutions. They are products with pseudoinverses A⁺, for the value, and their
/// transposes, for the derivatives (Golub and Pereyra, "The differentiation of pseudo-inverses and nonlinear least squares problems whose variables separate", 1973).
/// </summary>
internal sealed class ApproximateEquations<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tensor<T> _matrix;
    private readonly string _operation;
    private readonly bool _isTall;

    /// <summary>The factors of the matrices, or, if they are wide, of their transposes.</summary>
    private readonly Tensor<T> _q, _r;

    /// <exception cref="SingularMatrixException">A matrix has not full rank.</exception>
    public ApproximateEquations(Tensor<T> matrix, string operation)
    {
        (_matrix, _operation, _isTall) = (matrix, operation, Matrices.Require(matrix, operation).Shape[^2] >= matrix.Shape[^1]);
        (_q, _r) = QrFactors.Of(_isTall ? matrix : Matrices.Transposed(matrix), operation);
    }

    /// <summary><c>A⁺ right</c> or <c>(A⁺)ᵀ right</c>, differentiable with respect to both.</summary>
    public Tensor<T> Solve(Tensor<T> right, bool isTransposed)
    {
        right = right.Now();
        Tensor<T> x = _isTall != isTransposed
            ? TriangularSolution.Of(_r, MatrixProduct.Of(Matrices.Transposed(_q), right), isLower: false, _operation)
            : MatrixProduct.Of(_q, TriangularSolution.Of(Matrices.Transposed(_r), right, isLower: true, _operation));
        return Recorder.Many(_operation, x, [_matrix, right], (equations: this, x, right, isTransposed), static (dy, kept, inputs) =>
        {
            Tensor<T> dRight = kept.equations.Solve(dy, !kept.isTransposed);
            return
            [
                inputs.Needs(0) ? kept.equations.ToMatrix(dy, dRight, kept.right, kept.x, kept.isTransposed) : null,
                inputs.Needs(1) ? Tensor.SumTo(dRight, kept.right.Shape) : null,
            ];
        });
    }

    /// <summary>The cotangent of the matrix, from those of the solution and the right side, and these. One of both has a part that the matrix does not reach, unless it is square.</summary>
    public Tensor<T> ToMatrix(Tensor<T> dx, Tensor<T> dRight, Tensor<T> right, Tensor<T> x, bool isTransposed)
    {
        Tensor<T> matrix = isTransposed ? Tensor.Transpose(_matrix) : _matrix;
        Tensor<T> dMatrix = -Tensor.MatMul(dRight, Tensor.Transpose(x));
        if (matrix.Shape[^2] > matrix.Shape[^1])
            dMatrix += Tensor.MatMul(right - Tensor.MatMul(matrix, x), Tensor.Transpose(Solve(dRight, isTransposed)));
        else if (matrix.Shape[^2] < matrix.Shape[^1])
            dMatrix += Tensor.MatMul(Solve(x, !isTransposed), Tensor.Transpose(dx - Tensor.MatMul(Tensor.Transpose(matrix), dRight)));
        return Tensor.SumTo(isTransposed ? Tensor.Transpose(dMatrix) : dMatrix, _matrix.Shape);
    }
}
