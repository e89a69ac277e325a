namespace Differentiable.Benchmarks.Ratios.Programs;

internal static partial class LinearAlgebra
{
    /// <summary>The squared norm of a matrix, stored by rows, times a vector.</summary>
    [Differentiable]
    public static double SquaredNorm(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector)
    {
        int columns = vector.Length;
        int rows = matrix.Length / columns;
        double norm = 0;
        for (int row = 0; row < rows; row++)
        {
            double product = 0;
            for (int column = 0; column < columns; column++)
                product += matrix[row * columns + column] * vector[column];
            norm += product * product;
        }
        return norm;
    }
}
