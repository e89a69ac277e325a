using Differentiable;

namespace OptionGreeks;

/// <summary>Correlations, packed: those below the diagonal, row by row.</summary>
internal static partial class Correlation
{
    public static int CountFor(int assets) => assets * (assets - 1) / 2;

    /// <summary>The lower triangle L with <c>L Lᵀ</c> the matrix of correlations, row by row; the upper one is left as it is.</summary>
    /// <remarks>An ordinary method: the derivatives with respect to the correlations come through its loops.</remarks>
    [Differentiable]
    public static void Cholesky(ReadOnlySpan<double> correlations, int assets, Span<double> factor)
    {
        int packed = 0;
        for (int row = 0; row < assets; row++)
        {
            double left = 1;
            for (int column = 0; column < row; column++)
            {
                double sum = correlations[packed + column];
                for (int k = 0; k < column; k++)
                    sum -= factor[row * assets + k] * factor[column * assets + k];
                double element = sum / factor[column * assets + column];
                factor[row * assets + column] = element;
                left -= element * element;
            }
            factor[row * assets + row] = Math.Sqrt(left);
            packed += row;
        }
    }
}
