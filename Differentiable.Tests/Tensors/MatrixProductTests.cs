using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Products of matrices of all sizes, however they lie in storage, against three loops.</summary>
public class MatrixProductTests
{
    /// <summary>Around the edges of tiles, of what is summed at once, of what is packed and of blocks.</summary>
    public static TheoryData<int, int, int> Sizes
    {
        get
        {
            TheoryData<int, int, int> sizes = new() { { 121, 100, 130 }, { 130, 257, 100 }, { 1925, 20, 33 }, { 33, 20, 1925 }, { 1, 1100, 500 }, { 500, 1100, 1 } };
            foreach (int rows in new[] { 1, 2, 3, 5, 7, 11, 12, 13, 25, 31 })
            {
                foreach (int columns in new[] { 1, 2, 7, 8, 15, 16, 17, 32, 33, 65 })
                    sizes.Add(rows, rows * columns % 3 == 0 ? 400 : (rows + columns) % 7, columns);
            }
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_product_is_that_of_three_loops(int rows, int depth, int columns)
    {
        AssertProduct<float>(rows, depth, columns, 3e-7);
        AssertProduct<double>(rows, depth, columns, 1e-15);
    }

    [Theory]
    [InlineData(3, 4, 5)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 3)]
    [InlineData(17, 40, 33)]
    public void Other_numbers_have_products_too(int rows, int depth, int columns)
    {
        AssertProduct<Half>(rows, depth, columns, 1e-2);
        AssertProduct<int>(rows, depth, columns, 0);
        AssertProduct<long>(rows, depth, columns, 0);
        AssertProduct<byte>(rows, 3 * depth / 40, columns, 0);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        Tensor<float> left = Draw<float>(150, 800, 1), right = Draw<float>(800, 300, 2);
        int threads = Workers.Count;
        try
        {
            Workers.Count = 1;
            float[] alone = Tensor.MatMul(left, right).ToArray();
            Workers.Count = 5;
            Assert.Equal(alone, Tensor.MatMul(left, right).ToArray());
        }
        finally
        {
            Workers.Count = threads;
        }
    }

    [Fact]
    public void No_products_to_add_are_zero()
    {
        Assert.Equal(new float[6], Tensor.MatMul(Tensor.Zeros<float>([2, 0]), Tensor.Zeros<float>([0, 3])).ToArray());
        Assert.Equal([0, 3], Tensor.MatMul(Tensor.Zeros<float>([0, 2]), Tensor.Zeros<float>([2, 3])).Shape);
        Assert.Equal([4, 0, 3], Tensor.MatMul(Tensor.Zeros<float>([4, 0, 2]), Tensor.Zeros<float>([2, 3])).Shape);
        Assert.Equal(new float[24], Tensor.MatMul(Tensor.Zeros<float>([4, 2, 0]), Tensor.Zeros<float>([4, 0, 3])).ToArray());
        Assert.Equal(new float[24], Tensor.MatMul(Tensor.Zeros<float>([4, 2, 0]), Tensor.Zeros<float>([0, 3])).ToArray());
    }

    /// <summary>Tiles are filled up with zeros, and zero times infinity is NaN.</summary>
    [Theory]
    [InlineData(5, 7)]
    [InlineData(200, 171)]
    public void What_is_not_finite_stays_in_its_row_and_column(int size, int at)
    {
        float[] elements = new float[size * size];
        Array.Fill(elements, 1f);
        int spoilt = at % size;
        elements[(spoilt * size) + 2] = float.PositiveInfinity;
        Tensor<float> left = Tensor.From(elements, [size, size]), ones = Tensor.Ones<float>([size, size]);
        float[] byRow = Tensor.MatMul(left, ones).ToArray(), byColumn = Tensor.MatMul(ones, left).ToArray();
        for (int i = 0; i < byRow.Length; i++)
        {
            Assert.Equal(i / size == spoilt ? float.PositiveInfinity : size, byRow[i]);
            Assert.Equal(i % size == 2 ? float.PositiveInfinity : size, byColumn[i]);
        }
    }

    /// <summary>Each matrix of a batch as if it were alone; batches are broadcast.</summary>
    [Theory]
    [InlineData(new[] { 5 }, new[] { 5 }, 3, 4, 2)]
    [InlineData(new[] { 5 }, new int[0], 3, 4, 2)]
    [InlineData(new int[0], new[] { 4 }, 3, 4, 20)]
    [InlineData(new[] { 2, 1 }, new[] { 3 }, 3, 4, 5)]
    [InlineData(new[] { 70 }, new[] { 70 }, 24, 30, 40)]
    [InlineData(new[] { 2 }, new[] { 1 }, 130, 90, 100)]
    public void A_batch_has_the_products_of_its_matrices(int[] ofLeft, int[] ofRight, int rows, int depth, int columns)
    {
        Random random = new(5);
        Tensor<double> left = OperationCase.Draw(random, [.. ofLeft, rows, depth], -1, 1), right = OperationCase.Draw(random, [.. ofRight, depth, columns], -1, 1);
        Shape batch = Broadcasting.Combine([.. ofLeft], [.. ofRight], "batch");
        Tensor<double> lefts = Flat(left, batch), rights = Flat(right, batch);
        foreach ((Tensor<double> l, Tensor<double> r) in new[] { (left, right), (Turned(left), right), (left, Turned(right)), (Turned(left), Turned(right)) })
        {
            Tensor<double> product = Tensor.MatMul(l, r);
            Assert.Equal([.. batch, rows, columns], product.Shape);
            Tensor<double> products = Tensor.Reshape(product, [batch.FlattenedLength, rows, columns]);
            for (int i = 0; i < batch.FlattenedLength; i++)
                Assert.Equal(Tensor.MatMul(lefts[i], rights[i]).ToArray(), products[i].ToArray());
        }
    }

    private static void AssertProduct<T>(int rows, int depth, int columns, double tolerance)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<T> left = Draw<T>(rows, depth, 1), right = Draw<T>(depth, columns, 2);
        double[] expected = Expected(left.ToArray(), right.ToArray(), rows, depth, columns);
        T[] actual = Tensor.MatMul(left, right).ToArray();
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++)
            Assert.InRange(double.CreateChecked(actual[i]) - expected[i], -tolerance * (1 + depth), tolerance * (1 + depth));
        foreach ((Tensor<T> l, Tensor<T> r) in new[] { (Turned(left), right), (left, Turned(right)), (Spaced(left), Spaced(right)), (Turned(Spaced(left)), Spaced(right)) })
            Assert.Equal(actual, Tensor.MatMul(l, r).ToArray());
    }

    private static double[] Expected<T>(T[] left, T[] right, int rows, int depth, int columns)
        where T : unmanaged, INumberBase<T>
    {
        double[] result = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < depth; i++)
            {
                for (int column = 0; column < columns; column++)
                    result[(row * columns) + column] += double.CreateChecked(left[(row * depth) + i]) * double.CreateChecked(right[(i * columns) + column]);
            }
        }
        return result;
    }

    private static Tensor<T> Draw<T>(int rows, int columns, int seed)
        where T : unmanaged, INumberBase<T>
    {
        Random random = new(seed);
        return Tensor.From([.. Enumerable.Range(0, rows * columns).Select(_ => T.CreateTruncating(T.IsInteger(T.One / (T.One + T.One)) ? random.Next(3) : random.NextDouble() - 0.5))], [rows, columns]);
    }

    /// <summary>The same matrices, stored column by column.</summary>
    private static Tensor<T> Turned<T>(Tensor<T> x)
        where T : unmanaged => Tensor.Transpose(Tensor.From(Tensor.Transpose(x).ToArray(), Tensor.Transpose(x).Shape));

    /// <summary>The same matrix, every other element of a larger one.</summary>
    private static Tensor<T> Spaced<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Tensor.Stack<T>([x, x + x], 2)[.., .., 0];

    private static Tensor<double> Flat(Tensor<double> x, Shape batch) =>
        Tensor.Reshape(Tensor.BroadcastTo(x, [.. batch, x.Shape[x.Rank - 2], x.Shape[x.Rank - 1]]), [batch.FlattenedLength, x.Shape[x.Rank - 2], x.Shape[x.Rank - 1]]);
}
