using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>Forward mode, Jacobians, Hessian-vector products and Hessians of small functions.</summary>
public class ModeSnapshots
{
    private const string All = "[Differentiable(Derivatives.Jvp | Derivatives.Jacobian | Derivatives.Hvp | Derivatives.Hessian)]";

    [Fact]
    public void Polynomial() => Verify(EmittedSource.Of($$"""
        {{All}}
        public static double Polynomial(double x) => 3 * x * x * x - 2 * x + 1;
        """));

    [Fact]
    public void Power() => Verify(EmittedSource.Of($$"""
        {{All}}
        public static double Power(double x, int n)
        {
            double y = 1;
            for (int i = 0; i < n; i++)
                y *= x;
            return y;
        }
        """));

    [Fact]
    public void Angle() => Verify(EmittedSource.Of($$"""
        {{All}}
        public static double Angle(double x, double y) => Math.Atan2(y, x);
        """));

    [Fact]
    public void SumOfExponentials() => Verify(EmittedSource.Of($$"""
        {{All}}
        public static double SumOfExponentials(ReadOnlySpan<double> x)
        {
            double sum = 0;
            foreach (double v in x)
                sum += Math.Exp(v);
            return Math.Log(sum);
        }
        """));

    [Fact]
    public void Potential() => Verify(EmittedSource.Of($$"""
        {{All}}
        public static double Potential(Vec a, Vec b, double mass) => mass / (a - b).Length;

        public readonly record struct Vec(double X, double Y)
        {
            public double Length => Math.Sqrt(X * X + Y * Y);
            public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y);
        }
        """));

    [Fact]
    public void Sum() => Verify(EmittedSource.Of($$"""
        {{All}}
        public static double Sum(float x, double y) => Inner(y * x) + y;

        {{All}}
        public static double Inner(double x) => x * Math.Sin(x);
        """, "Sum"));

    /// <summary>All rows share a forward sweep.</summary>
    [Fact]
    public void Layer() => Verify(EmittedSource.Of("""
        [Differentiable(Derivatives.Jacobian)]
        public static void Layer(ReadOnlySpan<double> w, ReadOnlySpan<double> x, Span<double> y)
        {
            for (int i = 0; i < y.Length; i++)
            {
                double s = 0;
                for (int j = 0; j < x.Length; j++)
                    s += w[i * x.Length + j] * x[j];
                y[i] = Math.Tanh(s);
            }
        }
        """));

    /// <summary>One direction at a time, in reverse mode, for the Jacobian alone. What goes in is known as it is emitted.</summary>
    [Fact]
    public void OneRow() => Verify(EmittedSource.Of("""
        [Differentiable(Derivatives.Jacobian)]
        public static T OneRow<T>(T x, T y, T z)
            where T : System.Numerics.IFloatingPointIeee754<T> => T.Sin(x * y) * z;
        """));

    [Fact]
    public void Affine() => Verify(EmittedSource.Of("""
        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public static double Affine(Layer layer, double x)
        {
            double sum = layer.Bias;
            for (int i = 0; i < layer.Weights.Length; i++)
                sum += layer.Weights[i] * x;
            return sum * sum;
        }

        public readonly record struct Layer(double[] Weights, double Bias);
        """));

    [Fact]
    public void Taps() => Verify(EmittedSource.Of($$"""
        {{All}}
        public static double Taps(Four taps, ReadOnlySpan<double> x)
        {
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
                sum += taps[i % 4] * x[i];
            return sum * sum;
        }

        [System.Runtime.CompilerServices.InlineArray(4)]
        public struct Four
        {
            private double _first;
        }
        """));
}
