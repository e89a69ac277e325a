using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>Calls of the library's rules, of local functions and of the method itself.</summary>
public class CallSnapshots
{
    [Fact]
    public void Recursion() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);
        """));

    [Fact]
    public void LocalFunction() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double LocalFunction(double x, double scale)
        {
            double Scaled(double v) => scale * v * v;
            return Scaled(x) + Scaled(x + 1);
        }
        """));

    [Fact]
    public void SinglePrecision() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static float SinglePrecision(float x, float y) => MathF.Sin(x) * MathF.Sqrt(x * y);
        """));
}
