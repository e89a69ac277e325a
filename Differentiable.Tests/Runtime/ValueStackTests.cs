using Differentiable.Runtime;

namespace Differentiable.Tests.Runtime;

public class ValueStackTests
{
    [Fact]
    public void ReferencesStandAmongValuesAndAreDroppedWithThem()
    {
        using ValueStack stack = ValueStack.Rent();
        string first = "first", second = "second";
        stack.Push(1.5);
        stack.Keep(first);
        int mark = stack.Count;
        stack.Keep(second);
        stack.Push(2);
        stack.Truncate(mark);
        stack.Keep(null);

        Assert.Null(stack.Kept<string>());
        Assert.Same(first, stack.Kept<string>());
        Assert.Throws<InvalidOperationException>(stack.Kept<string>);
        Assert.Equal(1.5, stack.Pop());
    }

    [Fact]
    public void ElementsWithReferencesComeBackAsTheyWere()
    {
        using ValueStack stack = ValueStack.Rent();
        (double, string)[] elements = [(1, "one"), (2, "two")];
        stack.KeepCopy<(double, string)>(elements);
        stack.Push(3.0);
        elements[1] = (4, "four");

        Assert.Equal(3, stack.Pop());
        stack.KeptCopy<(double, string)>(elements);
        Assert.Equal([(1, "one"), (2, "two")], elements);
        Assert.Equal(0, stack.Count);
    }

    [Fact]
    public void ArraysInArraysComeBackWhateverTheirDepthAndRank()
    {
        using ValueStack stack = ValueStack.Rent();
        double[][][] layers = [[[1, 2], []], [], [[3]], null!, [null!, [4, 5, 6]]];
        float[,][,] grid = { { new float[,] { { 1, 2 } } }, { new float[,] { { 3 }, { 4 } } } };
        stack.PushNested<double>(layers);
        stack.PushNested<float>(grid);
        (layers[0][0][1], layers[2][0][0], layers[4][1][2], grid[0, 0][0, 1], grid[1, 0][1, 0]) = (0, 0, 0, 0, 0);

        stack.PopNested<float>(grid);
        stack.PopNested<double>(layers);

        Assert.Equal(0, stack.Count);
        Assert.Equal([2, 3, 6], [layers[0][0][1], layers[2][0][0], layers[4][1][2]]);
        Assert.Equal([2f, 4f], [grid[0, 0][0, 1], grid[1, 0][1, 0]]);
    }

    [Fact]
    public void ScalarsComeBackInOppositeOrderAndUnchanged()
    {
        using ValueStack stack = ValueStack.Rent();
        stack.Push(1.5);
        stack.Push(-2.5f);
        stack.Push(int.MinValue);
        stack.Push(long.MinValue + 1);
        stack.Push(true);
        stack.Push(false);
        stack.Push(ulong.MaxValue);

        Assert.Equal(ulong.MaxValue, unchecked((ulong)stack.PopInt64()));
        Assert.False(stack.PopBoolean());
        Assert.True(stack.PopBoolean());
        Assert.Equal(long.MinValue + 1, stack.PopInt64());
        Assert.Equal(int.MinValue, stack.PopInt32());
        Assert.Equal(-2.5f, stack.PopSingle());
        Assert.Equal(1.5, stack.Pop());
    }

