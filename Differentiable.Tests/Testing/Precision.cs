namespace Differentiable.Tests.Testing;

/// <summary>How precisely a function computes: as the least precise of the types that it takes and gives.</summary>
internal enum Precision
{
    Half,
    Single,
    Double,
}

/// <summary>What can be asked of functions of each precision.</summary>
internal static class Precisions
{
    public static Precision Of(Type real) => real == typeof(Half) ? Precision.Half : real == typeof(float) ? Precision.Single : Precision.Double;

    /// <summary>
    /// How far adjoints may be from differences. Richardson's scheme on doubles reaches 1e-11 and better; 1e-8 leaves room for conditioning. On
    /// floats the rounding of the function (6e-8 an operation) divided by steps of about 1/8 leaves some 1e-5, which a few operations and the
    /// weights of the scheme raise. On halves the same is 5e-4 divided by steps of about 1/4.
    /// </summary>
    public static double Tolerance(this Precision precision) => precision switch
    {
        Precision.Half => 6e-2,
        Precision.Single => 5e-4,
        _ => 1e-8,
    };

    /// <summary>How far apart two orders of the same operations may be.</summary>
    public static double Rounding(this Precision precision) => precision switch
    {
        Precision.Half => 2e-2,
        Precision.Single => 1e-5,
        _ => 1e-13,
    };

    /// <summary>
    /// The part of a gradient that its second derivatives are measured against at least. Where they are small, differences show the gradient's rounding: on halves that is 5e-4 an operation, divided by steps
    /// of about 1/8.
    /// </summary>
    public static double LeastCurvature(this Precision precision) => precision == Precision.Half ? 0.2 : 1e-3;

    /// <summary>The bits that samples have below that of the largest: so few that moving a sample by a step is exact.</summary>
    public static int SampleBits(this Precision precision) => precision switch
    {
        Precision.Half => 5,
        Precision.Single => 12,
        _ => 28,
    };

    /// <summary>The exponents of the steps of differences: small steps only show rounding.</summary>
    public static IEnumerable<int> Steps(this Precision precision) => precision switch
    {
        Precision.Half => Enumerable.Range(1, 4),
        Precision.Single => Enumerable.Range(2, 7),
        _ => Enumerable.Range(2, 18),
    };
}
