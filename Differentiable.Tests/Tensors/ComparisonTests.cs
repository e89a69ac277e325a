using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Comparisons and choices, around the lengths of vectors, against what C# says of single numbers.</summary>
public class ComparisonTests
{
    public static TheoryData<int> Lengths => [0, 1, 7, 8, 15, 16, 17, 63, 64, 65, 130, 200];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Numbers_are_compared_as_in_csharp(int length)
    {
        AssertCompared<float>(length, i => i % 11 == 5 ? float.NaN : (i % 7) - 3);
        AssertCompared<double>(length, i => i % 11 == 5 ? double.NaN : (i % 7) - 3);
        AssertCompared(length, i => (Half)((i % 7) - 3));
        AssertCompared(length, i => (i % 7) - 3);
        AssertCompared(length, i => (long)(i % 7) - 3);
        AssertCompared(length, i => (uint)(i % 7) + uint.MaxValue - 7);
        AssertCompared(length, i => (byte)(i % 7));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Elements_are_chosen_one_by_one(int length)
    {
        AssertChosen<float>(length);
        AssertChosen<double>(length);
        AssertChosen<Half>(length);
        AssertChosen<int>(length);
        AssertChosen<byte>(length);
    }

    [Fact]
    public void What_is_chosen_from_is_broadcast()
    {
        Tensor<bool> condition = Tensor.Create<bool>([true, false], [2, 1]);
        Assert.Equal([1f, 2, 3, 9, 9, 9], Tensor.Where<float>(condition, (float[])[1, 2, 3], 9f).ToArray());
        Assert.Equal([1f, 2], Tensor.Where<float>(Tensor.Create<bool>([true, false], [2]), 1f, 2f).ToArray());
        Assert.Equal(2f, Tensor.Where<float>((Tensor<bool>)false, 1f, 2f).ToScalar());
        Assert.Equal([0, 3], Tensor.Where<float>((Tensor<bool>)true, Tensor.Zeros<float>([0, 3]), 1f).Shape);
    }

    /// <summary>Where Relu's result is not positive, what comes back does not matter, not even when it is NaN.</summary>
    [Fact]
    public void Relu_lets_cotangents_back_where_it_is_positive()
    {
        float[] x = [.. Enumerable.Range(0, 40).Select(i => i % 5 == 4 ? float.NaN : (i % 5) - 1.5f)];
        GradientTape tape = new();
        Tensor<float> input = x, y;
        using (tape.Record())
        {
            tape.Watch(input);
            y = Tensor.Relu(input);
        }
        float[] cotangents = [.. x.Select((value, i) => value > 0 ? i : float.NaN)];
        Assert.Equal(x.Select((value, i) => value > 0 ? i : 0f), tape.GradientWith(y, cotangents, input)!.ToArray());
    }

    private static void AssertCompared<T>(int length, Func<int, T> element)
        where T : unmanaged, INumber<T>
    {
        T[] x = [.. Enumerable.Range(0, length).Select(element)], y = [.. Enumerable.Range(3, length).Select(element)];
        T one = element(4);
        AssertCompared(Tensor.GreaterThan, (l, r) => l > r, x, y, one);
        AssertCompared(Tensor.GreaterThanOrEqual, (l, r) => l >= r, x, y, one);
        AssertCompared(Tensor.LessThan, (l, r) => l < r, x, y, one);
        AssertCompared(Tensor.LessThanOrEqual, (l, r) => l <= r, x, y, one);
    }

    private static void AssertCompared<T>(Func<Tensor<T>, Tensor<T>, Tensor<bool>> comparison, Func<T, T, bool> expected, T[] x, T[] y, T one)
        where T : unmanaged
    {
        Assert.Equal(x.Zip(y, expected), comparison(x, y).ToArray());
        Assert.Equal(x.Select(value => expected(value, one)), comparison(x, one).ToArray());
        Assert.Equal(x.Select(value => expected(one, value)), comparison(one, x).ToArray());
    }

    private static void AssertChosen<T>(int length)
        where T : unmanaged, INumber<T>
    {
        bool[] conditions = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 || i % 7 == 2)];
        T[] x = [.. Enumerable.Range(0, length).Select(i => T.CreateChecked(i % 100))], y = [.. x.Select(value => value + T.One)];
        T one = T.CreateChecked(5);
        Assert.Equal(conditions.Select((holds, i) => holds ? x[i] : y[i]), Tensor.Where<T>(conditions, x, y).ToArray());
        Assert.Equal(conditions.Select((holds, i) => holds ? x[i] : one), Tensor.Where<T>(conditions, x, one).ToArray());
        Assert.Equal(conditions.Select((holds, i) => holds ? one : y[i]), Tensor.Where<T>(conditions, one, y).ToArray());
    }
}
