using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>Scalars, branches and outputs.</summary>
public class ScalarSnapshots
{
    [Fact]
    public void Square() => Verify(EmittedSource.Of("""
        /// <summary>The square of a number.</summary>
        [Differentiable]
        public static double Square(double x) => x * x;
        """));

    [Fact]
    public void Sigmoid() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
        """));

    [Fact]
    public void Reassigned() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Reassigned(double x, double y)
        {
            x = x * y;
            y = Math.Exp(x) - y;
            return x * y;
        }
        """));

    [Fact]
    public void Huber() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Huber(double r, double delta) =>
            Math.Abs(r) <= delta ? 0.5 * r * r : delta * (Math.Abs(r) - 0.5 * delta);
        """));

    [Fact]
    public void EarlyReturns() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double EarlyReturns(double x, double y)
        {
            if (x <= 0)
                throw new ArgumentOutOfRangeException(nameof(x));
            if (y > x)
                return y * y;
            double t = Math.Log(x);
            return t * y;
        }
        """));

    [Fact]
    public void SwitchExpression() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double SwitchExpression(double x, int kind) => kind switch
        {
            0 => x,
            < 3 => x * x,
            _ => Math.Sin(x),
        };
        """));

    [Fact]
    public void Polar() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static (double X, double Y) Polar(double radius, double angle) =>
            (radius * Math.Cos(angle), radius * Math.Sin(angle));
        """));

    [Fact]
    public void ReferencesInAndOut() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static void ReferencesInAndOut(double x, out double half, ref double total)
        {
            half = x / 2;
            total = total * x + half * half;
        }
        """));
}
