using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>Code that computes with whatever its type parameters stand for.</summary>
public class GenericSnapshots
{
    [Fact]
    public void Generic() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static T Generic<T>(T scale, ReadOnlySpan<T> x)
            where T : System.Numerics.IFloatingPointIeee754<T>
        {
            T sum = T.Zero;
            foreach (T v in x)
                sum += T.CreateChecked(0.5) * T.Log(v * v + scale);
            return sum / T.CreateChecked(x.Length);
        }
        """));

    [Fact]
    public void GenericLoop() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static T GenericLoop<T>(T a, [NonDifferentiable] T tolerance)
            where T : struct, System.Numerics.INumber<T>
        {
            T s = a;
            while (T.Abs(s * s - a) > tolerance)
                s = (s + a / s) / T.CreateChecked(2);
            return s;
        }
        """));

    [Fact]
    public void Halves() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static Half Halves(Half x, Half[] w) => Half.Sqrt(x) * w[0] + (Half)0.5 * (Half)w.Length;
        """));

    [Fact]
    public void AbstractMethod() => Verify(EmittedSource.Of("""
        public partial interface IActivation
        {
            [Differentiable]
            static abstract double AbstractMethod(double x, ReadOnlySpan<double> weights);
        }
        """));

    [Fact]
    public void CallOnTypeParameter() => Verify(EmittedSource.Of("""
        public partial interface IActivation
        {
            [Differentiable]
            static abstract T Apply<T>(T x) where T : System.Numerics.INumber<T>;
        }

        [Differentiable]
        public static double CallOnTypeParameter<TActivation>(double x)
            where TActivation : IActivation => TActivation.Apply(x * x);
        """, "CallOnTypeParameter"));
}
