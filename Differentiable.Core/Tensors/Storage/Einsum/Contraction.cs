using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// The sum of products of two tensors' elements over the axes whose letter both have and the result has not. Each letter stands in two of the three or in
/// all, so that the derivatives are contractions of the same kind.
/// </summary>
/// <param name="Left">The letters of the left operand's axes.</param>
/// <param name="Right">The letters of the right operand's axes.</param>
/// <param name="Result">The letters of the result's axes.</param>
internal sealed record Contraction(string Left, string Right, string Result)
{
    /// <summary>From the cotangent of the result and the right operand, the cotangent of the left one.</summary>
    public Contraction ToLeft => new(Result, Right, Left);

    /// <summary>From the cotangent of the result and the left operand, the cotangent of the right one.</summary>
    public Contraction ToRight => new(Result, Left, Right);

    private string Batch { get; } = Select(Left, label => Right.Contains(label) && Result.Contains(label));

    private string Summed { get; } = Select(Left, label => !Result.Contains(label));

    private string OnlyLeft { get; } = Select(Left, label => !Right.Contains(label));

    private string OnlyRight { get; } = Select(Right, label => !Left.Contains(label));

    /// <summary>The result, from one product of matrices for each index of the axes that all three have.</summary>
    public Tensor<T> Of<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T> => Arrange(Summed.Length == 0 ? Products(left, right) : AreOfVectors<T>() ? SumsOfVectors(left, right) : SumsOfMatrices(left, right), Batch + OnlyLeft + OnlyRight, Result);

    private Tensor<T> Products<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        string all = Batch + OnlyLeft + OnlyRight;
        return Elementwise.Combine(Arrange(left, Left, all), Arrange(right, Right, all), Arithmetic<T>.Multiply);
    }

    /// <summary>Would the matrices be one row and one column? Sums of <see cref="Half"/> need more digits than that has, which products of matrices have.</summary>
    private bool AreOfVectors<T>() => OnlyLeft.Length + OnlyRight.Length == 0 && typeof(T) != typeof(Half);

    /// <summary>In one pass over the elements.</summary>
    private Tensor<T> SumsOfVectors<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        string all = Batch + Summed;
        Tensor<T> products = Elementwise.Combine(Arrange(left, Left, all), Arrange(right, Right, all), Arithmetic<T>.Multiply);
        Shape batch = [.. products.Shape.Take(Batch.Length)];
        return Deferral.TrySum(products, batch, Sums<T>.Sum.Whole) ?? Sums<T>.Sum.Along(products, [.. Enumerable.Range(Batch.Length, Summed.Length)]).View(batch, 0, batch.Strides);
    }

    private Tensor<T> SumsOfMatrices<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<T> l = Arrange(left, Left, Batch + OnlyLeft + Summed), r = Arrange(right, Right, Batch + Summed + OnlyRight);
        Shape batch = [.. l.Shape.Take(Batch.Length)], rows = [.. l.Shape.Skip(Batch.Length).Take(OnlyLeft.Length)];
        Shape summed = [.. r.Shape.Skip(Batch.Length).Take(Summed.Length)], columns = [.. r.Shape.TakeLast(OnlyRight.Length)];
        Tensor<T> product = MatrixProduct.Of(Matrix(l, batch, rows, summed), Matrix(r, batch, summed, columns));
        Shape shape = [.. batch, .. rows, .. columns];
        return product.View(shape, 0, shape.Strides);
    }

    /// <summary>The axes in another order, with axes of length 1 for the letters that there are none for.</summary>
    private static Tensor<T> Arrange<T>(Tensor<T> x, string labels, string order)
        where T : unmanaged
    {
        int[] axes = [.. order.Select(label => labels.IndexOf(label))];
        return x.View([.. axes.Select(axis => axis < 0 ? 1 : x.Shape[axis])], 0, [.. axes.Select(axis => axis < 0 ? 0 : x.Strides[axis])]);
    }

    private static Tensor<T> Matrix<T>(Tensor<T> x, Shape batch, Shape rows, Shape columns)
        where T : unmanaged
    {
        Shape shape = [batch.FlattenedLength, rows.FlattenedLength, columns.FlattenedLength];
        return x.Dense().View(shape, 0, shape.Strides);
    }

    private static string Select(string labels, Func<char, bool> condition) => string.Concat(labels.Where(condition));
}
