namespace Differentiable.Tests.Testing.Engines;

/// <summary>Every engine of forward mode, and of second order. One more engine is one more line.</summary>
internal static class ForwardEngines
{
    public static IReadOnlyList<TangentEngine> Tangent { get; } =
    [
        new JvpEngine(),
        new JacobianEngine(),
    ];

    public static IReadOnlyList<CurvatureEngine> Curvature { get; } =
    [
        new HvpEngine(),
        new HessianEngine(),
    ];
}
