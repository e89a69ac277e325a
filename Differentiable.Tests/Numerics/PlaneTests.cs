namespace Differentiable.Tests.Numerics;

/// <summary>Angles and distances of points whose squares are out of range: their derivatives are those of (3, 4), scaled.</summary>
public partial class PlaneTests
{
    public static TheoryData<double> Units => [1e-200, 1e-100, 1, 1e100, 1e200];

    [Theory]
    [MemberData(nameof(Units))]
    public void Angles_turn(double unit)
    {
        var (y, x) = AngleGradient(3 * unit, 4 * unit);
        AssertClose(0.16 / unit, y);
        AssertClose(-0.12 / unit, x);
        AssertClose(0.1 / unit, AngleJvp(3 * unit, 4 * unit, 1, 0.5).valueDot);
        AssertRow([0.16 / unit, -0.12 / unit], AngleJacobian(3 * unit, 4 * unit), 0);
    }

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e-100)]
    [InlineData(1)]
    [InlineData(1e100)]
    [InlineData(1e150)]
    public void Angles_are_curved(double unit)
    {
        double[,] hessian = AngleHessian(3 * unit, 4 * unit);
        AssertRow([-0.0384 / unit / unit, -0.0112 / unit / unit], hessian, 0);
        AssertRow([-0.0112 / unit / unit, 0.0384 / unit / unit], hessian, 1);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Distances_grow(double unit)
    {
        var (y, x) = DistanceGradient(3 * unit, 4 * unit);
        AssertClose(0.6, y);
        AssertClose(0.8, x);
        AssertClose(1, DistanceJvp(3 * unit, 4 * unit, 1, 0.5).valueDot);
        AssertRow([0.6, 0.8], DistanceJacobian(3 * unit, 4 * unit), 0);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Distances_are_curved(double unit)
    {
        double[,] hessian = DistanceHessian(3 * unit, 4 * unit);
        AssertRow([0.128 / unit, -0.096 / unit], hessian, 0);
        AssertRow([-0.096 / unit, 0.072 / unit], hessian, 1);
        var (y, x) = DistanceHvp(3 * unit, 4 * unit, 1, 0.5);
        AssertClose(0.08 / unit, y);
        AssertClose(-0.06 / unit, x);
    }

    [Fact]
    public void Halves_keep_their_digits() => Assert.Equal(0.64e-3, (double)HalfAngleGradient((Half)750, (Half)1000).y, 1e-6);

    [Theory]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(2, double.NegativeInfinity)]
    public void Angles_rest_at_infinity(double y, double x)
    {
        Assert.Equal((0, 0), AngleGradient(y, x));
        Assert.Equal(0, AngleJvp(y, x, 1, 1).valueDot);
    }

    [Fact]
    public void Close_to_the_origin_only_what_turns_is_infinite() => Assert.Equal((0, double.NegativeInfinity), AngleGradient(1e-310, 0));

    [Fact]
    public void Nothing_changes_at_the_origin()
    {
        Assert.Equal((0, 0), AngleGradient(0, 0));
        Assert.Equal((0, 0), AngleHvp(0, 0, 1, 1));
        Assert.Equal((0, 0), DistanceGradient(0, 0));
        Assert.Equal((0, 0), DistanceHvp(0, 0, 1, 1));
    }

    private static void AssertRow(double[] expected, double[,] matrix, int row)
    {
        for (int i = 0; i < expected.Length; i++)
            AssertClose(expected[i], matrix[row, i]);
    }

    private static void AssertClose(double expected, double actual) => Assert.Equal(1, actual / expected, 1e-13);

    [Differentiable(Derivatives.All)]
    private static double Angle(double y, double x) => Math.Atan2(y, x);

    [Differentiable(Derivatives.All)]
    private static double Distance(double y, double x) => double.Hypot(y, x);

    [Differentiable]
    private static Half HalfAngle(Half y, Half x) => Half.Atan2(y, x);
}
