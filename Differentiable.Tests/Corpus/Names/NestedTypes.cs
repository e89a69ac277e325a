using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Names;

/// <summary>Methods in types in types, of each accessibility.</summary>
public static partial class NestedTypes
{
    private const double Half = 0.5;

    private static readonly double s_offset = 1.25;

    [Differentiable]
    private static double Private(double x) => x * x * Half;

    [Differentiable]
    internal static double Internal(double x) => Private(x) * x + s_offset;

    [Differentiable]
    public static double UsesStatics(double x) => Internal(x) * s_offset + Inner.Limit * x;

    [Differentiable]
    public static double Overloaded(double x) => x * x;

    [Differentiable]
    public static double Overloaded(double x, double y) => Overloaded(x) * y;

    [Differentiable]
    public static float Overloaded(float x) => x * x * x;

    [Differentiable]
    public static double Overloaded([Length(2, 1)] ReadOnlySpan<double> x) => x[0] * x[^1];

    public static partial class Inner
    {
        internal const int Limit = 3;

        [Differentiable]
        public static double Deeper(double x) => Private(x) + Limit * x;

        private partial struct InAStruct
        {
            [Differentiable]
            internal static double Deepest(double x, [Length(2, 0)] ReadOnlySpan<double> a)
            {
                double y = x;
                foreach (double v in a)
                    y = y * v + Half;
                return y * x;
            }
        }
    }

    internal partial class Model
    {
        [Differentiable]
        protected internal static double OfAnInstanceClass(double x) => Math.Sin(x) / x;
    }

    internal partial record Settings
    {
        [Differentiable]
        internal static double OfARecord(double x) => Math.Exp(-x * x);
    }
}
