using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tests.Runtime;

public class ShadowTests
{
    [Fact]
    public void LikeHasTheShapeAndZeros()
    {
        Assert.Equal(new double[2, 3], Shadow.Like(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }));
        Assert.Equal(new float[0, 3], Shadow.Like(new float[0, 3]));
    }

    [Fact]
    public void LikeKeepsTheLengthsOfRowsAndMissingRows()
    {
        double[][] shadow = Shadow.Like<double>([[1, 2], null!, [], [3]]);
        Assert.Equal([[0, 0], null!, [], [0]], shadow);
    }

    [Fact]
    public void ClearSetsEveryStorageTypeToZero()
    {
        double[] vector = [1, 2, 3];
        Shadow.Clear(vector.AsSpan(1));
        Assert.Equal([1.0, 0.0, 0.0], vector);

        double[,] matrix = { { 1, 2 }, { 3, 4 } };
        Shadow.Clear(matrix);
        Assert.Equal(new double[2, 2], matrix);

        double[][] jagged = [[1, 2], null!, [3]];
        Shadow.Clear(jagged);
        Assert.Equal([[0, 0], null!, [0]], jagged);
    }

    [Fact]
    public void AddAddsEachElementOfEveryLength()
    {
        for (int length = 0; length < 40; length++)
        {
            AddsEachElement<double>(length);
            AddsEachElement<float>(length);
            AddsEachElement<Half>(length);
        }
    }

    [Fact]
    public void AddTakesMatricesAndJaggedArrays()
    {
        float[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        Shadow.Add(new float[,] { { 10, 20, 30 }, { 40, 50, 60 } }, matrix);
        Assert.Equal(new float[,] { { 11, 22, 33 }, { 44, 55, 66 } }, matrix);

        double[][] jagged = [[1], null!, [2, 3]];
        Shadow.Add<double>([[10], null!, [20, 30]], jagged);
        Assert.Equal([[11], null!, [22, 33]], jagged);
    }

    [Fact]
    public void AddToItselfDoubles()
    {
        double[] vector = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        Shadow.Add<double>(vector, vector);
        Assert.Equal([2, 4, 6, 8, 10, 12, 14, 16, 18], vector);
    }

    [Fact]
    public void AddOfAnotherShapeIsRefused()
    {
        Assert.Throws<ArgumentException>("to", () => Shadow.Add<double>(new double[2], new double[3]));
        Assert.Throws<ArgumentException>("to", () => Shadow.Add(new double[2, 3], new double[3, 2]));
        Assert.Throws<ArgumentException>("to", () => Shadow.Add<double>([[1]], [[1], [2]]));
        Assert.Throws<ArgumentException>("to", () => Shadow.Add<double>([[1]], [[1, 2]]));
    }

    private static void AddsEachElement<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] from = [.. Enumerable.Range(0, length).Select(i => T.CreateChecked(i + 1))];
        T[] to = [.. Enumerable.Range(0, length).Select(i => T.CreateChecked(100 * i))];
        Shadow.Add<T>(from, to);
        Assert.Equal(Enumerable.Range(0, length).Select(i => T.CreateChecked(100 * i + i + 1)), to);
    }
}
