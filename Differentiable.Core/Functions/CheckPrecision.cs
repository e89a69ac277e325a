namespace Differentiable;

/// <summary>What can be asked of a check, by the least precise type that the method takes or gives.</summary>
/// <param name="LargestStep">The largest step of the differences is 2 to the minus this, for numbers up to 1.</param>
/// <param name="Steps">How many steps there are; smaller ones only show rounding.</param>
/// <param name="ByDifferences">How far the gradient may be from the differences.</param>
/// <param name="ByRounding">How far both modes may be from each other.</param>
/// <param name="UnitRoundoff">How far a number may be from one of the type, as a part of it.</param>
internal sealed record CheckPrecision(int LargestStep, int Steps, double ByDifferences, double ByRounding, double UnitRoundoff)
{
    private static readonly CheckPrecision s_double = new(2, 18, 1e-9, 1e-12, 1.2e-16), s_single = new(2, 7, 1e-4, 1e-5, 6e-8), s_half = new(1, 4, 6e-2, 2e-2, 5e-4);

    public static CheckPrecision Of(IReadOnlyCollection<Type> reals) =>
        reals.Contains(typeof(Half)) ? s_half : reals.Contains(typeof(float)) ? s_single : s_double;
}
