namespace Differentiable.Tests.Testing.Sampling;

/// <summary>Square matrices in any kind of storage.</summary>
internal static class Diagonal
{
    /// <summary>Adds twice the size to each diagonal element, which makes a matrix of elements below two dominant by its diagonal.</summary>
    public static void Strengthen(Array matrix)
    {
        int size = Size(matrix);
        for (int i = 0; i < size; i++)
            Add(matrix, i, size, 2 * size);
    }

    private static int Size(Array matrix) => matrix switch
    {
        double[] flat => (int)Math.Round(Math.Sqrt(flat.Length)),
        _ => matrix.GetLength(0),
    };

    private static void Add(Array matrix, int i, int size, double amount)
    {
        switch (matrix)
        {
            case double[] flat:
                flat[(i * size) + i] += amount;
                break;
            case double[,] rectangular:
                rectangular[i, i] += amount;
                break;
            case double[][] jagged:
                jagged[i][i] += amount;
                break;
        }
    }
}
