namespace Differentiable.Tests.Classes;

/// <summary>Operators that change the struct where it lies. The compiler that the corpus is compiled with in memory does not know them yet.</summary>
public partial class InPlaceOperatorTests
{
    [Fact]
    public void They_are_differentiated_in_the_place_of_their_use()
    {
        (double dx, double dy) = TotalGradient(0.7, 1.3);
        Assert.Equal(3 * 0.7 + 2 * 0.7 * 1.3 * 1.3, dx, 1e-14);
        Assert.Equal(2 * 0.7 * 0.7 * 1.3 + 2 * 1.3, dy, 1e-14);
        Assert.Equal(Total(0.7, 1.3), TotalValueAndGradient(0.7, 1.3).value);
    }

    /// <summary>1.5 x² + (x y)² + y².</summary>
    [Differentiable]
    private static double Total(double x, double y)
    {
        Squares[] all = [default, default];
        Squares s = default;
        s += x;
        s++;
        s += y * x;
        all[1] += y;
        return s.Sum + all[1].Sum;
    }

    private struct Squares
    {
        public double Sum;

        public void operator +=(double x) => Sum += x * x;

        public void operator ++() => Sum *= 1.5;
    }
}
