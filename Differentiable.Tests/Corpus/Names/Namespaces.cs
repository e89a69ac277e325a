using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Names.Blocks
{
    namespace Deeper
    {
        /// <summary>Functions in namespaces with braces, beside types that hide the names of the system's.</summary>
        public static partial class Namespaces
        {
            [Differentiable]
            public static double InABlock(double x, [Length(2)] System.Span<double> a)
            {
                a[0] *= x;
                return System.Math.Sin(a[0]) * a[1];
            }

            private static class Math
            {
                internal static readonly int s_none = 0;
            }

            private readonly struct Span
            {
                internal static readonly int s_none = Math.s_none;
            }

            private static int None => Span.s_none;
        }
    }
}
