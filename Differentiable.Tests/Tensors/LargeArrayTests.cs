using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>
/// Large arrays are used again when nothing can see them any more, and not before. Each test knows its arrays by a number of its own: what is in fresh ones is undefined.
/// </summary>
public sealed class LargeArrayTests
{
    [Fact]
    public void An_array_that_nothing_sees_is_used_again()
    {
        const int Length = 1_000_003;
        Fill(Length, 17);
        Collect();
        Assert.Contains(17f, Arrays.Allocate<float>(Length));
    }

    [Fact]
    public void It_is_used_again_more_than_once()
    {
        const int Length = 1_000_007;
        for (int round = 0; round < 3; round++)
        {
            Fill(Length, 18);
            Collect();
        }
        float[] again = Arrays.Allocate<float>(Length);
        Assert.Contains(18f, again);
        Assert.DoesNotContain(18f, Arrays.Allocate<float>(Length));
        GC.KeepAlive(again);
    }

    [Fact]
    public void An_array_that_a_view_sees_is_not_used_again()
    {
        const int Rows = 1_009;
        Tensor<double> row = RowOfResult(Rows);
        Collect();
        Assert.DoesNotContain(42d, Arrays.Allocate<double>(Rows * Rows));
        Assert.Equal(42, row[3].ToScalar());
    }

    [Fact]
    public void An_array_that_a_span_sees_is_not_used_again()
    {
        const int Length = 1_000_033;
        Span<float> span = Filled(Length, 19);
        Collect();
        Assert.DoesNotContain(19f, Arrays.Allocate<float>(Length));
        Assert.Equal(19, span[0]);
    }

    [Fact]
    public void An_array_that_is_not_needed_for_long_is_given_up()
    {
        WeakReference array = Seen(1_000_037);
        for (int collection = 0; collection < 12; collection++)
        {
            Fill(1_000_039 + collection, 1);
            Collect();
        }
        Assert.False(array.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Seen(int length) => new(Arrays.Allocate<float>(length), trackResurrection: true);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(int length, float value) => Filled(length, value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<float> Filled(int length, float value)
    {
        float[] array = Arrays.Allocate<float>(length);
        Array.Fill(array, value);
        return array;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor<double> RowOfResult(int rows) => (Tensor.Ones<double>([rows, rows]) * 42.0)[7];

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
