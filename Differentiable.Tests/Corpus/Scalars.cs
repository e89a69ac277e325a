using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus;

/// <summary>Straight-line code on scalars.</summary>
public static partial class Scalars
{
    [Differentiable]
    public static double Square(double x) => x * x;
}
