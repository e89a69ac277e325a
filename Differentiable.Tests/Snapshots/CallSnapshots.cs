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
    public void LiftedFunction() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double LiftedFunction(double x, ReadOnlySpan<double> w)
        {
            return From(w, 0);

            double From(ReadOnlySpan<double> c, int k) => k == c.Length ? 0 : c[k] + x * From(c, k + 1);
        }
        """));

    [Fact]
    public void Helpers() => Verify(EmittedSource.Of("""
        private static double Squared(double x) => x * x;

        private static void Kick(ref double v, double x, double dt)
        {
            if (x > 2)
                return;
            v -= dt * Squared(x);
        }

        [Differentiable]
        public static double Helpers(double x, double v, int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                Kick(ref v, x, 0.1);
                x += 0.1 * v;
            }
            return Squared(v) / 2;
        }
        """));

    [Fact]
    public void CustomRule() => Verify(EmittedSource.Of("""
        [CustomGradient(nameof(RootPullback))]
        private static double Root(double x) => 0;

        private static double RootPullback(double dresult, double result) => dresult / (1 + 3 * result * result);

        [Differentiable]
        public static double CustomRule(double x) => Root(x) * Root(x * x);
        """));

    [Fact]
    public void RulesOfStruct() => Verify(EmittedSource.Of("""
        public record struct Angle(double Radians)
        {
            [CustomGradient(nameof(SumPullback))]
            public static Angle operator +(Angle a, Angle b) => new(Math.IEEERemainder(a.Radians + b.Radians, 2 * Math.PI));

            internal static (Angle a, Angle b) SumPullback(Angle dresult) => (dresult, dresult);

            [CustomGradient(nameof(SinePullback))]
            public readonly double Sine => Math.Sin(Radians);

            internal static Angle SinePullback(Angle self, double dresult) => new(dresult * Math.Cos(self.Radians));

            [CustomGradient(nameof(ReflectPullback))]
            public void Reflect() => Radians = -Radians;

            internal static void ReflectPullback(ref Angle dself) => dself.Radians = -dself.Radians;
        }

        [Differentiable]
        public static double RulesOfStruct(double x, double y)
        {
            Angle angle = new Angle(x) + new Angle(x * y);
            angle += new Angle(y);
            angle.Reflect();
            return angle.Sine * x;
        }
        """, "RulesOfStruct"));

    [Fact]
    public void RuleInPlace() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double RuleInPlace(ReadOnlySpan<double> x, int rounds)
        {
            Span<double> y = stackalloc double[x.Length];
            x.CopyTo(y);
            for (int k = 0; k < rounds; k++)
                System.Numerics.Tensors.TensorPrimitives.Sin(y, y);
            return y[0] * y[1];
        }
        """));

    [Fact]
    public void RuleOfSecondOrder() => Verify(EmittedSource.Of("""
        [Differentiable(Derivatives.Hvp)]
        public static double RuleOfSecondOrder(ReadOnlySpan<double> x, double scale)
        {
            Span<double> y = stackalloc double[x.Length];
            System.Numerics.Tensors.TensorPrimitives.Multiply(x, scale, y);
            System.Numerics.Tensors.TensorPrimitives.Sin(y, y);
            return System.Numerics.Tensors.TensorPrimitives.Norm<double>(y);
        }
        """));

    [Fact]
    public void SinglePrecision() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static float SinglePrecision(float x, float y) => MathF.Sin(x) * MathF.Sqrt(x * y);
        """));
}