    [Theory]
    [InlineData(0x7FF0000000000001)] // a signalling NaN
    [InlineData(0x7FF8000000001234)] // a NaN with a payload
    [InlineData(long.MinValue)] // negative zero
    [InlineData(1)] // the smallest denormal number
    public void EveryBitOfADoubleSurvives(long bits)
    {
        using ValueStack stack = ValueStack.Rent();
        stack.Push(BitConverter.Int64BitsToDouble(bits));
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(stack.Pop()));
    }

    [Theory]
    [InlineData(0x7F800001)]
    [InlineData(0x7FC01234)]
    [InlineData(int.MinValue)]
    [InlineData(1)]
    public void EveryBitOfAFloatSurvives(int bits)
    {
        using ValueStack stack = ValueStack.Rent();
        stack.Push(BitConverter.Int32BitsToSingle(bits));
        Assert.Equal(bits, BitConverter.SingleToInt32Bits(stack.PopSingle()));
    }

    [Fact]
    public void GrowthKeepsWhatIsOnTheStack()
    {
        using ValueStack stack = ValueStack.Rent();
        const int count = 100_000;
        for (int i = 0; i < count; i++)
            stack.Push(i);
        for (int i = count - 1; i >= 0; i--)
            Assert.Equal(i, stack.PopInt32());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10_001)]
    public void ArraysOfEveryElementSizeLieBetweenScalars(int length)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        short[] shorts = [.. Enumerable.Range(0, length).Select(i => (short)-i)];
        float[] floats = [.. Enumerable.Range(0, length).Select(i => i + 0.5f)];
        double[] doubles = [.. Enumerable.Range(0, length).Select(i => i + 0.25)];

        using ValueStack stack = ValueStack.Rent();
        stack.Push(1.0);
        stack.Push<byte>(bytes);
        stack.Push(2.0);
        stack.Push<short>(shorts);
        stack.Push<float>(floats);
        stack.Push(3.0);
        stack.Push<double>(doubles);

        Assert.Equal(doubles, Popped<double>(stack, length));
        Assert.Equal(3.0, stack.Pop());
        Assert.Equal(floats, Popped<float>(stack, length));
        Assert.Equal(shorts, Popped<short>(stack, length));
        Assert.Equal(2.0, stack.Pop());
        Assert.Equal(bytes, Popped<byte>(stack, length));
        Assert.Equal(1.0, stack.Pop());
    }

    [Fact]
    public void AnArrayTakesWholeSlots()
    {
        using ValueStack stack = ValueStack.Rent();
        stack.Push<byte>([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        stack.PopInt64();
        stack.PopInt64();
        Assert.Throws<InvalidOperationException>(() => stack.Pop());
    }

    [Fact]
    public void PoppingAnEmptyStackThrowsAndChangesNothing()
    {
        using ValueStack stack = ValueStack.Rent();
        Assert.Throws<InvalidOperationException>(() => stack.Pop());
        Assert.Throws<InvalidOperationException>(() => stack.PopBoolean());

        stack.Push(4.0);
        Assert.Throws<InvalidOperationException>(() => stack.Pop(new double[2].AsSpan()));
        Assert.Equal(4.0, stack.Pop());
    }

    [Fact]
    public void TruncationDropsWhatCameAfterACount()
    {
        using ValueStack stack = ValueStack.Rent();
        stack.Push(1.0);
        int count = stack.Count;
        stack.Push(2.0);
        stack.Push<float>([3f, 4f, 5f]);
        stack.Truncate(count);

        Assert.Equal(1, stack.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => stack.Truncate(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => stack.Truncate(-1));
        Assert.Equal(1.0, stack.Pop());
    }

    [Fact]
    public void WhatIsRepeatedComesBackTwice()
    {
        using ValueStack stack = ValueStack.Rent();
        object reference = new();
        double[] many = [.. Enumerable.Range(0, stack.Capacity).Select(i => (double)i)], back = new double[many.Length];
        stack.Push<double>(many);
        stack.Keep(reference);
        stack.Push(1.5);
        int count = stack.Count;
        for (int i = 0; i < 3; i++)
        {
            stack.Repeat();
            Assert.Equal(2 * count, stack.Count);
            Assert.Equal(1.5, stack.Pop());
            stack.Push(-1.0);
            Assert.Equal(-1.0, stack.Pop());
            Assert.Same(reference, stack.Kept<object>());
            stack.Pop<double>(back);
            Assert.Equal(many, back);
            Assert.Equal(count, stack.Count);
        }
    }

    [Fact]
    public void NestedRentsAreDistinct()
    {
        using ValueStack outer = ValueStack.Rent();
        outer.Push(1.0);
        using (ValueStack inner = ValueStack.Rent())
        {
            Assert.NotSame(outer, inner);
            inner.Push(2.0);
        }
        Assert.Equal(1.0, outer.Pop());
    }

    [Fact]
    public void ARentedStackIsEmptyEvenIfItWasGivenBackFull()
    {
        ValueStack first = ValueStack.Rent();
        first.Push(1.0);
        first.Dispose();

        using ValueStack second = ValueStack.Rent();
        Assert.Same(first, second);
        Assert.Throws<InvalidOperationException>(() => second.Pop());
    }

    [Fact]
    public void UseAfterDisposalIsRefused()
    {
        ValueStack stack = ValueStack.Rent();
        stack.Push(1.0);
        stack.Dispose();

        Assert.Throws<ObjectDisposedException>(stack.Dispose);
        Assert.Throws<ObjectDisposedException>(() => stack.Push(1.0));
        Assert.Throws<ObjectDisposedException>(() => stack.Push<double>([1.0]));
        Assert.Throws<ObjectDisposedException>(() => stack.Pop());
        Assert.Throws<ObjectDisposedException>(() => stack.Pop(new double[1].AsSpan()));
    }

    [Fact]
    public void DisposingTwiceDoesNotHandOutOneStackTwice()
    {
        ValueStack stack = ValueStack.Rent();
        stack.Dispose();
        Assert.Throws<ObjectDisposedException>(stack.Dispose);

        using ValueStack first = ValueStack.Rent();
        using ValueStack second = ValueStack.Rent();
        Assert.NotSame(first, second);
    }

    [Fact]
    public void EachThreadHasStacksOfItsOwn()
    {
        ValueStack.Rent().Dispose();
        ValueStack? elsewhere = null;
        Thread thread = new(() =>
        {
            elsewhere = ValueStack.Rent();
            elsewhere.Dispose();
        });
        thread.Start();
        thread.Join();

        using ValueStack here = ValueStack.Rent();
        Assert.NotSame(elsewhere, here);
    }

    [Fact]
    public void TheSteadyStateAllocatesNothing() => Assert.Equal(0, Allocations.InSteadyState(() =>
    {
        using ValueStack outer = ValueStack.Rent();
        using ValueStack inner = ValueStack.Rent();
        ReadOnlySpan<float> row = stackalloc float[33];
        for (int i = 0; i < 5_000; i++)
        {
            outer.Push(i);
            inner.Push(0.5);
            inner.Push(row);
        }
    }));

    private static T[] Popped<T>(ValueStack stack, int length)
        where T : unmanaged
    {
        T[] values = new T[length];
        stack.Pop(values.AsSpan());
        return values;
    }
}
