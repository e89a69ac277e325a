using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Linear equations that share their matrices: those for the value, and those of the transpose for the derivatives.</summary>
/// <param name="matrix">The matrices.</param>
/// <param name="factors">Their factors.</param>
/// <param name="operation">What they are solved for.</param>
internal sealed class Equations<T>(Tensor<T> matrix, LuFactors<T> factors, string operation)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LuFactors<T> _factors = factors.RequireRegular(operation);

    /// <exception cref="SingularMatrixException">A matrix is singular.</exception>
    public Equations(Tensor<T> matrix, string operation)
        : this(matrix, new LuFactors<T>(matrix, operation), operation)
    {
    }

    /// <summary>The X with <c>matrix X = right</c> or <c>matrixᵀ X = right</c>, differentiable with respect to both.</summary>
    public Tensor<T> Solve(Tensor<T> right, bool isTransposed)
    {
        right = right.Now();
        Tensor<T> x = _factors.Solve(right, Matrices.RequireEquations(matrix, right, operation), isTransposed);
        return Recorder.Many(operation, x, [matrix, right], (equations: this, x, right.Shape, isTransposed), static (dy, kept, inputs) =>
        {
            Tensor<T> dRight = kept.equations.Solve(dy, !kept.isTransposed);
            return
            [
                inputs.Needs(0) ? kept.equations.ToMatrix(dRight, kept.x, kept.isTransposed) : null,
                inputs.Needs(1) ? Tensor.SumTo(dRight, kept.Shape) : null,
            ];
        });
    }

    public Tensor<T> Inverse(bool isTransposed) => Solve(Tensor.Eye<T>(matrix.Shape[^1]), isTransposed);

    /// <summary>The cotangent of the matrix, from that of the right side and the solution.</summary>
    public Tensor<T> ToMatrix(Tensor<T> dRight, Tensor<T> x, bool isTransposed) =>
        Tensor.SumTo(-(isTransposed ? Tensor.MatMul(x, Tensor.Transpose(dRight)) : Tensor.MatMul(dRight, Tensor.Transpose(x))), matrix.Shape);
}
